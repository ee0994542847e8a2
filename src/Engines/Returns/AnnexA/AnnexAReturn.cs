namespace Trellis.Returns.AnnexA;

/// <summary>An Annex A: the lists of children that Ofsted asks for when it inspects an authority's children's services, as at one day.</summary>
public sealed class AnnexAReturn : StatutoryReturn
{
    internal AnnexAReturn(ReturnData data)
        : base(data)
    {
    }

    /// <inheritdoc/>
    public override string Name => "Annex A";

    /// <summary>The day of which the lists speak.</summary>
    public DateOnly AsAt => Data.AsAt.Date;

    /// <summary>No rules were published for it: nothing is checked but its form, while it is read (<see cref="ReadReturn.Departures"/>).</summary>
    public override CheckResult Check(int? rulesOf = null, CancellationToken cancel = default) => new(Data, [], []);

    /// <inheritdoc/>
    public override (Day First, Day Last) Days => (Data.AsAt, Data.AsAt);

    private protected override IReadOnlyList<CountedIndicator> CountOn(Day day, CancellationToken cancel) => Counter.Run(Data, IndicatorList.All, () => new Child(Data), day, cancel);
}
