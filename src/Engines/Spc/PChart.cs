namespace Trellis.Spc;

/// <summary>p-charts: proportions, with limits by the number of cases behind each. W A Shewhart, "Economic Control of Quality of Manufactured Product" (1931).</summary>
public static class PChart
{
    /// <summary>
    /// Draws a chart of counts / denominators × per. Per segment: centre p = all counts / all denominators; sigma(i) = √(p (1 - p) / n(i)); limits p ± 3 sigma(i),
    /// cut at 0 and 1; "near" beyond 2 sigma(i). With <see cref="ChartOptions.LaneyCorrected"/> (p′) sigma(i) is multiplied by the mean
    /// moving range of z(i) = (p(i) - p) / sigma(i), over 1.128. The rules are those of <see cref="XmrChart"/>.
    /// </summary>
    /// <param name="counts">Cases with the event, in order of time, from 0 to their denominator; at least one point, NaN where missing.</param>
    /// <param name="denominators">All cases, one for each count; NaN where missing. 0 of 0 is a missing value too.</param>
    /// <param name="per">The unit: 1 for a share of 0 to 1, 100 for percentages.</param>
    /// <param name="options">Null for <see cref="ChartOptions.Default"/>.</param>
    /// <param name="rebaseAt">As for <see cref="XmrChart"/>.</param>
    /// <param name="targets">As for <see cref="XmrChart"/>, in the unit of <paramref name="per"/>.</param>
    /// <returns>The chart. Limits are refused where no case, or every case, has the event.</returns>
    /// <exception cref="ArgumentException">The spans do not fit each other, or a count does not fit its denominator.</exception>
    public static Chart Draw(
        ReadOnlySpan<double> counts,
        ReadOnlySpan<double> denominators,
        double per = 1,
        ChartOptions? options = null,
        ReadOnlySpan<int> rebaseAt = default,
        ReadOnlySpan<double> targets = default) =>
        denominators.IsEmpty
            ? throw new ArgumentException("Proportions need denominators.", nameof(denominators))
            : CountChart.Draw(counts, denominators, new CountKind(true, per), options, rebaseAt, targets);
}
