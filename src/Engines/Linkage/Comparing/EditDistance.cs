namespace Trellis.Linkage;

/// <summary>
/// How many slips lie between two texts, a slip being a sign put in, left out, put for another, or two neighbours changed about (Damerau 1964; each place is
/// edited once, "optimal string alignment").
/// </summary>
public static class EditDistance
{
    /// <summary>The distance, byte by byte. Texts up to 64 bytes are reckoned a column at a time as bits of a word (Hyyrö 2003); longer ones count by their first 64.</summary>
    public static int Of(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        a = a[..Math.Min(64, a.Length)];
        b = b[..Math.Min(64, b.Length)];
        if (a.Length == 0)
        {
            return b.Length;
        }

        Span<ulong> places = stackalloc ulong[256];
        places.Clear();
        for (var i = 0; i < a.Length; i++)
        {
            places[a[i]] |= 1UL << i;
        }

        var (up, down, diagonal, before, distance) = (ulong.MaxValue, 0UL, 0UL, 0UL, a.Length);
        var last = 1UL << (a.Length - 1);
        foreach (var letter in b)
        {
            var here = places[letter];
            diagonal = (((~diagonal & here) << 1) & before) | (((here & up) + up) ^ up) | here | down;
            var rises = down | ~(diagonal | up);
            var falls = diagonal & up;
            distance += (rises & last) != 0 ? 1 : (falls & last) != 0 ? -1 : 0;
            rises = (rises << 1) | 1;
            (up, down) = ((falls << 1) | ~(diagonal | rises), rises & diagonal);
            before = here;
        }

        return distance;
    }

    /// <summary>Whether one slip, or none, lies between them.</summary>
    public static bool IsWithinOne(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.Length > b.Length)
        {
            return IsWithinOne(b, a);
        }

        if (b.Length - a.Length > 1)
        {
            return false;
        }

        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        return b.Length <= 1
            || (a.Length < b.Length ? a.SequenceEqual(b[1..]) : a[1..].SequenceEqual(b[1..]) || (a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..])));
    }
}
