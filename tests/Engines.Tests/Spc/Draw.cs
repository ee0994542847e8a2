using Trellis.Spc;

namespace Trellis.Engines.Tests.Spc;

/// <summary>Charts in one line, with limits on series as short as a test can be read.</summary>
internal static class Draw
{
    public static readonly ChartOptions AnyLength = new() { MinimumPoints = 0, Direction = ImprovementDirection.Increase };

    public static Chart Xmr(double[] values, ChartOptions? options = null, int[]? rebaseAt = null, double[]? targets = null) =>
        XmrChart.Draw(values, options ?? AnyLength, rebaseAt, targets);

    public static ChartPoint[] Points(this Chart chart) => [.. Enumerable.Range(0, chart.Count).Select(i => chart[i])];

    public static SpecialCause[] Causes(this Chart chart) => [.. chart.Points().Select(p => p.Cause)];

    /// <summary>So many points with these values in turn.</summary>
    public static double[] Turns(int points, params double[] values) => [.. Enumerable.Range(0, points).Select(i => values[i % values.Length])];
}
