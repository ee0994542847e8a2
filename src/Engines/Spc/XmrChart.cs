namespace Trellis.Spc;

/// <summary>
/// XmR charts: single values, with limits from the ranges between neighbours. W A Shewhart's method in the form of D J Wheeler,
/// "Understanding Variation" (1993), with screening after L S Nelson, "Control Charts for Individual Measurements" (1982), and the rules of NHS
/// England's Making Data Count, as NHSRplotthedots 0.2.2 (2025) works them out.
/// </summary>
public static class XmrChart
{
    /// <summary>
    /// A mean range below this share of the mean comes from rounding: 0.3 - 0.2 and 0.1 differ in the sixteenth digit.
    /// </summary>
    private const double Rounding = 1e-12;

    /// <summary>
    /// Draws a chart. Per segment: mean m of the values; mean moving range r of |y(i) - y(i-1)|, once more without those of
    /// <see cref="ChartOptions.ScreeningFactor"/> × r or above; limits m ± <see cref="ChartOptions.LimitFactor"/> × r; "near" from two thirds of that
    /// distance; then the rules, each within the segment. Means are sums with compensation, so that a point ties with a line only when it
    /// equals the double nearest to it.
    /// </summary>
    /// <param name="values">
    /// In order of time, equally spaced, in any unit; at least one, each finite and within ±1e100. NaN is a missing value: it is in no mean, the
    /// ranges to both sides of it fall away, it breaks trends and runs, and it counts as a point of <see cref="ChartOptions.FixAfter"/>.
    /// </param>
    /// <param name="options">Null for <see cref="ChartOptions.Default"/>.</param>
    /// <param name="rebaseAt">The first points of further segments, ascending, from 0 to the last index; 0 changes nothing.</param>
    /// <param name="targets">None, one for all points, or one for each (NaN where there is none), in the unit of the values.</param>
    /// <returns>The chart; limits are refused segment by segment, see <see cref="LimitRefusal"/>. Without limits trends and runs are
    /// still found; no runs, though, where nearly all values are the same, for these lie on one side of their mean.</returns>
    /// <exception cref="ArgumentException">The spans do not fit each other, or a value is infinite.</exception>
    public static Chart Draw(
        ReadOnlySpan<double> values, ChartOptions? options = null, ReadOnlySpan<int> rebaseAt = default, ReadOnlySpan<double> targets = default)
    {
        options ??= ChartOptions.Default;
        Series.Check(values, nameof(values));
        var target = Series.LastTarget(targets, values.Length);
        var segments = Series.Cut(values.Length, rebaseAt);
        var points = new PointBits[segments.Length];
        var lines = new Lines[segments.Length];
        for (var i = 0; i < segments.Length; i++)
        {
            var own = new Padded(values.Slice(segments[i].Start, segments[i].Length));
            segments[i] = Measure(segments[i], own, options);
            points[i] = new PointBits(own);
            lines[i] = LinesOf(segments[i], options);
            points[i].Place(lines[i]);
            PointRules.Apply(points[i], segments[i], options);
        }

        return new Chart(segments, points, lines, options.Direction, target);
    }

    private static Segment Measure(Segment segment, in Padded values, ChartOptions options)
    {
        var baseline = options.FixAfter < values.Count ? new Padded(values.Values[..options.FixAfter.Value]) : values;
        var total = Total.Of(baseline);
        var ranges = Total.OfRanges(baseline, double.PositiveInfinity);
        var (centre, range) = (total.Mean, ranges.Mean);
        var screened = double.IsPositiveInfinity(options.ScreeningFactor) ? range : Total.OfRanges(baseline, options.ScreeningFactor * range).Mean;
        var known = baseline.Count == values.Count ? total.Count : Total.Of(values).Count;
        return segment with
        {
            Known = known,
            Centre = centre,
            MeanRange = screened,
            Refusal = known < options.MinimumPoints ? LimitRefusal.TooFewPoints
                : ranges.Count == 0 ? LimitRefusal.NoNeighbours
                : IsNothing(range, centre) ? LimitRefusal.FlatSeries
                : IsNothing(screened, centre) ? LimitRefusal.ZeroScreenedRange
                : LimitRefusal.None,
        };
    }

    private static bool IsNothing(double range, double centre) => !(range > Math.Abs(centre) * Rounding);

    private static Lines LinesOf(in Segment segment, ChartOptions options)
    {
        var centre = segment.Centre;
        var range = segment.Refusal == LimitRefusal.None ? segment.MeanRange : double.NaN;
        var far = options.LimitFactor * range;
        var near = 2 * (options.LimitFactor / 3) * range;
        var bounds = new Bounds(options.LowerBound, options.UpperBound);
        return new Lines(
            centre,
            new Line(bounds.CutLower(centre - far, centre)),
            new Line(bounds.CutUpper(centre + far, centre)),
            new Line(centre - near),
            new Line(centre + near));
    }
}
