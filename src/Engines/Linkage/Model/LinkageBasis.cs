using System.Text.Json;

namespace Trellis.Linkage;

/// <summary>
/// All that linking goes by, frozen: with it a set of records gives the same persons today and after a thousand changes as when it is linked anew. It holds values that many records have, such as
/// common names, so it is kept as safely as the records.
/// </summary>
public sealed class LinkageBasis
{
    private static readonly JsonSerializerOptions Written = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The weights.</summary>
    public required LinkageModel Model { get; init; }

    /// <summary>From which probability on pairs make persons, 0.5 to 1.</summary>
    public required double Threshold { get; init; }

    /// <summary>By the name of an evidence, the values that are not of the rarest class, as they are compared, each with the level that two records have which share it.</summary>
    public required IReadOnlyDictionary<string, SortedDictionary<string, int>> Common { get; init; }

    /// <summary>By the name of a blocking rule, how many records may share a key and still be compared with each other.</summary>
    public required IReadOnlyDictionary<string, int> LargestBlocks { get; init; }

    /// <summary>
    /// What an index begins with that has no records to learn from: the rates that learning begins with, and a guess at chance. It finds and it suggests; learn from the records themselves as soon
    /// as there are some thousand.
    /// </summary>
    public static LinkageBasis Beginning(FieldMap map)
    {
        const double Usual = 0.95;
        const int Largest = 50;
        var none = new RecordSet(map, 0);
        var comparison = new Comparison(none);
        return new LinkageBasis
        {
            Model = Estimation.Begin(comparison.Evidence, ChanceCounts.Guess(comparison.Evidence)),
            Threshold = Usual,
            Common = comparison.CommonValues(),
            LargestBlocks = BlockingRules.For(none, comparison.Names).All.ToDictionary(r => r.Name, _ => Largest, StringComparer.Ordinal),
        };
    }

    /// <summary>Whether records of a mapping can be compared by it: it may be of another mapping, or of an older way of comparing.</summary>
    public bool Fits(FieldMap map) => Model.Fits(new Comparison(new RecordSet(map, 0)).Evidence);

    /// <summary>The basis as JSON, to be kept and used again.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Written);

    /// <summary>A basis that <see cref="Write"/> has written.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static LinkageBasis Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<LinkageBasis>(json, Written) ?? throw new FormatException("The basis is empty.");
        }
        catch (JsonException broken)
        {
            throw new FormatException($"The basis is none that was written here. {broken.Message}", broken);
        }
    }
}
