using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Places;
using Trellis.Measures.Entry;
using Trellis.Measures.Figures;
using Trellis.Measures.Scorecards;

namespace Trellis.Measures.Pages.Indicators;

public sealed partial class IndicatorPage
{
    private Indicator? item;
    private IndicatorView? view;
    private bool mayEdit;
    private bool mayApprove;
    private Dictionary<Guid, string> officers = [];
    private Dictionary<Guid, string> departments = [];
    private List<TimePoint> points = [];
    private List<Comparator> comparators = [];
    private List<SeriesBreak> breaks = [];
    private List<FigureEntry> said = [];
    private List<Dot> dots = [];
    private List<ReferenceLine> references = [];
    private List<Choice> places = [];
    private FunnelOfAuthorities? funnel;
    private MapOfAuthorities? map;
    private decimal? lowest;
    private decimal? highest;

    [Parameter]
    public string Address { get; set; } = "";

    /// <summary>Another authority than the council's own.</summary>
    [SupplyParameterFromQuery(Name = "place")]
    private string? PlaceAsked { get; set; }

    [Inject]
    private IndicatorService Service { get; set; } = null!;

    [Inject]
    private OrganisationService Organisation { get; set; } = null!;

    [Inject]
    private IndicatorViews Views { get; set; } = null!;

    [Inject]
    private FigureReader Figures { get; set; } = null!;

    [Inject]
    private CommentaryReader Commentary { get; set; } = null!;

    [Inject]
    private Scorecard Scores { get; set; } = null!;

    private string Here => IndicatorService.AddressOf(item!);

    private string At => PlaceAsked is null ? "" : $"?place={view!.Place.Code}";

    private decimal? ChangedTarget => view!.Targets.For(view.Judgement!.Latest.Period)?.ChangedFrom;

    private string Sources => string.Join(" ", view!.Sources.Values.OrderBy(s => s.Number).Select(s => $"{s.Source}{(s.AsAt is { } day ? $", as at {day:d MMMM yyyy}" : "")}. {s.Licence}").Distinct());

    protected override async Task LoadAsync()
    {
        item = await Service.FindAsync(Address, Gone);
        if (item is null)
        {
            Navigation.NotFound();
            return;
        }

        mayEdit = await User.MayAsync(MeasuresPermission.Edit);
        mayApprove = await User.MayAsync(MeasuresPermission.Approve);
        officers = (await Organisation.OfficersAsync(Gone)).ToDictionary(o => o.Id, o => o.Name);
        departments = (await Organisation.DepartmentsAsync(Gone)).ToDictionary(d => d.Id, d => d.Code);
        var place = PlaceCode.Read(PlaceAsked) is { } code ? EnglandPlaces.Find(code) : await Scores.PlaceAsync(Gone);
        if (item.SetOfPlan is null && place is not null)
        {
            view = await Views.OfAsync(item, place, Gone);
            said = await Scores.PlaceAsync(Gone) == place ? await Commentary.OfAsync(item.Id, Gone) : [];
            Draw();
            await CompareAllAsync();
        }
    }

    private void Draw()
    {
        places = [.. EnglandPlaces.All.Where(p => p.Until is null && p.Kind != PlaceKind.PartOfRegion).Select(p => new Choice($"{p.Code}", p.Name))];
        lowest = item!.Unit is MeasureUnit.Score or MeasureUnit.NotSaid ? null : 0;
        highest = item.Unit == MeasureUnit.Percentage ? 100 : null;
        if (view!.Judgement is not { } judgement)
        {
            return;
        }

        points = ChartPoints.Of(view, judgement);
        comparators = ChartPoints.ComparatorsOf(view, judgement);
        breaks = ChartPoints.BreaksOf(view, judgement);
        dots = ChartPoints.DotsOf(view);
        references = ChartPoints.ReferencesOf(view, judgement);
    }

    private async Task CompareAllAsync()
    {
        if (view!.Judgement is { } judgement)
        {
            var authorities = await Figures.AtAsync(item!.Id, judgement.Latest.Period, Gone);
            funnel = FunnelOfAuthorities.Of(item, view.Place, authorities);
            map = MapOfAuthorities.Of(item, view.Place, authorities);
        }
    }

    private string Say(decimal value) => item!.Unit.Say(value, item.Decimals);

    /// <summary>The first, then the others, as plans write it: "A / B".</summary>
    private static string? Said(Dictionary<Guid, string> names, Guid? first, IEnumerable<Guid> others) =>
        string.Join(" / ", others.Prepend(first ?? Guid.Empty).Select(id => names.GetValueOrDefault(id)).OfType<string>()) is { Length: > 0 } said ? said : null;
}
