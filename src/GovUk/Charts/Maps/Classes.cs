namespace Trellis.GovUk;

/// <summary>
/// Classes of values for a map: about as many values in each, divided at round numbers. Where few values differ there are fewer
/// classes. A value that is a boundary belongs to the class above it, so that no two classes overlap.
/// </summary>
public sealed class Classes
{
    private readonly decimal[] boundaries;

    private Classes(decimal[] boundaries) => this.boundaries = boundaries;

    /// <summary>From the lowest; the first class is below the first of them.</summary>
    public IReadOnlyList<decimal> Boundaries => boundaries;

    public int Count => boundaries.Length + 1;

    /// <param name="wanted">At the most; five is as many as a reader tells apart.</param>
    public static Classes Of(IEnumerable<decimal> values, int wanted = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wanted, 1);
        var sorted = values.Order().ToList();
        var distinct = sorted.Distinct().ToList();
        for (var count = Math.Min(wanted, distinct.Count); count > 1; count--)
        {
            // Where many values are the same, shares of all values fall on one boundary twice; then the distinct ones are shared out.
            var exact = Shared(sorted, count);
            if (!Ascend([sorted[0], .. exact]))
                exact = Shared(distinct, count);
            foreach (var step in Steps(sorted[^1] - sorted[0]))
            {
                var found = new Classes([.. exact.Select(value => Rounded(value, step))]);
                if (Ascend(found.boundaries) && sorted.Select(found.IndexOf).Distinct().Count() == count)
                    return found;
            }
        }
        return new([]);
    }

    /// <summary>0 for the lowest class.</summary>
    public int IndexOf(decimal value)
    {
        var index = 0;
        while (index < boundaries.Length && value >= boundaries[index])
            index++;
        return index;
    }

    /// <summary>"Under 40", "40 to under 55", "55 or more"; "All values" for the only class.</summary>
    public IReadOnlyList<string> Ranges(Func<decimal, string> say) =>
        boundaries.Length == 0
            ? ["All values"]
            :
            [
                $"Under {say(boundaries[0])}",
                .. boundaries.Zip(boundaries.Skip(1), (from, to) => $"{say(from)} to under {say(to)}"),
                $"{say(boundaries[^1])} or more",
            ];

    /// <summary>The first value of each class but the lowest, all with about as many.</summary>
    private static decimal[] Shared(List<decimal> sorted, int count) =>
        [.. Enumerable.Range(1, count - 1).Select(i => sorted[i * sorted.Count / count])];

    private static bool Ascend(decimal[] numbers) => numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);

    private static decimal Rounded(decimal value, decimal step) => Math.Round(value / step, MidpointRounding.AwayFromZero) * step;

    /// <summary>5, 2 and 1 times powers of ten, the coarsest about a fifteenth of the range, each finer than the one before.</summary>
    private static IEnumerable<decimal> Steps(decimal range)
    {
        var power = 1m;
        while (power < range / 100)
            power *= 10;
        while (power > range / 10)
            power /= 10;
        for (var i = 0; i < 6 && power > 0; i++, power /= 10)
            foreach (var times in new[] { 5, 2, 1 })
                if (power * times <= range / 15)
                    yield return power * times;
    }
}
