using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>
/// Places by how many they count over and what they come to, within limits that narrow as the number grows: a small place far from
/// the average may be so by chance, a large one not. The limits and positions are the caller's; nothing is calculated here.
/// </summary>
public sealed partial class FunnelPlot : ScaledChart
{
    private const int Height = 280;
    private const int LineHeight = 18;

    private Ticks across = null!;
    private Ticks ticks = null!;
    private Gutters gutters;
    private List<string> axisLines = [];
    private double top;
    private List<EndLabel> ends = [];
    private double[] endMiddles = [];
    private List<PlacedLabel> labels = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<FunnelPoint> Points { get; set; } = [];

    /// <summary>The average that the funnel closes around.</summary>
    [Parameter]
    public decimal? Centre { get; set; }

    [Parameter]
    public string CentreName { get; set; } = "Average";

    /// <summary>In the order of their denominators.</summary>
    [Parameter]
    public IReadOnlyList<FunnelLimit> Limits { get; set; } = [];

    [Parameter]
    public string PlaceName { get; set; } = "Place";

    /// <summary>What the denominator is, said below the axis: "Children leaving care in the year".</summary>
    [Parameter, EditorRequired]
    public string DenominatorName { get; set; } = "";

    [Parameter]
    public Func<decimal, string> SayDenominator { get; set; } = Words.Of;

    protected override void OnParametersSet()
    {
        across = Ticks.Over(
            [0, .. Points.Select(point => point.Denominator), .. Limits.Select(limit => limit.Denominator)],
            minimum: 0
        );
        ticks = Ticks.Over(Drawn(), Minimum, Maximum);
        axisLines = AxisLines(ticks);
        top = axisLines.Count * LineHeight + 12;
        ends = Ends();
        endMiddles = LabelColumn.Place([.. ends.Select(end => (end.Y, end.Height))], top - 8, Bottom + 8);
        gutters = new(
            Gutters.For(ticks.Values.Max(tick => ticks.Label(tick).Length), 8),
            Gutters.For(ends.SelectMany(end => end.Lines).Select(line => line.Length).DefaultIfEmpty().Max(), 20)
        );
        labels = Labels();
    }

    private double Bottom => top + Height;

    private double X(decimal denominator) => across.Share((double)denominator) * 100;

    private double Y(double value) => Bottom - ticks.Share(value) * Height;

    // The limits open wide towards 0, and would press the places together: the axis is that of the places and of the narrower limits.
    private IEnumerable<decimal> Drawn()
    {
        var quarter = Limits.Select(limit => limit.Denominator).DefaultIfEmpty().Max() / 4;
        return Points
            .Select(point => point.Value)
            .Concat(
                Limits.Where(limit => limit.Denominator >= quarter).SelectMany(limit => new[] { limit.Lower998, limit.Upper998 })
            )
            .Concat(Centre is { } centre ? [centre] : []);
    }

    private List<EndLabel> Ends()
    {
        var found = new List<EndLabel>();
        if (Centre is { } centre)
            found.Add(new($"{CentreName} {Say(centre)}", "trellis-line--mean", 100, Y((double)centre)));
        if (Limits.Count > 0)
        {
            var last = Limits[^1];
            Add("99.8% limit", "trellis-line--limit", last.Upper998);
            Add("95% limit", "trellis-line--inner", last.Upper95);
            Add("95% limit", "trellis-line--inner", last.Lower95);
            Add("99.8% limit", "trellis-line--limit", last.Lower998);
        }
        return found;

        void Add(string words, string line, decimal value) =>
            found.Add(new(words, line, X(Limits[^1].Denominator), Y((double)value)));
    }

    /// <summary>Ours is named in any case, then those outside the outer limits, from the largest, as far as there is room.</summary>
    private List<PlacedLabel> Labels()
    {
        var room = new PointLabels(
            [.. Points.Select(point => (X(point.Denominator), Y((double)point.Value)))],
            gutters.NarrowPlot,
            top - 8,
            Bottom
        );
        return
        [
            .. Enumerable
                .Range(0, Points.Count)
                .Where(i => Points[i].Ours || Points[i].Position.IsOuter())
                .OrderByDescending(i => Points[i].Ours)
                .ThenByDescending(i => Points[i].Denominator)
                .Select(i => room.Place(i, Points[i].Name, must: Points[i].Ours))
                .OfType<PlacedLabel>(),
        ];
    }

    private string Curve(Func<FunnelLimit, decimal> value) =>
        string.Concat(
            Limits.Select(
                (limit, i) =>
                    $"{(i == 0 ? 'M' : 'L')}{SvgNumber.Of(X(limit.Denominator))} {SvgNumber.Of(Y((double)value(limit)))}"
            )
        );

    private List<KeyItem> Key() =>
        [
            .. Points
                .Select(point => point.Position)
                .Distinct()
                .Order()
                .Select(position => new KeyItem(
                    ChartMarks.Symbol(Id, position.Shape(), position.Class(ours: false)),
                    position.Words()
                )),
        ];

    private string Description()
    {
        List<string> sentences = [$"Funnel plot of {Points.Count} {(Points.Count == 1 ? "place" : "places")}."];
        if (Centre is { } centre)
            sentences.Add($"{CentreName}: {Say(centre)}.");
        foreach (var ours in Points.Where(point => point.Ours))
            sentences.Add(
                $"{ours.Name} has {Say(ours.Value)} of {SayDenominator(ours.Denominator)}: {ours.Position.Words().ToLowerInvariant()}."
            );
        foreach (var places in Points.GroupBy(point => point.Position).OrderBy(group => group.Key))
            sentences.Add($"{places.Key.Words()}: {places.Count()}.");
        if (!ticks.HasZero)
            sentences.Add(AxisWarning(ticks) + ".");
        return string.Join(' ', sentences);
    }
}
