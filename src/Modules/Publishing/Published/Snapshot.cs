using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Papers;

namespace Trellis.Publishing.Published;

/// <summary>What a published version says: the paper and its data, frozen. Its JSON is what is hashed.</summary>
/// <param name="PublishedOn">The day in London.</param>
/// <param name="Correction">What this version puts right; null for the first.</param>
/// <param name="Previous">The hash of the version before it; null for the first.</param>
/// <param name="Csv">The data as CSV, as it is downloaded.</param>
/// <param name="Data">The data as JSON, as it is downloaded.</param>
public sealed record Snapshot(
    string Address, int Version, string Title, DateOnly PublishedOn, string? Correction, string? Previous, PaperDocument Paper, string Csv, string Data)
{
    private const string Format = "trellis-published-report-1";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, MaxDepth = PaperDocument.DeepestJson, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = PaperDocument.DeepestJson };

    /// <summary>The same content gives the same mark, whenever it is published.</summary>
    public string ContentMark => Sha256(Encoding.UTF8.GetBytes($"{(Paper with { Captions = [] }).ToJson()}\n{Csv}\n{Data}"));

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["format"] = Format,
        ["address"] = Address,
        ["version"] = Version,
        ["title"] = Title,
        ["publishedOn"] = PublishedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["correction"] = Correction,
        ["previous"] = Previous,
        ["paper"] = JsonNode.Parse(Paper.ToJson(), documentOptions: Deep),
        ["csv"] = Csv,
        ["data"] = JsonNode.Parse(Data, documentOptions: Deep),
    }.ToJsonString(Readable) + "\n");

    /// <exception cref="JsonException">The bytes are no snapshot.</exception>
    public static Snapshot FromBytes(byte[] bytes)
    {
        var json = JsonNode.Parse(bytes, documentOptions: Deep) as JsonObject ?? throw new JsonException("It is no snapshot.");
        return new Snapshot(
            Text("address"), json["version"]!.GetValue<int>(), Text("title"),
            DateOnly.ParseExact(Text("publishedOn"), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            (string?)json["correction"], (string?)json["previous"], PaperDocument.FromJson(json["paper"]!.ToJsonString(Readable)), Text("csv"), json["data"]!.ToJsonString(Readable));

        string Text(string name) => json[name]?.GetValue<string>() ?? throw new JsonException($"The snapshot has no {name}.");
    }
}
