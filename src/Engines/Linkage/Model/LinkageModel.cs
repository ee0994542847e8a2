using System.Text.Json;

namespace Trellis.Linkage;

/// <summary>A kind of pairs of records, such as those of one person.</summary>
/// <param name="Name">For people.</param>
/// <param name="Pairs">How many pairs of the kind there are, by estimate.</param>
/// <param name="Rates">Of each evidence, how often each level is seen in such pairs, adding up to 1; null where that is as by chance.</param>
public sealed record PairKind(string Name, double Pairs, IReadOnlyList<double[]?> Rates);

/// <summary>An evidence that a model knows.</summary>
/// <param name="Name">Such as "given name".</param>
/// <param name="Levels">Words for the levels, in their order; the first is "not known of one".</param>
/// <param name="Chance">How often each level is seen in records of two persons who have nothing to do with each other (u), adding up to 1; of an evidence that depends on another, a list for each group of the other's levels.</param>
public sealed record ModelEvidence(string Name, IReadOnlyList<string> Levels, double[][] Chance);

/// <summary>
/// What is known of how records of one person agree: a Fellegi-Sunter model (1969) with more kinds of pairs than two. People of one household share name and address without being one
/// person, and some names go together wherever they are met; a model that knows only "one person" and "chance" takes such pairs for one person.
/// </summary>
public sealed class LinkageModel
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>How many pairs of records there are at all.</summary>
    public required double AllPairs { get; init; }

    /// <summary>The evidence, in the order in which a pattern holds it.</summary>
    public required IReadOnlyList<ModelEvidence> Evidence { get; init; }

    /// <summary>The pairs of records of one person.</summary>
    public required PairKind Same { get; init; }

    /// <summary>The kinds of pairs of two persons who have more in common than chance gives.</summary>
    public required IReadOnlyList<PairKind> Related { get; init; }

    /// <summary>The model as JSON, to be kept and used again.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Written);

    /// <summary>A model that <see cref="Write"/> has written.</summary>
    /// <exception cref="FormatException">It is no such model.</exception>
    public static LinkageModel Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<LinkageModel>(json, Written) ?? throw new FormatException("The model file is empty.");
        }
        catch (JsonException broken)
        {
            throw new FormatException($"The model file is none that was written here. {broken.Message}", broken);
        }
    }

    /// <summary>Whether the model tells of the same evidence with the same levels.</summary>
    internal bool Fits(Evidence[] evidence) => Evidence.Count == evidence.Length && Evidence.Zip(evidence).All(pair => pair.First.Name == pair.Second.Name && pair.First.Levels.Count == pair.Second.Levels.Length);
}

/// <summary>Scores patterns by a model.</summary>
internal sealed class PatternScores(LinkageModel model, Evidence[] evidence)
{
    private readonly PairKind[] kinds = [model.Same, .. model.Related];

    /// <summary>Of each evidence, for each group and level in turn: how often it is seen by chance, and in pairs of each kind.</summary>
    private readonly double[][] rates = RatesOf(model, evidence);

    public int Kinds => kinds.Length;

    /// <summary>How many pairs with a pattern the model expects, of all pairs: by chance, and into the list those of each kind, "same" first.</summary>
    public double Expect(ulong pattern, Span<double> ofKind)
    {
        var ofChance = model.AllPairs;
        for (var k = 0; k < kinds.Length; k++)
        {
            ofKind[k] = kinds[k].Pairs;
        }

        var width = kinds.Length + 1;
        for (var e = 0; e < evidence.Length; e++)
        {
            var row = (evidence[e].GroupIn(pattern) * evidence[e].Levels.Length) + evidence[e].LevelOf(pattern);
            var here = rates[e].AsSpan(row * width, width);
            ofChance *= here[0];
            for (var k = 1; k < here.Length; k++)
            {
                ofKind[k - 1] *= here[k];
            }
        }

        return ofChance;
    }

    private static double[][] RatesOf(LinkageModel model, Evidence[] evidence)
    {
        IReadOnlyList<double[]?>[] ofKinds = [model.Same.Rates, .. model.Related.Select(k => k.Rates)];
        var all = new double[evidence.Length][];
        for (var e = 0; e < all.Length; e++)
        {
            var (chance, levels, at) = (model.Evidence[e].Chance, evidence[e].Levels.Length, 0);
            all[e] = new double[chance.Length * levels * (ofKinds.Length + 1)];
            foreach (var ofGroup in chance)
            {
                for (var level = 0; level < levels; level++)
                {
                    all[e][at++] = ofGroup[level];
                    foreach (var ofKind in ofKinds)
                    {
                        all[e][at++] = ofKind[e] is { } known ? known[level] : ofGroup[level];
                    }
                }
            }
        }

        return all;
    }

    /// <summary>How likely a pair with the pattern is of each kind, the likeliest first.</summary>
    public IReadOnlyList<PairKindShare> Shares(ulong pattern)
    {
        var ofKind = new double[kinds.Length];
        var byChance = Expect(pattern, ofKind);
        var sum = byChance + ofKind.Sum();
        return [.. kinds.Select((k, i) => new PairKindShare(k.Name, ofKind[i] / sum)).Append(new PairKindShare("chance", byChance / sum)).OrderByDescending(s => s.Probability)];
    }

    /// <summary>The logarithm of odds, to the base 2, that a pair with the pattern is of one person.</summary>
    public double Weight(ulong pattern)
    {
        Span<double> ofKind = stackalloc double[kinds.Length];
        var others = Expect(pattern, ofKind);
        foreach (var kind in ofKind[1..])
        {
            others += kind;
        }

        return Math.Log2(ofKind[0] / others);
    }

    /// <summary>The probability that a pair with the pattern is of one person, 0 to 1.</summary>
    public double Probability(ulong pattern)
    {
        Span<double> ofKind = stackalloc double[kinds.Length];
        var sum = Expect(pattern, ofKind);
        foreach (var kind in ofKind)
        {
            sum += kind;
        }

        return sum > 0 ? ofKind[0] / sum : 0;
    }
}
