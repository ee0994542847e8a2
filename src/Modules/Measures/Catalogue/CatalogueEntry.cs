using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Measures.Catalogue;

/// <summary>One of the indicators that a plan for children needs, as indicators.json beside this file describes it.</summary>
/// <param name="Key">Its address when it is made from the list.</param>
/// <param name="Source">Publisher, title and year of what defines it.</param>
/// <param name="Feeds">Under which names published files carry it; none where the council has to count it or map a file.</param>
/// <param name="Guard">The key of the one that must not get worse while this one is brought down.</param>
/// <param name="PolarityIsProposal">No national dictionary says which way is better: Trellis proposes it.</param>
public sealed record CatalogueEntry(
    string Key, string Theme, string Title, string Definition, string Source, MeasureUnit Unit, int Decimals, Polarity Polarity, Frequency Frequency, Basis Basis, IReadOnlyList<string> Feeds,
    string? UnitWords = null, string? Numerator = null, string? Denominator = null, string? Guard = null, IndicatorKind Kind = IndicatorKind.Performance, bool PolarityIsProposal = false)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>By theme, in the order in which a plan tells of a childhood in trouble and a childhood in school.</summary>
    public static IReadOnlyList<CatalogueEntry> All { get; } = ReadAll();

    public static CatalogueEntry? Find(string key) => All.FirstOrDefault(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    private static CatalogueEntry[] ReadAll()
    {
        using var json = typeof(CatalogueEntry).Assembly.GetManifestResourceStream("indicators.json")!;
        return JsonSerializer.Deserialize<CatalogueEntry[]>(json, Written)!;
    }
}
