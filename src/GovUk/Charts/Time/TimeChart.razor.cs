using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>
/// A line through the periods of an indicator: a yearly line with target and comparators, or, when the points have a state,
/// mean and limits, a chart of statistical process control. What its caller calculated is drawn; nothing is calculated here.
/// </summary>
public sealed partial class TimeChart : ScaledChart
{
    private const int LeastHeight = 264;
    private const int LineHeight = 18;
    private const int BreakLength = 24;
    private const int Comparisons = 4;

    private Ticks ticks = null!;
    private Gutters gutters;
    private TimeScale scale = null!;
    private TimePath path = null!;
    private List<string> axisLines = [];
    private List<EndLabel> ends = [];
    private double[] endMiddles = [];
    private List<(SeriesBreak Break, List<string> Lines, double Y)> breaks = [];
    private (int Narrow, int Wide) every;

    /// <summary>In the order of time.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TimePoint> Points { get; set; } = [];

    /// <summary>Whose values these are; the name at the end of the line.</summary>
    [Parameter]
    public string SeriesName { get; set; } = "Latest";

    /// <summary>At most four can be told apart.</summary>
    [Parameter]
    public IReadOnlyList<Comparator> Comparators { get; set; } = [];

    [Parameter]
    public IReadOnlyList<SeriesBreak> Breaks { get; set; } = [];

    [Parameter]
    public string PeriodName { get; set; } = "Period";

    [Parameter]
    public string MeanName { get; set; } = "Mean";

    internal static string ComparatorClass(int index) => $"trellis-line--compared-{index % Comparisons + 1}";

    protected override void OnParametersSet()
    {
        ticks = Ticks.Over(Drawn(), Minimum, Maximum);
        axisLines = AxisLines(ticks);
        var top = axisLines.Count * LineHeight + 12.0;
        breaks = [];
        foreach (var change in Breaks)
        {
            var lines = Words.Lines(change.Words, BreakLength);
            breaks.Add((change, lines, top));
            top += lines.Count * LineHeight;
        }

        // The labels are as high whatever the plot's height is; a plot that they do not fit beside becomes higher.
        var labels = TimeEnds.Of(this, new(Points.Count, ticks, top, LeastHeight));
        var height = Math.Max(LeastHeight, labels.Sum(label => label.Height));
        scale = new(Points.Count, ticks, top, height);
        path = new(scale);
        ends = TimeEnds.Of(this, scale);
        endMiddles = LabelColumn.Place([.. ends.Select(end => (end.Y, end.Height))], scale.Top - 8, scale.Bottom + 8);

        gutters = new(
            Gutters.For(ticks.Values.Max(tick => ticks.Label(tick).Length), 8),
            Gutters.For(ends.SelectMany(end => end.Lines).Select(line => line.Length).DefaultIfEmpty().Max(), 20)
        );
        var letters = Points.Select(point => point.Short.Length).DefaultIfEmpty().Max();
        every = AxisLabels.Every(Points.Count, letters, gutters.NarrowPlot);
    }

    private IEnumerable<decimal> Drawn() =>
        Points
            .SelectMany(point => new[] { point.Value, point.Mean, point.Lower, point.Upper, point.Target })
            .Concat(Comparators.SelectMany(comparator => comparator.Values))
            .OfType<decimal>();

    internal bool Judged => Points.Any(point => point.State != PointState.None);

    private bool Rebased(int index) => Points[index].Rebased;

    private List<KeyItem> Key()
    {
        var items = Points
            .Where(point => point.Value is not null && point.State != PointState.None)
            .Select(point => point.State)
            .Distinct()
            .Order()
            .Select(state => new KeyItem(ChartMarks.Symbol(Id, state.Shape(), state.Class(provisional: false)), state.Words()))
            .ToList();
        if (Points.Any(point => point is { Provisional: true, Value: not null }))
            items.Add(
                new(ChartMarks.Symbol(Id, MarkShape.Dot, PointState.None.Class(provisional: true)), "Provisional (hollow)")
            );
        return items;
    }

    // Many points stand close on a small screen, so they are smaller.
    private IEnumerable<(MarkShape, double)> Shapes()
    {
        var radius = Points.Count switch
        {
            <= 16 => 5,
            <= 36 => 4,
            _ => 3,
        };
        return Enum.GetValues<MarkShape>().Select(shape => (shape, shape == MarkShape.Dot ? radius : radius + 1.0));
    }

    /// <summary>Missing values side by side that have the same shorthand, which is then written once, in their middle.</summary>
    private IEnumerable<(double X, string Shorthand)> Gaps()
    {
        for (var i = 0; i < Points.Count; i++)
        {
            if (Points[i].Value is not null)
                continue;
            var first = i;
            while (i + 1 < Points.Count && Points[i + 1].Value is null && Points[i + 1].Shorthand == Points[first].Shorthand)
                i++;
            yield return ((scale.X(first) + scale.X(i)) / 2, Points[first].Shorthand);
        }
    }
}
