using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Measures.Figures;

namespace Trellis.Measures.Extracts;

/// <summary>Figures of some indicators at some places in Trellis's own format, small enough to be passed on; samples/README.md tells how it is written.</summary>
/// <param name="Source">Publisher, title and edition.</param>
/// <param name="Kind">Where the figures come from; made-up ones say so on every page.</param>
/// <param name="Indicators">By the address of the indicator: places by their code, periods by their key, and what is said of each.</param>
/// <param name="Neighbours">For whom the extract was made, and who is like it.</param>
/// <param name="Sources">All publications that the figures are from, where they are several.</param>
public sealed record FigureExtract(
    string Source, string? Licence, BatchKind Kind, IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> Indicators, ExtractNeighbours? Neighbours = null,
    IReadOnlyList<string>? Sources = null)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, IndentSize = 1, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public string ToJson() => JsonSerializer.Serialize(this, Written);

    /// <exception cref="JsonException">It is no extract.</exception>
    public static async Task<FigureExtract> ReadAsync(Stream json, CancellationToken ct) => (await JsonSerializer.DeserializeAsync<FigureExtract>(json, Written, ct))!;
}

/// <summary>An edition of the neighbours, cut down to one authority.</summary>
public sealed record ExtractNeighbours(string Title, string Source, string Of, IReadOnlyList<string> Places);

/// <summary>One figure as an extract writes it: "184", "78.1;125;160" with the counts behind it, "184;;;p" with a mark, ";;;c" for a shorthand alone.</summary>
public static class ExtractedFigure
{
    private const char Between = ';';

    public static string Write(FigureValue said)
    {
        string[] parts = [Number(said.Value), Number(said.Numerator), Number(said.Denominator), (said.Shorthand.Mark() + said.Status.Mark()).Trim('[', ']')];
        return string.Join(Between, parts).TrimEnd(Between) is { Length: > 0 } written ? written : $"{Between}{Between}{Between}x";
    }

    /// <exception cref="FormatException">The text is no figure.</exception>
    public static FigureValue Read(string text)
    {
        var parts = text.Split(Between);
        var mark = parts.Length > 3 ? parts[3] : "";
        return new FigureValue(
            Of(parts[0]), parts.Length > 1 ? Of(parts[1]) : null, parts.Length > 2 ? Of(parts[2]) : null,
            Enum.GetValues<FigureStatus>().FirstOrDefault(s => s.Mark() == $"[{mark}]"), Enum.GetValues<Shorthand>().FirstOrDefault(s => s.Mark() == $"[{mark}]"));

        static decimal? Of(string number) => number.Length == 0 ? null : decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static string Number(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";
}
