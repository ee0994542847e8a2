using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Measures.Public;
using Trellis.Measures.Statuses;

namespace Trellis.Testing;

/// <summary>Makes an indicator and gives it figures.</summary>
public sealed class IndicatorBuilder
{
    private static readonly Process Made = new("Made for a test", Actor.Program);

    /// <summary>An authority that is in the list of England's.</summary>
    public static readonly PlaceCode Here = PlaceCode.Read("E06000009")!.Value;

    public string Title { get; init; } = "Assessments finished in 45 working days";
    public MeasureUnit Unit { get; init; } = MeasureUnit.Percentage;
    public Polarity Polarity { get; init; } = Polarity.High;
    public Frequency Frequency { get; init; } = Frequency.Monthly;
    public Basis Basis { get; init; } = Basis.Period;
    public string? Rules { get; init; }
    public int Decimals { get; init; } = 1;
    public IndicatorKind Kind { get; init; } = IndicatorKind.Performance;
    public Guid? LeadOfficerId { get; init; }
    public Guid? DepartmentId { get; init; }
    public string? EntryFrom { get; init; }
    public Guid? PopulationId { get; init; }
    public Guid? GuardId { get; init; }
    public IReadOnlyList<Guid> Parts { get; init; } = [];

    public Task<Indicator> MakeAsync(TrellisHost host) => host.InScopeAsync(async services => Done(await services.Get<IndicatorService>().CreateAsync(
        new IndicatorOptions(Title, "Of the assessments finished in the month.", DepartmentId, [], LeadOfficerId, [], null)
        {
            Nature = new NatureOptions(Kind, Unit, null, $"{Decimals}", null, null, Polarity, Frequency, Basis, null, null, Rules, GuardId, PartIds: Parts) { EntryFrom = EntryFrom, PopulationId = PopulationId },
        }, Made, default)));

    /// <summary>Says which authority this is.</summary>
    public static Task PlaceAsync(TrellisHost host) => host.InScopeAsync(async services =>
    {
        var settings = services.Get<Kernel.Settings.CouncilSettings>();
        Done(await settings.SaveAsync(await settings.VersionAsync(default), new Dictionary<string, string> { [MeasuresSettings.Place] = $"{Here}" }, Made, default));
    });

    /// <summary>Brings figures of the authority in, as one batch.</summary>
    public static Task<WrittenFigures> FiguresAsync(TrellisHost host, Indicator indicator, params IEnumerable<(Period Period, FigureValue Said)> figures) =>
        FiguresAsync(host, indicator, Here, figures);

    public static Task<WrittenFigures> FiguresAsync(TrellisHost host, Indicator indicator, PlaceCode place, params IEnumerable<(Period Period, FigureValue Said)> figures) => host.InScopeAsync(async services =>
    {
        var written = Done(await services.Get<FigureWriting>().SaveAsync(
            new BatchOptions(BatchKind.Published, "A source of the test"), [new IndicatorFigures(indicator.Id, [.. figures.Select(f => new NewFigure(place, f.Period, f.Said))])], Made, default));
        await services.Get<StatusReckoning>().ReckonAsync([indicator.Id], default);
        return written;
    });

    /// <summary>Enters figures of the council's own.</summary>
    public static Task EnteredAsync(TrellisHost host, Indicator indicator, params IEnumerable<NewFigure> figures) =>
        EnteredAsync(host, [new IndicatorFigures(indicator.Id, [.. figures])]);

    /// <summary>Enters those of several indicators at once.</summary>
    public static Task EnteredAsync(TrellisHost host, IReadOnlyList<IndicatorFigures> figures) => host.InScopeAsync(async services =>
    {
        Done(await services.Get<FigureWriting>().SaveAsync(new BatchOptions(BatchKind.Entered, "The council"), figures, Made, default));
        await services.Get<StatusReckoning>().ReckonAsync([.. figures.Select(f => f.IndicatorId)], default);
    });

    public static Task MakePublicAsync(TrellisHost host, Indicator indicator, bool isPublic = true) => host.InScopeAsync(async services =>
    {
        var now = (await services.Get<IndicatorService>().FindAsync(indicator.Address, default))!;
        Done(await services.Get<PublicDecision>().DecideAsync(now.Address, now.Version, isPublic, Guid.Empty, Made, default));
    });

    private static T Done<T>(Result<T> result) => result.Value ?? throw new InvalidOperationException(string.Join("; ", result.Errors));
}
