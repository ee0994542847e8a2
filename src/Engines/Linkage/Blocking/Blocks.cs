using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Trellis.Linkage;

/// <summary>
/// Which records each rule brings together. Of each record and rule the number of its block is kept, so that a pair that several rules bring together is known by the first of them alone.
/// </summary>
internal sealed class Blocks
{
    /// <summary>No block is larger than that.</summary>
    private const int Most = 1 << 12;

    /// <summary>How many bytes come from memory at once: the sixteen numbers of a record, where they begin at such a place.</summary>
    private const int Line = 64;

    private readonly int[][] members;
    private readonly int[][] starts;
    private readonly int[] numbers;
    private readonly int firstNumber;

    private Blocks(IReadOnlyList<BlockingRule> rules, int count)
    {
        Rules = rules;
        members = new int[rules.Count][];
        starts = new int[rules.Count][];
        Largest = new int[rules.Count];
        numbers = GC.AllocateArray<int>((count + 1) * BlockingRules.Most, pinned: true);
        firstNumber = (int)((-Marshal.UnsafeAddrOfPinnedArrayElement(numbers, 0) & (Line - 1)) / sizeof(int));
    }

    public IReadOnlyList<BlockingRule> Rules { get; }

    /// <summary>Of each record sixteen numbers of blocks, one for each rule; 0 where the rule says nothing of it. Two records meet in a rule where the numbers are equal and not 0.</summary>
    public ReadOnlySpan<int> NumbersOf(int record) => numbers.AsSpan(firstNumber + (record * BlockingRules.Most), BlockingRules.Most);

    /// <summary>Of each rule the largest size of a block; larger ones are left out.</summary>
    public int[] Largest { get; }

    public int CountOf(int rule) => starts[rule].Length - 1;

    /// <summary>The records of a block, in ascending order.</summary>
    public ReadOnlySpan<int> this[int rule, int block] => members[rule].AsSpan(starts[rule][block]..starts[rule][block + 1]);

    /// <summary>The records of the blocks from one to another, which is excluded.</summary>
    public ReadOnlySpan<int> Run(int rule, int first, int end) => members[rule].AsSpan(starts[rule][first]..starts[rule][end]);

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

    /// <summary>
    /// Makes the blocks of all usual rules. Of a rule, blocks above a size are left out, so that it brings no more than a fair number of pairs: finer rules see to their records. The sizes may be
    /// given, by the names of the rules.
    /// </summary>
    public static Blocks Make(RecordSet records, BlockingRules rules, ParallelOptions parallel, IReadOnlyDictionary<string, int>? largest = null)
    {
        var blocks = new Blocks([.. rules.All.Take(rules.Usual)], records.Count);
        void Make(int rule, KeySorting room, double again)
        {
            var keyed = room.Sorted(records, rules.All[rule].Key);
            blocks.Cut(keyed, rule, Fair(keyed, largest is null ? FairPairs(rules.All[rule], records.Count, again) : long.MaxValue, largest?.GetValueOrDefault(rules.All[rule].Name, 1) ?? Most));
        }

        // Where persons come again and again, every rule brings more pairs that are right.
        var again = 1.0;
        if (rules.Strict >= 0 && largest is null)
        {
            Make(rules.Strict, new KeySorting(records.Count), double.PositiveInfinity);
            again = Math.Max(1, blocks.PairsOf(rules.Strict) / (double)records.Count);
        }

        Cores.Share(rules.Usual, parallel, () => new KeySorting(records.Count), (room, rule) =>
        {
            if (rule != rules.Strict || largest is not null)
            {
                Make(rule, room, again);
            }
        });
        return blocks;
    }

    /// <summary>How many pairs a rule may bring: two and a half for each record, more where persons come again often; in small sets more, but by values that many share.</summary>
    private static long FairPairs(BlockingRule rule, int records, double again)
    {
        const double EachRecord = 2.5;
        const double Always = 500_000;
        const double AlwaysBroad = 20_000;
        return (long)Math.Min(long.MaxValue / 2.0, Math.Max(rule.IsBroad ? AlwaysBroad : Always, records * EachRecord * again));
    }

    private double PairsOf(int rule)
    {
        var pairs = 0.0;
        for (var block = 0; block < CountOf(rule); block++)
        {
            pairs += this[rule, block].Length * (this[rule, block].Length - 1.0) / 2;
        }

        return pairs;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cut(ReadOnlySpan<ulong> keyed, int rule, (int Largest, int Blocks, int Records) fair)
    {
        var (largest, count, together) = fair;
        Largest[rule] = largest;
        var (inBlocks, ends) = (new int[together], new int[count + 1]);
        var (block, at) = (0, 0);
        for (var start = 0; start < keyed.Length;)
        {
            var end = EndOf(keyed, start);
            if (end - start > 1 && end - start <= largest)
            {
                block++;
                for (var i = start; i < end; i++)
                {
                    var record = (int)(uint)keyed[i];
                    inBlocks[at++] = record;
                    numbers[firstNumber + (record * BlockingRules.Most) + rule] = block;
                }

                ends[block] = at;
            }

            start = end;
        }

        members[rule] = inBlocks;
        starts[rule] = ends;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EndOf(ReadOnlySpan<ulong> keyed, int start)
    {
        var end = start + 1;
        while (end < keyed.Length && keyed[end] >> 32 == keyed[start] >> 32)
        {
            end++;
        }

        return end;
    }

    /// <summary>The largest size, up to a given one, with which all blocks up to it together bring no more pairs than that; how many blocks those are, and how many records they hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Largest, int Blocks, int Records) Fair(ReadOnlySpan<ulong> keyed, long mostPairs, int largest)
    {
        var sizes = new int[Most];
        for (var start = 0; start < keyed.Length;)
        {
            var end = EndOf(keyed, start);
            sizes[Math.Min(end - start, Most - 1)]++;
            start = end;
        }

        var (size, blocks, records) = (2, 0, 0);
        for (; size < Most - 1 && size <= largest; size++)
        {
            mostPairs -= (long)sizes[size] * size * (size - 1) / 2;
            if (mostPairs < 0)
            {
                break;
            }

            (blocks, records) = (blocks + sizes[size], records + (sizes[size] * size));
        }

        return (size - 1, blocks, records);
    }
}
