using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Trellis.Linkage;

/// <summary>A pair of records that was compared, and the number of its pattern.</summary>
internal readonly record struct ComparedPair(int A, int B, int Pattern);

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
        var found = new Found[pieces.Count];
        var workers = new System.Collections.Concurrent.ConcurrentBag<Worker>();
        Cores.Share(
            found.Length, parallel,
            () =>
            {
                var worker = new Worker(records, blocks, comparison, isPlausible, within);
                workers.Add(worker);
                return worker;
            },
            (worker, piece) => found[piece] = new Found(worker.Compare(pieces[piece].Rule, pieces[piece].First, pieces[piece].End), worker));
        return Join(found, workers, parallel);
    }

    /// <summary>Numbers the patterns anew, in ascending order: each thread had its own numbers.</summary>
    private static CandidatePairs Join(Found[] found, IEnumerable<Worker> workers, ParallelOptions parallel)
    {
        var all = new PatternTable();
        foreach (var worker in workers)
        {
            all.Add(worker.Seen);
        }

        var patterns = all.Patterns.ToArray();
        Array.Sort(patterns);
        var (counts, compared) = (new long[patterns.Length], 0L);
        for (var i = 0; i < patterns.Length; i++)
        {
            compared += counts[i] = all.CountOf(patterns[i]);
        }

        foreach (var worker in workers)
        {
            worker.Renumber(patterns);
        }

        var pieces = new ComparedPair[found.Length][];
        Cores.Share(found.Length, parallel, piece =>
        {
            var pairs = CollectionsMarshal.AsSpan(found[piece].Pairs);
            var numberOf = found[piece].Worker.NumberOf;
            var numbered = new ComparedPair[pairs.Length];
            for (var i = 0; i < numbered.Length; i++)
            {
                numbered[i] = pairs[i] with { Pattern = numberOf[pairs[i].Pattern] };
            }

            pieces[piece] = numbered;
            found[piece] = default;
        });
        return new CandidatePairs(pieces, patterns, counts, compared);
    }

    /// <summary>What a worker found in a piece, with its own numbers of patterns.</summary>
    private readonly record struct Found(List<ComparedPair> Pairs, Worker Worker);

    private sealed class Worker(RecordSet records, Blocks blocks, Comparison comparison, Func<ulong, bool> isPlausible, bool within)
    {
        /// <summary>How many records are gathered at once: with their blocks' numbers they stay in a core's own memory.</summary>
        private const int Together = 1024;
        private const int Wanted = -1;

        private readonly SimilarityCache cache = new();
        private bool[] plausible = new bool[1 << 12];
        private int judged;
        private int[] rows = [];
        private int[] numbers = [];

        /// <summary>Of each member gathered, where its row lies, and one; 0 for nowhere.</summary>
        private int[] places = [];
        private readonly List<(int I, int J)> pairs = [];

        public PatternTable Seen { get; } = new();

        public int[] NumberOf { get; private set; } = [];

        public void Renumber(ulong[] patterns)
        {
            NumberOf = new int[Seen.Patterns.Length];
            for (var i = 0; i < NumberOf.Length; i++)
            {
                NumberOf[i] = patterns.AsSpan().BinarySearch(Seen.Patterns[i]);
            }
        }

        public List<ComparedPair> Compare(int rule, int first, int end)
        {
            var kept = new List<ComparedPair>();
            while (first < end)
            {
                var next = first + 1;
                var gathered = blocks[rule, first].Length;
                while (next < end && gathered + blocks[rule, next].Length <= Together)
                {
                    gathered += blocks[rule, next++].Length;
                }

                var members = blocks.Run(rule, first, next);
                GatherNumbers(members);
                places.AsSpan(0, members.Length).Clear();
                pairs.Clear();
                var at = 0;
                for (; first < next; first++)
                {
                    var size = blocks[rule, first].Length;
                    Choose(rule, members, at, at + size);
                    at += size;
                }

                GatherRows(members);
                Compare(members, kept);
            }

            return kept;
        }

        /// <summary>The pairs of a block for which this is the first rule that brings them together.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Choose(int rule, ReadOnlySpan<int> members, int from, int to)
        {
            var sources = records.SourceNumbers;
            for (var i = from; i < to; i++)
            {
                var ofRow = numbers.AsSpan(i * BlockingRules.Most, BlockingRules.Most);
                for (var j = i + 1; j < to; j++)
                {
                    if (FirstCommon(ofRow, numbers.AsSpan(j * BlockingRules.Most, BlockingRules.Most)) == rule && (within || sources[members[i]] != sources[members[j]]))
                    {
                        pairs.Add((i, j));
                        places[i] = places[j] = Wanted;
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Compare(ReadOnlySpan<int> members, List<ComparedPair> kept)
        {
            var slots = records.Layout.Slots;
            foreach (var (i, j) in CollectionsMarshal.AsSpan(pairs))
            {
                var pattern = Seen.Count(comparison.Pattern(rows.AsSpan(places[i] - 1, slots), rows.AsSpan(places[j] - 1, slots), cache));
                if (pattern == judged)
                {
                    Judge(Seen.Patterns[pattern]);
                }

                if (plausible[pattern])
                {
                    kept.Add(new ComparedPair(members[i], members[j], pattern));
                }
            }
        }

        private void Judge(ulong pattern)
        {
            if (judged == plausible.Length)
            {
                Array.Resize(ref plausible, judged * 2);
            }

            plausible[judged++] = isPlausible(pattern);
        }

        /// <summary>Records lie scattered in memory: what is known of those of some blocks is brought together at once, so that the processor waits for many of them at a time.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void GatherNumbers(ReadOnlySpan<int> members)
        {
            if (places.Length < members.Length)
            {
                var room = Math.Max(Together, members.Length * 2);
                (places, rows, numbers) = (new int[room], new int[room * records.Layout.Slots], new int[room * BlockingRules.Most]);
            }

            for (var i = 0; i < members.Length; i++)
            {
                var from = blocks.NumbersOf(members[i]);
                var target = i * BlockingRules.Most;
                Vector256.Create(from).CopyTo(numbers.AsSpan(target));
                Vector256.Create(from[8..]).CopyTo(numbers.AsSpan(target + 8));
            }
        }

        /// <summary>The rows of those alone that are compared.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void GatherRows(ReadOnlySpan<int> members)
        {
            var (slots, all, target) = (records.Layout.Slots, records.Rows, 0);
            for (var i = 0; i < members.Length; i++)
            {
                if (places[i] == Wanted)
                {
                    var source = members[i] * slots;
                    for (var slot = 0; slot < slots; slot++)
                    {
                        rows[target + slot] = all[source + slot];
                    }

                    places[i] = target + 1;
                    target += slots;
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
