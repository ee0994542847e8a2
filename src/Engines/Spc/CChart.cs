namespace Trellis.Spc;

/// <summary>c-charts: counts of events in periods alike. W A Shewhart, "Economic Control of Quality of Manufactured Product" (1931).</summary>
public static class CChart
{
    /// <summary>
    /// Draws a chart of counts. Per segment: centre c = their mean; limits c ± 3 √c, cut at 0; "near" beyond 2 √c. With
    /// <see cref="ChartOptions.LaneyCorrected"/> it is the u′-chart of an exposure that does not vary. The rules are those of <see cref="XmrChart"/>.
    /// </summary>
    /// <param name="counts">Events, in order of time, 0 or more; at least one point, NaN where missing.</param>
    /// <param name="options">Null for <see cref="ChartOptions.Default"/>.</param>
    /// <param name="rebaseAt">As for <see cref="XmrChart"/>.</param>
    /// <param name="targets">As for <see cref="XmrChart"/>.</param>
    /// <returns>The chart. Limits are refused where there is no event at all.</returns>
    /// <exception cref="ArgumentException">The spans do not fit each other, or a count is negative.</exception>
    public static Chart Draw(
        ReadOnlySpan<double> counts, ChartOptions? options = null, ReadOnlySpan<int> rebaseAt = default, ReadOnlySpan<double> targets = default) =>
        CountChart.Draw(counts, default, new CountKind(false, 1), options, rebaseAt, targets);
}
