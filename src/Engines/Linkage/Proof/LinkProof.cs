namespace Trellis.Linkage;

/// <summary>How right an outcome is, against the truth.</summary>
/// <param name="Threshold">Pairs with at least this probability were taken.</param>
/// <param name="Precision">The share of the pairs taken that is right.</param>
/// <param name="Recall">The share of all right pairs that was taken.</param>
public readonly record struct Quality(double Threshold, double Precision, double Recall)
{
    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
}

/// <summary>Whether probabilities keep what they promise, for those from one to another.</summary>
/// <param name="From">The lowest probability, included.</param>
/// <param name="To">The highest, excluded but for 1.</param>
/// <param name="Pairs">How many pairs have one between.</param>
/// <param name="Promised">The mean of their probabilities.</param>
/// <param name="True">The share of them that is of one person.</param>
public readonly record struct Calibration(double From, double To, int Pairs, double Promised, double True);

/// <summary>Holds an outcome against a truth that the records carry.</summary>
public sealed class LinkProof
{
    private readonly RecordSet records;
    private readonly int[] truth;
    private readonly bool within;

    /// <summary>Takes the truth of records that were read with its column.</summary>
    /// <param name="records">Read with the column of truth.</param>
    /// <param name="within">Whether pairs of one file count.</param>
    public LinkProof(RecordSet records, bool within)
    {
        (this.records, this.within) = (records, within);
        truth = records.Truth ?? throw new ArgumentException("The records were read without a column of truth.", nameof(records));
        TruePairs = PairsWithin(truth.AsSpan(0, records.Count));
    }

    /// <summary>How many pairs are of one person, those among them that were never compared.</summary>
    public double TruePairs { get; }

    /// <summary>Pairs at a threshold.</summary>
    public Quality Pairs(IReadOnlyList<ScoredPair> pairs, double threshold)
    {
        var (taken, right) = (0.0, 0.0);
        foreach (var pair in pairs)
        {
            if (pair.Probability >= threshold)
            {
                taken++;
                right += truth[pair.A] == truth[pair.B] ? 1 : 0;
            }
        }

        return new Quality(threshold, taken > 0 ? right / taken : 1, right / TruePairs);
    }

    /// <summary>Pairs at the threshold, of all that there are, with the best F1.</summary>
    public Quality BestPairs(IReadOnlyList<ScoredPair> pairs)
    {
        var best = default(Quality);
        var (taken, right) = (0.0, 0.0);
        foreach (var group in pairs.GroupBy(p => p.Probability, p => truth[p.A] == truth[p.B] ? 1 : 0).Select(g => (Probability: g.Key, Count: g.Count(), Right: g.Sum())).OrderByDescending(g => g.Probability))
        {
            taken += group.Count;
            right += group.Right;
            var here = new Quality(group.Probability, right / taken, right / TruePairs);
            best = here.F1 > best.F1 ? here : best;
        }

        return best;
    }

    /// <summary>Persons: all pairs of records that are one person, compared or not.</summary>
    public Quality Persons(int[] persons, double threshold)
    {
        var both = new Dictionary<(int, int), int>();
        var each = new int[records.Count];
        for (var record = 0; record < records.Count; record++)
        {
            ref var number = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(both, (persons[record], truth[record]), out var known);
            number = known ? number : both.Count;
            each[record] = number;
        }

        var (right, taken) = (PairsWithin(each), PairsWithin(persons));
        return new Quality(threshold, taken > 0 ? right / taken : 1, right / TruePairs);
    }

    /// <summary>Probabilities beside the truth, from 0.9, 0.5 and 0.1 on.</summary>
    public IReadOnlyList<Calibration> Calibrations(IReadOnlyList<ScoredPair> pairs)
    {
        (double From, double To)[] ranges = [(0.9, 1), (0.5, 0.9), (0.1, 0.5)];
        return [.. ranges.Select(range =>
        {
            var (count, sum, right) = (0, 0.0, 0);
            foreach (var pair in pairs)
            {
                if (pair.Probability >= range.From && (pair.Probability < range.To || range.To >= 1))
                {
                    count++;
                    sum += pair.Probability;
                    right += truth[pair.A] == truth[pair.B] ? 1 : 0;
                }
            }

            return new Calibration(range.From, range.To, count, count > 0 ? sum / count : 0, count > 0 ? (double)right / count : 0);
        })];
    }

    private double PairsWithin(ReadOnlySpan<int> groups)
    {
        var most = 0;
        foreach (var group in groups)
        {
            most = Math.Max(most, group);
        }

        var all = PairsWithin(groups, most, -1);
        for (var source = 0; !within && source < records.Sources.Count; source++)
        {
            all -= PairsWithin(groups, most, source);
        }

        return all;
    }

    /// <summary>Of the records of one file, or of all (-1).</summary>
    private double PairsWithin(ReadOnlySpan<int> groups, int most, int source)
    {
        var counts = new int[most + 1];
        var pairs = 0.0;
        for (var record = 0; record < groups.Length; record++)
        {
            if (source < 0 || records.SourceOf(record) == source)
            {
                pairs += counts[groups[record]]++;
            }
        }

        return pairs;
    }
}
