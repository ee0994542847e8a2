namespace Trellis.Spc;

/// <summary>u-charts: rates of events in a varying exposure, such as a population. W A Shewhart, "Economic Control of Quality of Manufactured Product" (1931).</summary>
public static class UChart
{
    /// <summary>
    /// Draws a chart of counts / exposures × per. Per segment: centre u = all counts / all exposures; sigma(i) = √(u / n(i)); limits u ± 3 sigma(i), cut at 0; "near"
    /// beyond 2 sigma(i). With <see cref="ChartOptions.LaneyCorrected"/> (u′) sigma(i) is multiplied by the mean moving range of
    /// z(i) = (u(i) - u) / sigma(i), over 1.128. The rules are those of <see cref="XmrChart"/>.
    /// </summary>
    /// <param name="counts">Events, in order of time, 0 or more; at least one point, NaN where missing.</param>
    /// <param name="exposures">What they are counted in (children, days), one for each count; NaN where missing. 0 in 0 is a missing value too.</param>
    /// <param name="per">The unit: 10,000 for a rate per 10,000 children.</param>
    /// <param name="options">Null for <see cref="ChartOptions.Default"/>.</param>
    /// <param name="rebaseAt">As for <see cref="XmrChart"/>.</param>
    /// <param name="targets">As for <see cref="XmrChart"/>, in the unit of <paramref name="per"/>.</param>
    /// <returns>The chart. Limits are refused where there is no event at all.</returns>
    /// <exception cref="ArgumentException">The spans do not fit each other, or a count or exposure is negative.</exception>
    public static Chart Draw(
        ReadOnlySpan<double> counts,
        ReadOnlySpan<double> exposures,
        double per = 1,
        ChartOptions? options = null,
        ReadOnlySpan<int> rebaseAt = default,
        ReadOnlySpan<double> targets = default) =>
        exposures.IsEmpty
            ? throw new ArgumentException("Rates need exposures.", nameof(exposures))
            : CountChart.Draw(counts, exposures, new CountKind(false, per), options, rebaseAt, targets);
}
