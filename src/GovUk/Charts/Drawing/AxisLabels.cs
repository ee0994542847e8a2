namespace Trellis.GovUk;

/// <summary>Which labels along an axis are shown, so that none touches the next: every so many, counted from one of its ends.</summary>
internal static class AxisLabels
{
    private const int Gap = 10;

    /// <param name="letters">The length of the longest label.</param>
    /// <param name="narrowPlot">Pixels that the axis has on a small screen.</param>
    /// <returns>1 for all, 2 for every other one, and so on. What is shown in a narrow plot is shown in a wide one too.</returns>
    public static (int Narrow, int Wide) Every(int count, int letters, double narrowPlot)
    {
        var narrow = EveryWithin(count, letters, narrowPlot);
        var wide = EveryWithin(count, letters, Gutters.WidePlot);
        while (narrow % wide != 0)
            wide++;
        return (narrow, wide);
    }

    /// <param name="steps">How far the label is from the end of the axis that is always labelled.</param>
    /// <returns>Null where no label is shown.</returns>
    public static string? ClassAt(int steps, (int Narrow, int Wide) every) =>
        steps % every.Narrow == 0 ? "trellis-chart__axis"
        : steps % every.Wide == 0 ? "trellis-chart__axis trellis-chart__wide"
        : null;

    private static int EveryWithin(int count, int letters, double width)
    {
        var fit = Math.Max(1, width / (Words.Width(letters) + Gap));
        return Math.Max(1, (int)Math.Ceiling(count / fit));
    }
}
