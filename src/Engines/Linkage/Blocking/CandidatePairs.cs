using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Trellis.Linkage;

/// <summary>A pair of records that was compared, and the number of its pattern.</summary>
internal readonly record struct ComparedPair(int A, int B, int Pattern);

/// <summary>The distinct patterns that comparisons made, and how many pairs made each.</summary>
internal sealed class PatternTable
{
    private const int Free = -1;
    private int[] table = [.. Enumerable.Repeat(Free, 1 << 12)];

    public List<ulong> Patterns { get; } = [];

    public List<long> Counts { get; } = [];

    /// <summary>The number of a pattern, whose count goes up by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Count(ulong pattern, long times = 1)
    {
        var mask = table.Length - 1;
        var place = (int)((pattern * 0x9E37_79B9_7F4A_7C15) >> 40) & mask;
        while (table[place] != Free)
        {
            if (Patterns[table[place]] == pattern)
            {
                Counts[table[place]] += times;
                return table[place];
            }

            place = (place + 1) & mask;
        }

        table[place] = Patterns.Count;
        Patterns.Add(pattern);
        Counts.Add(times);
        if (Patterns.Count * 2 > table.Length)
        {
            Grow();
        }

        return Patterns.Count - 1;
    }

    private void Grow()
    {
        table = [.. Enumerable.Repeat(Free, table.Length * 4)];
        var mask = table.Length - 1;
        for (var number = 0; number < Patterns.Count; number++)
        {
            var place = (int)((Patterns[number] * 0x9E37_79B9_7F4A_7C15) >> 40) & mask;
            while (table[place] != Free)
            {
                place = (place + 1) & mask;
            }

            table[place] = number;
        }
    }
}

/// <summary>All pairs that any rule brings together, each once, with their patterns in ascending order.</summary>
internal sealed class CandidatePairs
{
    private CandidatePairs(ComparedPair[][] pieces, ulong[] patterns, long[] counts, long compared) =>
        (Pieces, Patterns, Counts, Compared) = (pieces, patterns, counts, compared);

    /// <summary>The pairs that may be of one person, in pieces; their order does not depend on the number of threads.</summary>
    public ComparedPair[][] Pieces { get; }

    public ulong[] Patterns { get; }

    /// <summary>How many pairs made each pattern, those among them that are not kept.</summary>
    public long[] Counts { get; }

    public long Compared { get; }

    /// <summary>Compares all pairs of the pieces. Pairs of a pattern that is not plausible are only counted; records of one file are compared with each other where asked ("within").</summary>
    public static CandidatePairs Compare(
        RecordSet records, Blocks blocks, IReadOnlyList<WorkPiece> pieces, Comparison comparison, Func<ulong, bool> isPlausible, bool within, ParallelOptions parallel)
    {
        var found = new (List<ComparedPair> Pairs, Worker Worker)[pieces.Count];
        var workers = new System.Collections.Concurrent.ConcurrentBag<Worker>();
        Parallel.For(
            0, pieces.Count, parallel, () => new Worker(records, blocks, comparison, isPlausible, within),
            (piece, _, worker) =>
            {
                found[piece] = (worker.Compare(pieces[piece].Rule, pieces[piece].First, pieces[piece].End), worker);
                return worker;
            },
            workers.Add);
        return Join(found, workers);
    }

    /// <summary>Numbers the patterns anew, in ascending order: each thread had its own numbers.</summary>
    private static CandidatePairs Join((List<ComparedPair> Pairs, Worker Worker)[] found, IEnumerable<Worker> workers)
    {
        var all = new PatternTable();
        foreach (var worker in workers)
        {
            for (var i = 0; i < worker.Seen.Patterns.Count; i++)
            {
                all.Count(worker.Seen.Patterns[i], worker.Seen.Counts[i]);
            }
        }

        ulong[] patterns = [.. all.Patterns];
        long[] counts = [.. all.Counts];
        Array.Sort(patterns, counts);
        foreach (var worker in workers)
        {
            worker.Renumber(patterns);
        }

        var pieces = new ComparedPair[found.Length][];
        Parallel.For(0, found.Length, piece =>
        {
            var (pairs, worker) = found[piece];
            pieces[piece] = [.. pairs.Select(p => p with { Pattern = worker.NumberOf[p.Pattern] })];
            found[piece] = default;
        });
        return new CandidatePairs(pieces, patterns, counts, counts.Sum());
    }

    private sealed class Worker(RecordSet records, Blocks blocks, Comparison comparison, Func<ulong, bool> isPlausible, bool within)
    {
        private readonly SimilarityCache cache = new();
        private readonly List<bool> plausible = [];
        private int[] rows = [];
        private int[] numbers = [];

        public PatternTable Seen { get; } = new();

        public int[] NumberOf { get; private set; } = [];

        public void Renumber(ulong[] patterns) => NumberOf = [.. Seen.Patterns.Select(p => Array.BinarySearch(patterns, p))];

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public List<ComparedPair> Compare(int rule, int first, int end)
        {
            var kept = new List<ComparedPair>();
            var slots = records.Layout.Slots;
            var sources = records.SourceNumbers;
            for (var block = first; block < end; block++)
            {
                var members = blocks[rule, block];
                Gather(members, slots);
                for (var i = 0; i < members.Length; i++)
                {
                    var row = rows.AsSpan(i * slots, slots);
                    var ofRow = numbers.AsSpan(i * BlockingRules.Most, BlockingRules.Most);
                    for (var j = i + 1; j < members.Length; j++)
                    {
                        if (FirstCommon(ofRow, numbers.AsSpan(j * BlockingRules.Most, BlockingRules.Most)) != rule || (!within && sources[members[i]] == sources[members[j]]))
                        {
                            continue;
                        }

                        var pattern = Seen.Count(comparison.Pattern(row, rows.AsSpan(j * slots, slots), cache));
                        if (pattern == plausible.Count)
                        {
                            plausible.Add(isPlausible(Seen.Patterns[pattern]));
                        }

                        if (plausible[pattern])
                        {
                            kept.Add(new ComparedPair(members[i], members[j], pattern));
                        }
                    }
                }
            }

            return kept;
        }

        /// <summary>Records lie scattered in memory: those of a block are brought together once, not for each pair.</summary>
        private void Gather(ReadOnlySpan<int> members, int slots)
        {
            if (rows.Length < members.Length * slots || numbers.Length < members.Length * BlockingRules.Most)
            {
                rows = new int[members.Length * slots * 2];
                numbers = new int[members.Length * BlockingRules.Most * 2];
            }

            for (var i = 0; i < members.Length; i++)
            {
                records.Row(members[i]).CopyTo(rows.AsSpan(i * slots));
                blocks.Numbers.AsSpan(members[i] * BlockingRules.Most, BlockingRules.Most).CopyTo(numbers.AsSpan(i * BlockingRules.Most));
            }
        }

        private static int FirstCommon(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
        {
            if (Vector256.IsHardwareAccelerated)
            {
                var (lowA, lowB) = (Vector256.Create(a), Vector256.Create(b));
                var (highA, highB) = (Vector256.Create(a[8..]), Vector256.Create(b[8..]));
                var low = Vector256.AndNot(Vector256.Equals(lowA, lowB), Vector256.Equals(lowA, Vector256<int>.Zero)).ExtractMostSignificantBits();
                var high = Vector256.AndNot(Vector256.Equals(highA, highB), Vector256.Equals(highA, Vector256<int>.Zero)).ExtractMostSignificantBits();
                return System.Numerics.BitOperations.TrailingZeroCount(low | (high << 8));
            }

            for (var i = 0; i < BlockingRules.Most; i++)
            {
                if (a[i] == b[i] && a[i] != 0)
                {
                    return i;
                }
            }

            return BlockingRules.Most;
        }
    }
}
