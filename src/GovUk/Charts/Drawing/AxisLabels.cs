namespace Trellis.GovUk;

/// <summary>Which labels along an axis are shown, so that none touches the next: every so many, counted back from the latest.</summary>
internal static class AxisLabels
{
    private const int Gap = 10;

    /// <param name="letters">The length of the longest label.</param>
    /// <param name="width">Pixels that the axis has at the least.</param>
    /// <returns>1 for all, 2 for every other one, and so on.</returns>
    public static int Every(int count, int letters, double width)
    {
        if (count < 2)
            return 1;
        var fit = width / (Words.Width(letters) + Gap);
        return Math.Max(1, (int)Math.Ceiling(count / Math.Max(1, fit)));
    }

    /// <summary>The next number of labels left out between two that shows none which <paramref name="narrow"/> leaves out in its turn.</summary>
    public static int Within(int narrow, int every)
    {
        while (narrow % every != 0)
            every++;
        return every;
    }

    public static bool Shows(int index, int count, int every) => (count - 1 - index) % every == 0;
}
