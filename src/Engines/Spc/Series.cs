namespace Trellis.Spc;

/// <summary>What every chart asks of the series that it is given.</summary>
internal static class Series
{
    /// <summary>Larger than anything that is measured, and small enough that no sum or square overflows.</summary>
    private const double Largest = 1e100;

    public static void Check(ReadOnlySpan<double> values, string name)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("A chart needs one point at least.", name);
        }

        foreach (var value in values)
        {
            if (Math.Abs(value) > Largest)
            {
                throw new ArgumentOutOfRangeException(name, value, "A value is finite and within 1e100 of 0, or NaN for a missing one.");
            }
        }
    }

    /// <summary>The target at the last point; NaN for none.</summary>
    public static double LastTarget(ReadOnlySpan<double> targets, int points) =>
        targets.Length == 0 ? double.NaN
        : targets.Length == 1 || targets.Length == points ? targets[^1]
        : throw new ArgumentException("There is no target, or one, or one for each point.", nameof(targets));

    /// <summary>The whole series as segments that still lack their findings.</summary>
    public static Segment[] Cut(int points, ReadOnlySpan<int> rebaseAt)
    {
        var segments = new Segment[rebaseAt.Length + (rebaseAt is [0, ..] ? 0 : 1)];
        var last = segments.Length - 1;
        for (var (i, end) = (rebaseAt.Length - 1, points); last >= 0; i--, last--)
        {
            var start = i >= 0 ? rebaseAt[i] : 0;
            if (start < 0 || start >= end)
            {
                throw new ArgumentException("Rebasings are at points of the series, in ascending order and each once.", nameof(rebaseAt));
            }

            segments[last] = new Segment { Start = start, Length = end - start };
            end = start;
        }

        return segments;
    }
}
