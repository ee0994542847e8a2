using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Trellis.Spc;

/// <summary>
/// A sum that keeps what rounding would lose (D E Knuth's two-sum, 1969), so that a mean is the double nearest to the true one. A point that
/// equals its mean, or a limit, is then found to do so whatever the order and size of the others; a plain sum would put it to one side.
/// </summary>
internal readonly struct Total
{
    private readonly double high;
    private readonly double low;

    private Total(Vector256<double> highs, Vector256<double> lows, int count)
    {
        var (pair, other) = (highs.GetLower(), highs.GetUpper());
        var pairs = pair + other;
        var lost = Lost(pair, other, pairs) + lows.GetLower() + lows.GetUpper();
        high = pairs[0] + pairs[1];
        low = Lost(pairs, Vector128.Create(pairs[1]), Vector128.Create(high))[0] + lost[0] + lost[1];
        Count = count;
    }

    public int Count { get; }

    public double Sum => high + low;

    /// <summary>NaN of nothing.</summary>
    public double Mean
    {
        get
        {
            var near = high / Count;
            return near + (Math.FusedMultiplyAdd(-near, Count, high) + low) / Count;
        }
    }

    /// <summary>Of the known values.</summary>
    public static Total Of(in Padded values)
    {
        Vector256<double> highs = default, lows = default;
        var count = 0;
        for (var i = 0; i < values.Count; i += Padded.Four)
        {
            var four = values.FourAt(i);
            Add(ref highs, ref lows, ref count, four, Vector256.Equals(four, four));
        }

        return new Total(highs, lows, count);
    }

    /// <summary>Of the moving ranges between known neighbours, as far as they are below a limit.</summary>
    public static Total OfRanges(in Padded values, double below)
    {
        Vector256<double> highs = default, lows = default;
        var (limit, count) = (Vector256.Create(below), 0);
        for (var i = 0; i < values.Count; i += Padded.Four)
        {
            var ranges = Vector256.Abs(values.FourAt(i) - values.FourBefore(i));
            Add(ref highs, ref lows, ref count, ranges, Vector256.LessThan(ranges, limit));
        }

        return new Total(highs, lows, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref Vector256<double> highs, ref Vector256<double> lows, ref int count, Vector256<double> values, Vector256<double> wanted)
    {
        var added = values & wanted;
        var sums = highs + added;
        var taken = sums - highs;
        lows += highs - (sums - taken) + (added - taken);
        highs = sums;
        count += BitOperations.PopCount(wanted.ExtractMostSignificantBits());
    }

    private static Vector128<double> Lost(Vector128<double> one, Vector128<double> other, Vector128<double> sum)
    {
        var taken = sum - one;
        return one - (sum - taken) + (other - taken);
    }
}
