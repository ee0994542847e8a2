namespace Trellis.Linkage;

/// <summary>What a threshold is expected to give.</summary>
/// <param name="Threshold">Pairs with at least this probability are taken for one person.</param>
/// <param name="Pairs">How many pairs that are.</param>
/// <param name="Precision">The share of them that is of one person.</param>
/// <param name="Recall">The share of all pairs of one person that is among them.</param>
public readonly record struct ExpectedQuality(double Threshold, int Pairs, double Precision, double Recall)
{
    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
}

/// <summary>The model's own estimate of precision and recall: the sum of probabilities is how many pairs are expected to be of one person.</summary>
public static class Expectation
{
    private static readonly double[] Thresholds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999];

    /// <summary>What each of ten thresholds from 0.5 to 0.999 is expected to give.</summary>
    public static IReadOnlyList<ExpectedQuality> Of(LinkageModel model, IReadOnlyList<ScoredPair> pairs)
    {
        var (counts, sums) = (new int[Thresholds.Length], new double[Thresholds.Length]);
        foreach (var pair in pairs as ScoredPair[] ?? [.. pairs])
        {
            for (var t = 0; t < Thresholds.Length && pair.Probability >= Thresholds[t]; t++)
            {
                counts[t]++;
                sums[t] += pair.Probability;
            }
        }

        var expected = new ExpectedQuality[Thresholds.Length];
        for (var t = 0; t < expected.Length; t++)
        {
            expected[t] = new ExpectedQuality(Thresholds[t], counts[t], counts[t] == 0 ? 1 : sums[t] / counts[t], Math.Min(1, sums[t] / model.Same.Pairs));
        }

        return expected;
    }

    /// <summary>The threshold with the best expected F1; of equal ones the highest.</summary>
    public static double BestThreshold(LinkageModel model, IReadOnlyList<ScoredPair> pairs)
    {
        var expected = Of(model, pairs);
        var best = expected.Count - 1;
        for (var t = best - 1; t >= 0; t--)
        {
            best = expected[t].F1 > expected[best].F1 ? t : best;
        }

        return expected[best].Threshold;
    }
}
