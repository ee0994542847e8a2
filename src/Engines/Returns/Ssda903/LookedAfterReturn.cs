namespace Trellis.Returns.Ssda903;

/// <summary>An SSDA903 return of one year, with last year's beside it where it was given.</summary>
public sealed class LookedAfterReturn : StatutoryReturn
{
    internal LookedAfterReturn(ReturnData data)
        : base(data)
    {
    }

    /// <inheritdoc/>
    public override string Name => "SSDA903";

    /// <inheritdoc/>
    public override CheckResult Check(int? rulesOf = null, CancellationToken cancel = default) => Checker.Run(Data, RuleList.In(rulesOf ?? Year.Number), () => new Child(Data), cancel);

    /// <inheritdoc/>
    public override (Day First, Day Last) Days => (Year.Start, Year.End);

    private protected override IReadOnlyList<CountedIndicator> CountOn(Day day, CancellationToken cancel) => Counter.Run(Data, IndicatorList.All, () => new Child(Data), day, cancel);

    /// <inheritdoc/>
    public override IReadOnlyList<SocialWorker> SocialWorkers() =>
        Data.Now[Shapes.SwEpisodes.Number] is not { } table ? []
        : [
            .. Enumerable.Range(0, table.Rows).GroupBy(row => table.TextOf(WorkerColumn, row), row => table.Child[row]).Where(g => g.Key.Length > 0)
                .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new SocialWorker(g.Key, g.ToHashSet())),
        ];

    private static int WorkerColumn => Shapes.SwEpisodes.Find("SW_ID");
}
