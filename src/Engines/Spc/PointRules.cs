namespace Trellis.Spc;

/// <summary>The rules for single points within one segment. Missing values break trends and runs, and no three with one in it count.</summary>
internal static class PointRules
{
    private const int WordsOnStack = 16;

    /// <param name="points">With their places; the rules that each is part of are added.</param>
    /// <param name="segment">
    /// Runs are not looked for beside a mean that is no centre: where nearly all values are the same, they all lie on one side of it.
    /// </param>
    /// <param name="options">Run length and which points count towards two of three.</param>
    public static void Apply(in PointBits points, in Segment segment, ChartOptions options)
    {
        var words = points.Above.Length;
        Span<ulong> scratch = words <= WordsOnStack ? stackalloc ulong[2 * WordsOnStack] : new ulong[2 * words];
        Span<ulong> one = scratch[..words], other = scratch.Slice(words, words);

        // A trend of seven points has six steps.
        AddRuns(points.Higher, options.RunLength - 1, options.RunLength, points.Trend, one);
        AddRuns(points.Lower, options.RunLength - 1, options.RunLength, points.Trend, one);
        if (segment.Refusal != LimitRefusal.ZeroScreenedRange)
        {
            AddRuns(points.Above, options.RunLength, options.RunLength, points.Run, one);
            AddRuns(points.Below, options.RunLength, options.RunLength, points.Run, one);
        }

        AddTwoOfThree(points, points.Above, options.TwoOfThree, one, other);
        AddTwoOfThree(points, points.Below, options.TwoOfThree, one, other);
    }

    /// <summary>Marks the points of each run of so many signs, back from its end.</summary>
    private static void AddRuns(ReadOnlySpan<ulong> signs, int length, int points, Span<ulong> marks, Span<ulong> ends)
    {
        signs.CopyTo(ends);
        Bits.KeepEnds(ends, length);
        if (ends.ContainsAnyExcept(0ul))
        {
            Bits.SpreadBack(ends, points);
            Add(ends, marks);
        }
    }

    private static void AddTwoOfThree(in PointBits points, ReadOnlySpan<ulong> side, TwoOfThree rule, Span<ulong> counting, Span<ulong> ends)
    {
        for (var word = 0; word < side.Length; word++)
        {
            counting[word] = side[word] & (points.Near[word] | (rule == TwoOfThree.NearOrOutside ? points.Outside[word] : 0));
        }

        MarkTwoOfThree(side, counting, ends);
        Add(ends, points.TwoOfThree);
    }

    /// <summary>Of three points on one side those are marked that count, when two or more do.</summary>
    internal static void MarkTwoOfThree(ReadOnlySpan<ulong> side, ReadOnlySpan<ulong> counting, Span<ulong> marks)
    {
        side.CopyTo(marks);
        Bits.KeepEnds(marks, 3);
        for (var word = 0; word < marks.Length; word++)
        {
            var (third, second, first) = (counting[word], Bits.Later(counting, word, 1), Bits.Later(counting, word, 2));
            marks[word] &= (third & second) | (third & first) | (second & first);
        }

        Bits.SpreadBack(marks, 3);
        for (var word = 0; word < marks.Length; word++)
        {
            marks[word] &= counting[word];
        }
    }

    private static void Add(ReadOnlySpan<ulong> bits, Span<ulong> marks)
    {
        for (var word = 0; word < marks.Length; word++)
        {
            marks[word] |= bits[word];
        }
    }
}
