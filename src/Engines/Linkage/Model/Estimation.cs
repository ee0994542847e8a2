namespace Trellis.Linkage;

/// <summary>
/// Learns a model from the data alone: chance from random pairs, the rest by expectation and maximisation over the distinct patterns of the pairs that blocking brought together
/// (Dempster, Laird and Rubin 1977; Winkler 1988).
/// </summary>
/// <remarks>
/// Counts are those of the whole set, not of the blocks: a pattern's pairs by chance are expected among all pairs, which the sample of random pairs knows, so that what blocking selects does not
/// bend the estimate. Of pairs of one person nearly all are in the blocks.
/// </remarks>
internal sealed class Estimation
{
    public const string OneHousehold = "one household";
    public const string TwinsOfHousehold = "twins";
    public const string NamesakesOfHousehold = "namesakes of one household";

    /// <summary>How many observations the expected rates count for before anything was seen, as a share of the pairs of the kind.</summary>
    private const double Faith = 0.001;
    private const int MostRounds = 60;
    private const int FewestRounds = 12;
    private const double Still = 1e-4;

    private readonly Evidence[] evidence;
    private readonly ChanceCounts counted;
    private readonly double[][][] chance;
    private readonly Kind[] kinds;

    private Estimation(Evidence[] evidence, ChanceCounts counted)
    {
        (this.evidence, this.counted) = (evidence, counted);
        chance = Array.ConvertAll(evidence, e => e.Numbers());
        SetChance(Array.ConvertAll(evidence, e => new double[e.Levels.Length]));
        kinds = evidence.Any(e => e.Name is "postcode" or "address" or "phone") ? [Same(), Household(), .. Twins(), .. Namesakes(), Community()] : [Same(), Community()];
    }

    /// <summary>A model before anything was learnt but chance.</summary>
    public static LinkageModel Begin(Evidence[] evidence, ChanceCounts counted) => new Estimation(evidence, counted).Model();

    /// <summary>Learns until the number of pairs of one person stands still.</summary>
    public static LinkageModel Learn(Evidence[] evidence, ChanceCounts counted, ulong[] patterns, long[] counts, CancellationToken cancel)
    {
        var estimation = new Estimation(evidence, counted);
        for (var round = 0; round < MostRounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            var before = estimation.kinds[0].Pairs;
            estimation.Round(patterns, counts);
            if (round >= FewestRounds && Math.Abs(estimation.kinds[0].Pairs - before) < before * Still)
            {
                break;
            }
        }

        return estimation.Model();
    }

    private LinkageModel Model() => new()
    {
        AllPairs = counted.AllPairs,
        Evidence = [.. evidence.Select((e, i) => new ModelEvidence(e.Name, [.. e.Levels.Select(l => l.Words)], chance[i]))],
        Same = kinds[0].Told(),
        Related = [.. kinds[1..].Select(k => k.Told())],
    };

    private Kind Same() => new("one person", counted.Records / 2.0, [.. evidence.Select((_, e) => Expected(e))]);

    /// <summary>Brothers and sisters, twins, parents and children, some of them namesakes: family name and address as in records of one person.</summary>
    private Kind Household() => new(OneHousehold, counted.Records / 2.0, [.. evidence.Select((e, i) => e.Name switch
    {
        "family name" or "postcode" or "address" or "phone" => Expected(i),
        "given name" or "date of birth" => Mixed(chance[i][0], Expected(i), 0.02),
        _ => null,
    })]);

    /// <summary>Of one household and born on one day: given names differ as those of strangers do, and are never equal.</summary>
    private IEnumerable<Kind> Twins() => Together(TwinsOfHousehold, 0.02, "date of birth");

    /// <summary>Of one household and with one given name, as fathers and sons have: dates differ as those of strangers do, and are never equal.</summary>
    private IEnumerable<Kind> Namesakes() => Together(NamesakesOfHousehold, 0.01, "given name");

    /// <summary>What else they have in common is learnt; what is not is as chance has it, or else records of one person would be taken for such pairs.</summary>
    private IEnumerable<Kind> Together(string name, double share, string common)
    {
        if (evidence.Any(e => e.Name == "given name") && evidence.Any(e => e.Name == "date of birth"))
        {
            yield return new Kind(name, counted.Records * share, [.. evidence.Select((e, i) => e.Name switch
            {
                "family name" or "postcode" or "address" or "phone" => Expected(i),
                "given name" or "date of birth" => e.Name == common ? Expected(i) : Apart(i),
                _ => null,
            })], Array.ConvertAll(evidence, e => e.Name is "given name" or "date of birth" && e.Name != common));
        }
    }

    /// <summary>As chance has it, but never equal.</summary>
    private double[] Apart(int e)
    {
        var rates = (double[])chance[e][0].Clone();
        for (var level = 0; level < rates.Length; level++)
        {
            rates[level] *= evidence[e].Levels[level].IsEqual ? 1e-3 : 1;
        }

        var sum = Sum(rates);
        return Array.ConvertAll(rates, r => r / sum);
    }

    /// <summary>People who share nothing but where their names come from: those who have one of two such names have the other more often than chance gives.</summary>
    private Kind Community() => new("one community", counted.Records / 2.0, [.. evidence.Select((e, i) => e.Name switch
    {
        "given name" or "family name" => Mixed(chance[i][0], Expected(i), 0.5),
        "postcode" => (double[])chance[i][0].Clone(),
        _ => null,
    })]);

    private static double[] Mixed(double[] one, double[] other, double share)
    {
        var mixed = new double[one.Length];
        for (var i = 0; i < mixed.Length; i++)
        {
            mixed[i] = (one[i] * (1 - share)) + (other[i] * share);
        }

        return mixed;
    }

    private static double Sum(ReadOnlySpan<double> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    private void Round(ulong[] patterns, long[] counts)
    {
        var scores = new PatternScores(Model(), evidence);
        var seen = Array.ConvertAll(kinds, _ => Array.ConvertAll(evidence, e => new double[e.Levels.Length]));
        var pairs = new double[kinds.Length];
        Span<double> of = stackalloc double[kinds.Length];
        for (var p = 0; p < patterns.Length; p++)
        {
            var sum = scores.Expect(patterns[p], of);
            foreach (var one in of)
            {
                sum += one;
            }

            for (var k = 0; sum > 0 && k < of.Length; k++)
            {
                of[k] *= counts[p] / sum;
                pairs[k] += of[k];
            }

            for (var e = 0; sum > 0 && e < evidence.Length; e++)
            {
                var level = evidence[e].LevelOf(patterns[p]);
                for (var k = 0; k < of.Length; k++)
                {
                    seen[k][e][level] += of[k];
                }
            }
        }

        for (var k = 0; k < kinds.Length; k++)
        {
            kinds[k].Learn(pairs[k], seen[k]);
        }

        var noChance = Array.ConvertAll(evidence, e => new double[e.Levels.Length]);
        foreach (var ofKind in seen)
        {
            for (var e = 0; e < evidence.Length; e++)
            {
                for (var level = 0; level < noChance[e].Length; level++)
                {
                    noChance[e][level] += ofKind[e][level];
                }
            }
        }

        SetChance(noChance);
    }

    /// <summary>
    /// Equal values by reckoning, without the pairs that are no chance; all else as the sample has it. A level that no random pair has is given a part of one.
    /// </summary>
    private void SetChance(double[][] noChance)
    {
        for (var e = 0; e < evidence.Length; e++)
        {
            for (var group = 0; group < evidence[e].Groups; group++)
            {
                SetChance(evidence[e].Levels, counted.Sampled[e][group], counted.EqualPairs[e], noChance[e], chance[e][group]);
            }
        }
    }

    private void SetChance(EvidenceLevel[] levels, double[] seen, double[] equalPairs, double[] noChance, double[] into)
    {
        const double Least = 0.3;
        const double LeastShare = 0.02;
        double equal = 0, rest = 0;
        for (var level = 0; level < levels.Length; level++)
        {
            if (levels[level].IsEqual)
            {
                // Where no two records have a value of such a class, a value that has it would be shared by a pair now and then all the same.
                var least = levels[level].Share is { } share ? share * share : 1 / counted.AllPairs;
                into[level] = equalPairs[level] == 0 ? least : Math.Max(equalPairs[level] - noChance[level], 1 + (LeastShare * equalPairs[level])) / counted.AllPairs;
                equal += into[level];
            }
            else
            {
                into[level] = seen[level] + Least;
                rest += into[level];
            }
        }

        for (var level = 0; level < levels.Length; level++)
        {
            into[level] *= levels[level].IsEqual ? 1 : (1 - equal) / rest;
        }
    }

    /// <summary>The expected rates, of which those of "equal" follow how many records have common and rare values, and those of "missing" what random pairs have.</summary>
    private double[] Expected(int e)
    {
        var levels = evidence[e].Levels;
        var rates = Array.ConvertAll(levels, l => l.Expected);
        var parts = new double[levels.Length];
        for (var level = 0; level < parts.Length; level++)
        {
            parts[level] = levels[level].Share is { } share ? chance[e][0][level] / share : 0;
        }

        var whole = Sum(parts);
        rates[0] = chance[e][0][0];
        for (var level = 1; level < rates.Length; level++)
        {
            rates[level] *= levels[level].Share is null ? 1 : parts[level] / whole;
        }

        var known = Sum(rates.AsSpan(1));
        for (var level = 1; level < rates.Length; level++)
        {
            rates[level] = Math.Max(1e-7, rates[level] / known * (1 - rates[0]));
        }

        return rates;
    }

    /// <summary>A kind of pairs while it is learnt; of evidence whose rates are known they stay.</summary>
    private sealed class Kind(string name, double pairs, double[]?[] expected, bool[]? isKnown = null)
    {
        private readonly double[]?[] rates = [.. expected.Select(e => (double[]?)e?.Clone())];

        public double Pairs { get; private set; } = pairs;

        public PairKind Told() => new(name, Pairs, [.. rates]);

        public void Learn(double found, double[][] seen)
        {
            Pairs = Math.Max(1, found);
            for (var e = 0; e < rates.Length; e++)
            {
                if (rates[e] is { } of && isKnown?[e] != true)
                {
                    var faith = Math.Max(1, Pairs * Faith);
                    var sum = Sum(seen[e]) + faith;
                    for (var level = 0; level < of.Length; level++)
                    {
                        of[level] = (seen[e][level] + (faith * expected[e]![level])) / sum;
                    }
                }
            }
        }
    }
}
