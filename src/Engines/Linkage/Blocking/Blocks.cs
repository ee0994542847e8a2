using System.Runtime.CompilerServices;

namespace Trellis.Linkage;

/// <summary>
/// Which records each rule brings together. Of each record and rule the number of its block is kept, so that a pair that several rules bring together is known by the first of them alone.
/// </summary>
internal sealed class Blocks
{
    private readonly int[][] members;
    private readonly int[][] starts;

    private Blocks(IReadOnlyList<BlockingRule> rules, int count)
    {
        Rules = rules;
        members = new int[rules.Count][];
        starts = new int[rules.Count][];
        Numbers = new int[count * BlockingRules.Most];
    }

    public IReadOnlyList<BlockingRule> Rules { get; }

    /// <summary>Of each record sixteen numbers of blocks, one for each rule; 0 where the rule says nothing of it. Two records meet in a rule where the numbers are equal and not 0.</summary>
    public int[] Numbers { get; }

    public int CountOf(int rule) => starts[rule].Length - 1;

    /// <summary>The records of a block, in ascending order.</summary>
    public ReadOnlySpan<int> this[int rule, int block] => members[rule].AsSpan(starts[rule][block]..starts[rule][block + 1]);

    /// <summary>Runs of blocks with some hundred thousand pairs each.</summary>
    public List<WorkPiece> Pieces()
    {
        const long Pairs = 200_000;
        var pieces = new List<WorkPiece>();
        for (var rule = 0; rule < Rules.Count; rule++)
        {
            var (first, sum) = (0, 0L);
            for (var block = 0; block < CountOf(rule); block++)
            {
                var size = this[rule, block].Length;
                sum += (long)size * (size - 1) / 2;
                if (sum >= Pairs || block == CountOf(rule) - 1)
                {
                    pieces.Add(new WorkPiece(rule, first, block + 1));
                    (first, sum) = (block + 1, 0);
                }
            }
        }

        return pieces;
    }

    /// <summary>Makes the blocks of all rules. Of a rule, blocks above a size are left out, so that it brings no more than a fair number of pairs: finer rules see to their records.</summary>
    public static Blocks Make(RecordSet records, IReadOnlyList<BlockingRule> rules, ParallelOptions parallel)
    {
        var blocks = new Blocks(rules, records.Count);
        Parallel.For(0, rules.Count, parallel, rule => blocks.Make(records, rule));
        return blocks;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Make(RecordSet records, int rule)
    {
        var key = Rules[rule].Key;
        var keyed = new ulong[records.Count];
        var count = 0;
        for (var record = 0; record < records.Count; record++)
        {
            var of = key(records.Row(record));
            if (of != 0)
            {
                keyed[count++] = ((ulong)of << 32) | (uint)record;
            }
        }

        RadixSort.ByHighHalf(keyed, count);
        Cut(keyed.AsSpan(0, count), rule, records.Count);
    }

    private void Cut(ReadOnlySpan<ulong> keyed, int rule, int records)
    {
        var largest = LargestFair(keyed, Math.Max(20_000, (long)records * 5 / 2));
        var (inBlocks, ends) = (new List<int>(keyed.Length / 2), new List<int>(keyed.Length / 4) { 0 });
        for (var start = 0; start < keyed.Length;)
        {
            var end = start + 1;
            while (end < keyed.Length && keyed[end] >> 32 == keyed[start] >> 32)
            {
                end++;
            }

            if (end - start > 1 && end - start <= largest)
            {
                for (var i = start; i < end; i++)
                {
                    inBlocks.Add((int)(uint)keyed[i]);
                    Numbers[((int)(uint)keyed[i] * BlockingRules.Most) + rule] = ends.Count;
                }

                ends.Add(inBlocks.Count);
            }

            start = end;
        }

        members[rule] = [.. inBlocks];
        starts[rule] = [.. ends];
    }

    /// <summary>The largest size of block with which all blocks up to it together bring no more pairs than that.</summary>
    private static int LargestFair(ReadOnlySpan<ulong> keyed, long pairs)
    {
        var sizes = new SortedDictionary<int, long>();
        for (var start = 0; start < keyed.Length;)
        {
            var end = start + 1;
            while (end < keyed.Length && keyed[end] >> 32 == keyed[start] >> 32)
            {
                end++;
            }

            if (end - start > 1)
            {
                sizes[end - start] = sizes.GetValueOrDefault(end - start) + 1;
            }

            start = end;
        }

        foreach (var (size, number) in sizes)
        {
            pairs -= number * size * (size - 1) / 2;
            if (pairs < 0)
            {
                return size - 1;
            }
        }

        return int.MaxValue;
    }
}

/// <summary>Sorting by counting, eleven bits at a time.</summary>
internal static class RadixSort
{
    private const int Bits = 11;

    /// <summary>Sorts by the upper 32 bits; what is equal there stays in its order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ByHighHalf(ulong[] values, int count)
    {
        var other = new ulong[count];
        var (from, to) = (values, other);
        var places = new int[1 << Bits];
        for (var shift = 32; shift < 64; shift += Bits)
        {
            Array.Clear(places);
            for (var i = 0; i < count; i++)
            {
                places[(int)(from[i] >> shift) & ((1 << Bits) - 1)]++;
            }

            var sum = 0;
            for (var i = 0; i < places.Length; i++)
            {
                (places[i], sum) = (sum, sum + places[i]);
            }

            for (var i = 0; i < count; i++)
            {
                to[places[(int)(from[i] >> shift) & ((1 << Bits) - 1)]++] = from[i];
            }

            (from, to) = (to, from);
        }

        // Three rounds end in the other array.
        from.AsSpan(0, count).CopyTo(values);
    }
}
