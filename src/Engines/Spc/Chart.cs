namespace Trellis.Spc;

/// <summary>A drawn chart: what <see cref="XmrChart"/>, <see cref="PChart"/>, <see cref="CChart"/> and <see cref="UChart"/> answer. It does not change.</summary>
public sealed class Chart
{
    private readonly Segment[] segments;
    private readonly PointBits[] points;
    private readonly Lines[] lines;
    private readonly ImprovementDirection direction;

    /// <param name="segments">In order, together all points.</param>
    /// <param name="points">What is known of the points of each.</param>
    /// <param name="lines">The lines of each.</param>
    /// <param name="direction">Which way is better.</param>
    /// <param name="target">The target at the last point; NaN for none.</param>
    internal Chart(Segment[] segments, PointBits[] points, Lines[] lines, ImprovementDirection direction, double target)
    {
        (this.segments, this.points, this.lines, this.direction) = (segments, points, lines, direction);
        var last = segments[^1].Length - 1;
        Variation = Verdicts.Icon(points[^1].CauseOf(last), direction);
        Assurance = Verdicts.Of(target, lines[^1].Lower[last], lines[^1].Upper[last], direction);
    }

    /// <summary>How many points, missing ones counted; 1 or more.</summary>
    public int Count => segments[^1].Start + segments[^1].Length;

    /// <summary>One for the whole series, and one more for each rebasing, in order.</summary>
    public ReadOnlySpan<Segment> Segments => segments;

    /// <summary>What the last point of the series shows. When its value is missing that is common cause: leave trailing gaps out to hear of the last value.</summary>
    public VariationIcon Variation { get; }

    /// <summary>What the limits at the last point say about the target there.</summary>
    public Assurance Assurance { get; }

    /// <summary>One point, put together when asked for.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public ChartPoint this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var of = SegmentOf(index);
            var within = index - segments[of].Start;
            var value = points[of].Values.Values[within];
            var (lower, upper) = (lines[of].Lower[within], lines[of].Upper[within]);
            var cause = points[of].CauseOf(within);
            return new ChartPoint
            {
                Value = value,
                Segment = of,
                Centre = segments[of].Centre,
                LowerLimit = lower,
                UpperLimit = upper,
                Side = double.IsNaN(value) ? null : points[of].SideOf(within),
                Zone = double.IsNaN(value) || double.IsNaN(lower) ? Zone.Unknown : points[of].ZoneOf(within),
                Cause = cause,
                Type = Verdicts.Type(cause, direction),
            };
        }
    }

    private int SegmentOf(int index)
    {
        var segment = segments.Length - 1;
        while (segments[segment].Start > index)
        {
            segment--;
        }

        return segment;
    }
}
