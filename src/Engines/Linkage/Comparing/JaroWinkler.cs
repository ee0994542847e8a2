using System.Numerics;
using System.Runtime.Intrinsics;

namespace Trellis.Linkage;

/// <summary>
/// How alike two short texts are, 0 to 1: the mean of the shares of letters in common and of those in order (Jaro 1989), raised by up to four first letters
/// that agree (Winkler 1990, a tenth each).
/// </summary>
/// <remarks>Letters in common are found as bits of a word, so texts count by their first 64 bytes.</remarks>
public static class JaroWinkler
{
    private const double PrefixWeight = 0.1;

    /// <summary>The similarity of two texts, byte by byte: 1 when they are equal, 0 when they share nothing. Two empty texts have 1, one empty text has 0.</summary>
    public static double Of(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length == b.Length ? 1 : 0;
        }

        a = a[..Math.Min(64, a.Length)];
        b = b[..Math.Min(64, b.Length)];
        var reach = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        ulong takenA = 0, takenB = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var free = Places(b, a[i]) & Window(i, reach) & ~takenB;
            if (free != 0)
            {
                takenB |= free & (~free + 1);
                takenA |= 1UL << i;
            }
        }

        return Winkler(Jaro(a, b, takenA, takenB), Prefix(a, b));
    }

    /// <summary>The same of two texts of 1 to 16 bytes that lie in registers, zeros behind them.</summary>
    internal static double OfShort(Vector128<byte> a, int lengthA, Vector128<byte> b, int lengthB)
    {
        var reach = Math.Max(0, (Math.Max(lengthA, lengthB) / 2) - 1);
        uint takenA = 0, takenB = 0;
        var ofB = (1u << lengthB) - 1;
        for (var i = 0; i < lengthA; i++)
        {
            var free = Vector128.Equals(b, Vector128.Create(a.GetElement(i))).ExtractMostSignificantBits() & ofB & (uint)Window(i, reach) & ~takenB;
            if (free != 0)
            {
                takenB |= free & (~free + 1);
                takenA |= 1u << i;
            }
        }

        var common = BitOperations.PopCount(takenA);
        if (common == 0)
        {
            return 0;
        }

        var outOfOrder = 0;
        for (; takenA != 0; takenA &= takenA - 1, takenB &= takenB - 1)
        {
            outOfOrder += a.GetElement(BitOperations.TrailingZeroCount(takenA)) != b.GetElement(BitOperations.TrailingZeroCount(takenB)) ? 1 : 0;
        }

        var prefix = BitOperations.TrailingZeroCount(~Vector128.Equals(a, b).ExtractMostSignificantBits());
        return Winkler(Jaro(common, outOfOrder, lengthA, lengthB), Math.Min(4, prefix));
    }

    /// <summary>The most that the similarity can be when so many letters are in common: what is below a limit needs no closer look.</summary>
    internal static double AtMost(int common, int lengthA, int lengthB, int prefix) =>
        common == 0 ? 0 : Winkler((((double)common / lengthA) + ((double)common / lengthB) + 1) / 3, Math.Min(4, prefix));

    private static double Winkler(double jaro, int prefix) => jaro + (prefix * PrefixWeight * (1 - jaro));

    private static double Jaro(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ulong takenA, ulong takenB)
    {
        var common = BitOperations.PopCount(takenA);
        if (common == 0)
        {
            return 0;
        }

        var outOfOrder = 0;
        for (; takenA != 0; takenA &= takenA - 1, takenB &= takenB - 1)
        {
            outOfOrder += a[BitOperations.TrailingZeroCount(takenA)] != b[BitOperations.TrailingZeroCount(takenB)] ? 1 : 0;
        }

        return Jaro(common, outOfOrder, a.Length, b.Length);
    }

    private static double Jaro(int common, int outOfOrder, int lengthA, int lengthB) =>
        (((double)common / lengthA) + ((double)common / lengthB) + ((common - (outOfOrder / 2)) / (double)common)) / 3;

    private static ulong Window(int at, int reach)
    {
        var low = Math.Max(0, at - reach);
        var width = at + reach - low + 1;
        return low > 63 ? 0 : (width >= 64 ? ulong.MaxValue : (1UL << width) - 1) << low;
    }

    /// <summary>Where a letter stands in a text, as bits.</summary>
    private static ulong Places(ReadOnlySpan<byte> text, byte letter)
    {
        ulong places = 0;
        var at = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; at + 16 <= text.Length; at += 16)
            {
                places |= (ulong)Vector128.Equals(Vector128.Create(text.Slice(at, 16)), Vector128.Create(letter)).ExtractMostSignificantBits() << at;
            }
        }

        for (; at < text.Length; at++)
        {
            places |= text[at] == letter ? 1UL << at : 0;
        }

        return places;
    }

    private static int Prefix(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => Math.Min(4, a.CommonPrefixLength(b));
}
