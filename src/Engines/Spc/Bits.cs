namespace Trellis.Spc;

/// <summary>
/// One bit a point, the first point lowest, in words of 64. Runs are found for all points of a word at once: what is left of a run of seven when each bit
/// must have six before it is its end, and spreading that back over six gives the run its points again.
/// </summary>
internal static class Bits
{
    public const int OfWord = 64;

    public static bool Has(ReadOnlySpan<ulong> bits, int point) => (bits[point / OfWord] >> (point % OfWord) & 1) != 0;

    /// <summary>Keeps each bit that ends a run of so many.</summary>
    public static void KeepEnds(Span<ulong> bits, int length)
    {
        for (int have = 1, by; have < length; have += by)
        {
            by = Math.Min(have, length - have);
            for (var word = bits.Length - 1; word >= 0; word--)
            {
                bits[word] &= Later(bits, word, by);
            }
        }
    }

    /// <summary>Gives each bit the ones before it, so that they are so many.</summary>
    public static void SpreadBack(Span<ulong> bits, int length)
    {
        for (int have = 1, by; have < length; have += by)
        {
            by = Math.Min(have, length - have);
            for (var word = 0; word < bits.Length; word++)
            {
                bits[word] |= bits[word] >> by | (word + 1 < bits.Length ? bits[word + 1] << (OfWord - by) : 0);
            }
        }
    }

    /// <summary>A word in which each point has the bit of the one so many before it: 1 to 63.</summary>
    public static ulong Later(ReadOnlySpan<ulong> bits, int word, int by) =>
        bits[word] << by | (word > 0 ? bits[word - 1] >> (OfWord - by) : 0);
}
