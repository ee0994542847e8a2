namespace Trellis.Linkage;

/// <summary>What chance gives: seen in random pairs, and reckoned for equal values.</summary>
/// <param name="Sampled">Of each evidence, group and level, how many random pairs have it.</param>
/// <param name="EqualPairs">Of each evidence and level of "equal", how many pairs of the whole set have it.</param>
/// <param name="AllPairs">How many pairs there are.</param>
/// <param name="Records">How many records there are.</param>
internal sealed record ChanceCounts(double[][][] Sampled, double[][] EqualPairs, double AllPairs, int Records)
{
    public static ChanceCounts Of(RecordSet records, Comparison comparison, bool within, ParallelOptions parallel) => new(
        RandomPairs.Sample(records, comparison, within, parallel), RandomPairs.EqualPairs(records, comparison, within, parallel), RandomPairs.All(records, within), records.Count);

    /// <summary>A guess, where there are no records: nearly all pairs differ, equal dates and places come once in twenty thousand pairs, equal identifiers once in ten million.</summary>
    public static ChanceCounts Guess(Evidence[] evidence)
    {
        const int Imagined = 100_000;
        const double Pairs = Imagined / 2.0 * (Imagined - 1);
        const double Sample = 1_000_000;
        const double Near = 0.003;
        const double EqualValue = 1 / 20_000.0;
        const double EqualIdentifier = 1e-7;
        double[] Sampled(Evidence e)
        {
            // Sex alone has a level of equal values that is not reckoned.
            double[] seen = [.. e.Levels.Select((l, i) => l.IsEqual ? 0 : i is Evidence.Missing or 1 || e.Levels.Length == 3 ? Sample * 0.4 : Sample * Near)];
            seen[0] = Sample * 0.05;
            return seen;
        }

        return new ChanceCounts(
            [.. evidence.Select(e => Enumerable.Range(0, e.Groups).Select(_ => Sampled(e)).ToArray())],
            [.. evidence.Select(e => e.Levels.Select(l => !l.IsEqual || l.Share is not null ? 0 : Pairs * (e.Levels.Length == IdentifierComparator.Levels ? EqualIdentifier : EqualValue)).ToArray())],
            Pairs, Imagined);
    }
}
