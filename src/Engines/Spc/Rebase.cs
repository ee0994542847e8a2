namespace Trellis.Spc;

/// <summary>Rebasing by date.</summary>
public static class Rebase
{
    /// <summary>The points at which segments begin, for charts that are rebased on given dates.</summary>
    /// <param name="periods">The first day of each point's period, ascending.</param>
    /// <param name="dates">When the process changed, in any order.</param>
    /// <returns>
    /// Ascending indices of the first period that begins on or after each date. A date after the last period gives none: nothing has been
    /// measured since. Two dates before the same period give one.
    /// </returns>
    /// <exception cref="ArgumentException">The periods do not ascend.</exception>
    public static int[] At(ReadOnlySpan<DateOnly> periods, ReadOnlySpan<DateOnly> dates)
    {
        for (var i = 1; i < periods.Length; i++)
        {
            if (periods[i] <= periods[i - 1])
            {
                throw new ArgumentException("Periods ascend.", nameof(periods));
            }
        }

        var starts = new SortedSet<int>();
        foreach (var date in dates)
        {
            var at = periods.BinarySearch(date);
            starts.Add(at < 0 ? ~at : at);
        }

        starts.Remove(periods.Length);
        return [.. starts];
    }
}
