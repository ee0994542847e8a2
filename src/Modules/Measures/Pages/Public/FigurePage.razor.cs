using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Measures.Public;
using Trellis.Measures.Scorecards;

namespace Trellis.Measures.Pages.Public;

public sealed partial class FigurePage
{
    private Indicator? item;
    private IndicatorView? view;
    private Dictionary<int, PublicSource> sources = [];
    private SortedDictionary<string, string> signs = new(StringComparer.Ordinal);
    private List<TimePoint> points = [];
    private List<Comparator> comparators = [];
    private List<Dot> dots = [];
    private List<ReferenceLine> references = [];
    private List<Choice> places = [];
    private List<(PlaceCode Code, Figure Figure)> local = [];
    private MapOfAuthorities? map;
    private decimal? lowest;
    private decimal? highest;

    [Parameter]
    public string Address { get; set; } = "";

    /// <summary>Another place than the council's own.</summary>
    [SupplyParameterFromQuery(Name = "place")]
    private string? PlaceAsked { get; set; }

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private PublicIndicators Indicators { get; set; } = null!;

    [Inject]
    private Scorecard Scores { get; set; } = null!;

    private string Unit => item!.UnitWords ?? item.Unit.Words();

    protected override async Task LoadAsync()
    {
        item = await Indicators.FindAsync(Address, Gone);
        if (item is null)
        {
            Navigation.NotFound();
            return;
        }

        var figures = await Indicators.FiguresAsync(item, Gone);
        sources = await PublicSource.OfAsync(Db, figures, Gone);
        signs = Signs.Of(figures.SelectMany(p => p.Figures));
        var known = figures.Select(p => EnglandPlaces.Find(p.Place)).OfType<Place>().ToList();
        places = [.. known.OrderBy(p => p.Kind).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => new Choice($"{p.Code}", p.Name))];
        local = [.. figures.Where(p => EnglandPlaces.Find(p.Place) is null).Select(p => (p.Place, p.Figures[^1]))];
        var place = known.Find(p => p.Code == PlaceCode.Read(PlaceAsked)) ?? await Scores.PlaceAsync(Gone) ?? known.FirstOrDefault();
        if (place is not null)
        {
            view = await Indicators.ViewAsync(item, place, figures, Gone);
            Draw(figures);
        }

        MayBeKept();
    }

    private void Draw(List<PlaceFigures> figures)
    {
        lowest = item!.Unit is MeasureUnit.Score or MeasureUnit.NotSaid ? null : 0;
        highest = item.Unit == MeasureUnit.Percentage ? 100 : null;
        if (view!.Judgement is not { } judgement)
        {
            return;
        }

        points = ChartPoints.Of(view, judgement);
        comparators = ChartPoints.ComparatorsOf(view, judgement);
        dots = ChartPoints.DotsOf(view);
        references = ChartPoints.ReferencesOf(view, judgement);
        map = MapOfAuthorities.Of(item, view.Place, figures.SelectMany(p => p.Figures.Where(f => f.Period == judgement.Latest.Period).Select(f => (p.Place, Figure: f))).ToDictionary(p => p.Place, p => p.Figure));
    }

    private string Say(decimal value) => item!.Unit.Say(value, item.Decimals);

    private string Shown(Figure figure) =>
        string.Join(" ", new[] { figure.Value is { } value ? Say(value) : "", figure.Said.Shorthand.Mark(), figure.Said.Status.Mark() }.Where(s => s.Length > 0));
}
