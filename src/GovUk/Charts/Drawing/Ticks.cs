using System.Globalization;

namespace Trellis.GovUk;

/// <summary>
/// The round numbers on an axis: steps of 1, 2 or 5 times a power of ten, about five of them. The axis starts at 0 where that
/// costs less than half of its length, and else just below the smallest value.
/// </summary>
public sealed class Ticks
{
    private const int Wanted = 5;
    private readonly int decimals;

    private Ticks(double start, double end, double step)
    {
        (Start, End) = (start, end);
        decimals = Math.Clamp(-(int)Math.Floor(Math.Log10(step) + 1e-9), 0, 15);
        var first = Math.Ceiling(start / step - 1e-9);
        var last = Math.Floor(end / step + 1e-9);
        Values = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
    }

    /// <summary>From the lowest, all between Start and End.</summary>
    public IReadOnlyList<double> Values { get; }

    public double Start { get; }

    public double End { get; }

    /// <summary>False where a length from the start of the axis would not be in proportion to the value.</summary>
    public bool HasZero => Start <= 0 && End >= 0;

    /// <param name="minimum">No value can be lower, so the axis does not go further either: 0 for a number of children.</param>
    /// <param name="maximum">The same at the upper end: 100 for a percentage.</param>
    public static Ticks Over(IEnumerable<decimal> values, decimal? minimum = null, decimal? maximum = null)
    {
        var all = values.Select(value => (double)value).ToList();
        var (low, high) = all.Count == 0 ? (0, 1) : (all.Min(), all.Max());
        var (least, most) = (
            Math.Min(low, (double?)minimum ?? double.MinValue),
            Math.Max(high, (double?)maximum ?? double.MaxValue)
        );
        if (high == low)
        {
            var room = low == 0 ? 1 : Math.Abs(low) / 2;
            (low, high) = (Math.Max(least, low - room), Math.Min(most, high + room));
        }
        if (low > 0 && low <= high / 2)
            low = Math.Max(0, least);
        if (high < 0 && high >= low / 2)
            high = Math.Min(0, most);

        var step = RoundUp((high - low) / Wanted);
        var start = Math.Max(least, Math.Floor(low / step + 1e-9) * step);
        var end = Math.Min(most, Math.Ceiling(high / step - 1e-9) * step);
        return new(start, end, step);
    }

    /// <summary>Where a value stands between the two ends, from 0 to 1.</summary>
    public double Share(double value) => (value - Start) / (End - Start);

    /// <summary>"1,250", "0.5", from a million "1.5m", from a thousand millions "2bn".</summary>
    public string Label(double tick)
    {
        var (unit, suffix) = Math.Max(Math.Abs(Start), Math.Abs(End)) switch
        {
            >= 1e9 => (1e9, "bn"),
            >= 1e6 => (1e6, "m"),
            _ => (1, ""),
        };
        var value = tick / unit;
        return value.ToString(unit == 1 ? $"N{decimals}" : "#,0.##", CultureInfo.InvariantCulture) + (value == 0 ? "" : suffix);
    }

    private static double RoundUp(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var times = rough / power;
        return power
            * (
                times <= 1 + 1e-9 ? 1
                : times <= 2 + 1e-9 ? 2
                : times <= 5 + 1e-9 ? 5
                : 10
            );
    }
}
