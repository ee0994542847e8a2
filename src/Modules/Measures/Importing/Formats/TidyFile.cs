using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Measures.Periods;
using Trellis.Tables;

namespace Trellis.Measures.Importing.Formats;

/// <summary>
/// One of the tidy files that the Department for Education publishes and Trellis knows, as tidy-files.json describes it. Where the Local Authority
/// Interactive Tool tells the same measure to the same decimal place, both feed one indicator; a measure that the two round differently stays apart,
/// or each import would revise the other.
/// </summary>
/// <param name="Prefix">What the names of its measures begin with.</param>
/// <param name="Time">What its column time_identifier says.</param>
/// <param name="Columns">By which it is known.</param>
internal sealed record TidyFile(string Prefix, string Source, PeriodBasis Basis, string Time, IReadOnlyList<string> Columns, IReadOnlyList<TidyMeasure> Measures)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static IReadOnlyList<TidyFile> All { get; } = ReadAll();

    public bool Is(ColumnTable table) => Columns.All(name => table.Find(name) >= 0);

    private static TidyFile[] ReadAll()
    {
        using var json = typeof(TidyFile).Assembly.GetManifestResourceStream("tidy-files.json")!;
        return JsonSerializer.Deserialize<TidyFile[]>(json, Written)!;
    }
}

/// <summary>One measure of a tidy file.</summary>
/// <param name="Value">The column of its figures, as <paramref name="Numerator"/> and <paramref name="Denominator"/> are of the counts behind them.</param>
/// <param name="Where">What other columns say in its rows; null where every row tells it.</param>
/// <param name="DenominatorWhere">What they say instead in the row that holds the denominator; null where that stands in the same row.</param>
/// <param name="YearsEarlier">How many years before the label of the file the figure was taken.</param>
/// <param name="AlsoFeeds">Under which names other files carry the same measure.</param>
internal sealed record TidyMeasure(
    string Feed, string Value, string Title, MeasureUnit Unit, int Decimals, Polarity Polarity, string? UnitWords = null, PeriodBasis? Basis = null,
    IReadOnlyDictionary<string, string>? Where = null, string? Numerator = null, string? NumeratorWords = null, string? Denominator = null, string? DenominatorWords = null,
    IReadOnlyDictionary<string, string>? DenominatorWhere = null, int YearsEarlier = 0, IReadOnlyList<string>? AlsoFeeds = null)
{
    public IEnumerable<string> ColumnNames => new[] { Value, Numerator, Denominator }.OfType<string>().Concat(Where?.Keys ?? []).Concat(DenominatorWhere?.Keys ?? []);
}
