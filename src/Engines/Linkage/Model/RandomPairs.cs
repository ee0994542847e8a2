namespace Trellis.Linkage;

/// <summary>How often two records of different persons agree: seen in pairs drawn at random, and for equal values reckoned from how many records have each.</summary>
internal static class RandomPairs
{
    private const int Piece = 1 << 14;
    private const int Pieces = 16;

    /// <summary>Of each evidence, group and level, how many of so many random pairs have it.</summary>
    public static double[][][] Sample(RecordSet records, Comparison comparison, bool within, ParallelOptions parallel)
    {
        var evidence = comparison.Evidence;
        var samples = new System.Collections.Concurrent.ConcurrentBag<PatternTable>();
        Sampling Begin()
        {
            var sampling = new Sampling(records.Layout.Slots);
            samples.Add(sampling.Seen);
            return sampling;
        }

        Cores.Share(Pieces, parallel, Begin, (sampling, piece) =>
        {
            var random = new Random(20261127 + piece);
            for (var i = 0; i < Piece; i++)
            {
                var (a, b) = (random.Next(records.Count), random.Next(records.Count));
                if (a == b || (!within && records.SourceOf(a) == records.SourceOf(b)))
                {
                    continue;
                }

                sampling.Take(records.Row(a), records.Row(b), comparison);
            }

            sampling.Compare(comparison);
        });
        var counts = Array.ConvertAll(evidence, e => e.Numbers());
        foreach (var seen in samples)
        {
            for (var i = 0; i < seen.Patterns.Length; i++)
            {
                var pattern = seen.Patterns[i];
                for (var e = 0; e < evidence.Length; e++)
                {
                    counts[e][evidence[e].GroupIn(pattern)][evidence[e].LevelOf(pattern)] += seen.Counts[i];
                }
            }
        }

        return counts;
    }

    /// <summary>What one core has drawn.</summary>
    private sealed class Sampling(int slots)
    {
        /// <summary>How many pairs are brought together from memory at once: the processor waits for many of them at a time.</summary>
        private const int Together = 256;

        // Pairs drawn at random hardly come again.
        private readonly SimilarityCache cache = new(SimilarityCache.ForFew);
        private readonly int[] rows = new int[Together * 2 * slots];
        private int end;

        public PatternTable Seen { get; } = new();

        public void Take(ReadOnlySpan<int> a, ReadOnlySpan<int> b, Comparison comparison)
        {
            if (end == rows.Length)
            {
                Compare(comparison);
            }

            a.CopyTo(rows.AsSpan(end));
            b.CopyTo(rows.AsSpan(end + slots));
            end += 2 * slots;
        }

        /// <summary>Compares what was taken.</summary>
        public void Compare(Comparison comparison)
        {
            for (var at = 0; at < end; at += 2 * slots)
            {
                Seen.Count(comparison.Pattern(rows.AsSpan(at, slots), rows.AsSpan(at + slots, slots), cache));
            }

            end = 0;
        }
    }

    /// <summary>How many pairs of records there are to be linked: all of one set, or those of different files.</summary>
    public static double All(RecordSet records, bool within)
    {
        double n = records.Count;
        var all = n * (n - 1) / 2;
        for (var source = 0; !within && source < records.Sources.Count; source++)
        {
            double inside = records.SourceNumbers.Count((byte)source);
            all -= inside * (inside - 1) / 2;
        }

        return all;
    }

    /// <summary>Of each evidence and level of "equal" how many pairs of the whole set have it.</summary>
    public static double[][] EqualPairs(RecordSet records, Comparison comparison, bool within, ParallelOptions parallel)
    {
        var of = new double[comparison.Comparators.Count][][];
        Cores.Share(of.Length, parallel, c =>
        {
            of[c] = [.. comparison.Comparators[c].Evidence.Select(e => new double[e.Levels.Length])];
            comparison.Comparators[c].CountEqualPairs(records, column => PairsOf(records, column, within), of[c]);
        });
        return [.. of.SelectMany(o => o)];
    }

    private static double[] PairsOf(RecordSet records, int[] column, bool within)
    {
        var values = 0;
        foreach (var value in column)
        {
            values = Math.Max(values, value + 1);
        }

        var pairs = new double[values];
        var sources = records.SourceNumbers;
        var all = new int[values];
        foreach (var value in column)
        {
            all[value]++;
        }

        for (var v = 0; v < values; v++)
        {
            if (all[v] > 1)
            {
                pairs[v] = all[v] * (all[v] - 1.0) / 2;
            }
        }

        for (var source = 0; !within && source < records.Sources.Count; source++)
        {
            Array.Clear(all);
            for (var i = 0; i < column.Length; i++)
            {
                all[column[i]] += sources[i] == source ? 1 : 0;
            }

            for (var v = 0; v < values; v++)
            {
                pairs[v] -= all[v] * (all[v] - 1.0) / 2;
            }
        }

        return pairs;
    }
}
