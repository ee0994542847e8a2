namespace Trellis.Spc;

/// <summary>What p-, c- and u-charts share: limits by the count behind each point.</summary>
internal static class CountChart
{
    /// <summary>The mean of the range of two values of a normal distribution with sigma 1 (Shewhart's d2).</summary>
    private const double RangeOfTwo = 1.128;

    public static Chart Draw(
        ReadOnlySpan<double> counts, ReadOnlySpan<double> sizes, CountKind kind, ChartOptions? options, ReadOnlySpan<int> rebaseAt, ReadOnlySpan<double> targets)
    {
        options ??= ChartOptions.Default;
        var series = CountSeries.Of(counts, sizes, kind);
        var target = Series.LastTarget(targets, counts.Length);
        var segments = Series.Cut(counts.Length, rebaseAt);
        var points = new PointBits[segments.Length];
        var lines = new Lines[segments.Length];
        for (var i = 0; i < segments.Length; i++)
        {
            var own = series.Slice(segments[i].Start, segments[i].Length);
            segments[i] = Measure(segments[i], own, options);
            points[i] = new PointBits(new Padded(own.Values));
            lines[i] = LinesOf(segments[i], own, options);
            points[i].Place(lines[i]);
            PointRules.Apply(points[i], segments[i], options);
        }

        return new Chart(segments, points, lines, options.Direction, target);
    }

    private static Segment Measure(Segment segment, CountSeries series, ChartOptions options)
    {
        var baseline = series.Slice(0, Math.Min(options.FixAfter ?? segment.Length, segment.Length));
        var centre = baseline.Centre;
        var ranges = options.LaneyCorrected ? Total.OfRanges(new Padded(baseline.Standardised(centre)), double.PositiveInfinity) : default;
        var known = Total.Of(new Padded(series.Values)).Count;
        return segment with
        {
            Known = known,
            Centre = centre,
            MeanRange = ranges.Mean,
            Refusal = known < options.MinimumPoints ? LimitRefusal.TooFewPoints
                : double.IsNaN(centre) ? LimitRefusal.NoNeighbours
                : !(series.Kind.Sigma(centre, 1) > 0) ? LimitRefusal.FlatSeries
                : !options.LaneyCorrected || ranges.Sum > 0 ? LimitRefusal.None
                : ranges.Count == 0 ? LimitRefusal.NoNeighbours
                : LimitRefusal.FlatSeries,
        };
    }

    private static Lines LinesOf(in Segment segment, CountSeries series, ChartOptions options)
    {
        var (centre, length) = (segment.Centre, series.Values.Length);
        var widening = segment.Refusal != LimitRefusal.None ? double.NaN : options.LaneyCorrected ? segment.MeanRange / RangeOfTwo : 1;
        var bounds = new Bounds(Math.Max(options.LowerBound, 0), Math.Min(options.UpperBound, series.Kind.Highest));
        var (lower, upper, nearLower, nearUpper) = (new double[length], new double[length], new double[length], new double[length]);
        for (var i = 0; i < length; i++)
        {
            var sigma = widening * series.Sigma(i, centre);
            lower[i] = bounds.CutLower(centre - 3 * sigma, centre);
            upper[i] = bounds.CutUpper(centre + 3 * sigma, centre);
            nearLower[i] = centre - 2 * sigma;
            nearUpper[i] = centre + 2 * sigma;
        }

        return new Lines(centre, new Line(lower), new Line(upper), new Line(nearLower), new Line(nearUpper));
    }
}
