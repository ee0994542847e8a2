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
        var counts = new double[Pieces][][][];
        Parallel.For(0, Pieces, parallel, piece =>
        {
            var of = evidence.Select(e => Enumerable.Range(0, e.Groups).Select(_ => new double[e.Levels.Length]).ToArray()).ToArray();
            var random = new Random(20261127 + piece);
            var cache = new SimilarityCache();
            for (var i = 0; i < Piece; i++)
            {
                var (a, b) = (random.Next(records.Count), random.Next(records.Count));
                if (a == b || (!within && records.SourceOf(a) == records.SourceOf(b)))
                {
                    continue;
                }

                var pattern = comparison.Pattern(records.Row(a), records.Row(b), cache);
                for (var e = 0; e < evidence.Length; e++)
                {
                    of[e][evidence[e].GroupIn(pattern)][evidence[e].LevelOf(pattern)]++;
                }
            }

            counts[piece] = of;
        });
        return [.. evidence.Select((e, i) => Enumerable.Range(0, e.Groups).Select(g => Enumerable.Range(0, e.Levels.Length).Select(l => counts.Sum(c => c[i][g][l])).ToArray()).ToArray())];
    }

    /// <summary>How many pairs of records there are to be linked: all of one set, or those of different files.</summary>
    public static double All(RecordSet records, bool within)
    {
        double n = records.Count;
        var inside = Enumerable.Range(0, records.Sources.Count).Select(s => (double)records.SourceNumbers.Count((byte)s)).Sum(c => c * (c - 1) / 2);
        return (n * (n - 1) / 2) - (within ? 0 : inside);
    }

    /// <summary>Of each evidence and level of "equal" how many pairs of the whole set have it.</summary>
    public static double[][] EqualPairs(RecordSet records, Comparison comparison, bool within, ParallelOptions parallel)
    {
        var of = new double[comparison.Comparators.Count][][];
        Parallel.For(0, of.Length, parallel, c =>
        {
            of[c] = [.. comparison.Comparators[c].Evidence.Select(e => new double[e.Levels.Length])];
            comparison.Comparators[c].CountEqualPairs(records, column => PairsOf(records, column, within), of[c]);
        });
        return [.. of.SelectMany(o => o)];
    }

    private static double[] PairsOf(RecordSet records, int[] column, bool within)
    {
        var values = column.Length == 0 ? 0 : column.Max() + 1;
        var pairs = new double[values];
        var sources = records.SourceNumbers;
        var all = new int[values];
        foreach (var value in column)
        {
            all[value]++;
        }

        for (var v = 0; v < values; v++)
        {
            pairs[v] = all[v] * (all[v] - 1.0) / 2;
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
