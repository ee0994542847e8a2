using System.Globalization;
using System.Text.Json;
using Trellis.Returns;
using Trellis.Testing;

namespace Trellis.Engines.Tests.Returns;

/// <summary>A rule of a public checker in one form, with small returns and what it found in them.</summary>
internal sealed record PeerRule(string Code, int Year, int Years, IReadOnlyList<PeerCase> Cases)
{
    public static List<PeerRule> Read(string file, TableShape[] shapes) =>
        !SharedFolder.Holds(file)
            ? []
            : [.. JsonDocument.Parse(File.ReadAllBytes(SharedFolder.PlaceOf(file))).RootElement.GetProperty("rules").EnumerateArray().Select(r => Of(r, shapes)).Where(r => r.Years > 0)];

    private static PeerRule Of(JsonElement rule, TableShape[] shapes)
    {
        int[] years = [.. rule.GetProperty("current_in").EnumerateArray().Select(y => int.Parse(y.GetString()!, CultureInfo.InvariantCulture))];
        return new PeerRule(
            rule.GetProperty("code").GetString()!,
            years.LastOrDefault(),
            years.Length,
            [.. rule.GetProperty("tests").EnumerateArray().SelectMany(t => t.GetProperty("calls").EnumerateArray()).Select(c => PeerCase.Of(c, shapes, years.LastOrDefault()))]);
    }
}

/// <summary>
/// One small return and the rows that the public checker found. Rows that hold an empty text, which is there something else than an empty cell, are not compared: no file can hold one.
/// </summary>
internal sealed record PeerCase(ReturnData Data, IReadOnlyList<string> Expected, IReadOnlySet<string> Impossible)
{
    /// <summary>What a rule of ours finds in it.</summary>
    public IReadOnlyList<string> Judge<TChild>(Rule<TChild> rule, Func<ReturnData, TChild> walker)
        where TChild : ChildRows =>
        [.. Checker.Run(Data, [rule], () => walker(Data), default).Failures().Select(f => f.Table is null ? "the return" : $"{f.Table} {f.Row}").Where(f => !Impossible.Contains(f)).Distinct().Order()];

    public static PeerCase Of(JsonElement call, TableShape[] shapes, int ruleYear)
    {
        var tables = new List<CaseTable>();
        var labels = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var impossible = new HashSet<string>(StringComparer.Ordinal);
        var (year, authority, isXml) = (ruleYear, "", false);
        foreach (var part in call.GetProperty("input").EnumerateObject())
        {
            if (part.Name == "metadata")
            {
                year = YearOf(part.Value) ?? year;
                authority = Text(part.Value, "localAuthority");
                isXml = Text(part.Value, "file_format") == "xml";
                if (part.Value.TryGetProperty("provider_info", out var providers))
                {
                    tables.Add(TableOf("Providers", providers));
                }
            }
            else
            {
                var table = TableOf(part.Name, part.Value);
                labels[part.Name] = [.. part.Value.GetProperty("index").EnumerateArray().Select(i => i.ToString())];
                tables.Add(table);
                impossible.UnionWith(part.Value.GetProperty("rows").EnumerateArray().Index().Where(r => r.Item.EnumerateArray().Any(c => c.ValueKind == JsonValueKind.String && c.GetString() is { Length: 0 })).Select(r => $"{part.Name} {r.Index}"));
            }
        }

        var data = CaseReturn.Of(shapes, new CollectionYear(year), tables.Where(t => shapes.Any(s => s.Name == t.Name)));
        data.IsXml = isXml;
        data.Authority = new Code(data.Words.IdOf(authority));
        return new PeerCase(data, [.. ExpectedOf(call.GetProperty("expected"), labels).Where(f => !impossible.Contains(f)).Distinct().Order()], impossible);
    }

    private static IEnumerable<string> ExpectedOf(JsonElement expected, Dictionary<string, List<string>> labels)
    {
        if (!expected.TryGetProperty("issues", out var issues))
        {
            return expected.EnumerateObject().SelectMany(t => t.Value.EnumerateArray().Select(row => $"{t.Name} {labels[t.Name].IndexOf(LabelOf(row))}"));
        }

        var rows = issues.EnumerateArray().Select(i => $"{i.GetProperty("table").GetString()} {i.GetProperty("row")}").ToList();
        foreach (var kind in new[] { "type1", "type2", "type3" }.Where(k => expected.TryGetProperty(k, out _)))
        {
            var found = expected.GetProperty(kind);
            foreach (var table in found.ValueKind == JsonValueKind.Array ? found.EnumerateArray().ToArray() : [found])
            {
                rows.AddRange(RowsOf(table).Select(row => $"{table.GetProperty("table").GetString()} {row}"));
            }
        }

        return expected.GetProperty("la_level").ValueKind == JsonValueKind.Array ? rows.Append("the return") : rows;
    }

    /// <summary>The label of a row; a table that was joined wrote some of them as <c>3.0</c>.</summary>
    private static string LabelOf(JsonElement row) => row.ValueKind == JsonValueKind.Number ? ((long)row.GetDouble()).ToString(CultureInfo.InvariantCulture) : row.ToString();

    /// <summary>By groups of rows, or in the form of one rule (8540) as a frame whose last column holds them.</summary>
    private static IEnumerable<JsonElement> RowsOf(JsonElement table) =>
        table.TryGetProperty("groups", out var groups)
            ? groups.EnumerateArray().SelectMany(g => g.GetProperty("rows").EnumerateArray())
            : table.GetProperty("row_df").GetProperty("rows").EnumerateArray().SelectMany(r => r.EnumerateArray().Last().EnumerateArray());

    private static CaseTable TableOf(string name, JsonElement table)
    {
        var lastYear = name.EndsWith(CaseTable.LastYear, StringComparison.Ordinal);
        var made = new CaseTable(lastYear ? name[..^CaseTable.LastYear.Length] : name, lastYear, [.. table.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!)]);
        made.Rows.AddRange(table.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().Select(CellOf).ToArray()));
        return made;
    }

    private static string CellOf(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Object => cell.GetProperty("$date").GetString()!,
        JsonValueKind.Array => string.Join(',', cell.EnumerateArray().Select(CellOf)),
        _ => cell.ToString(),
    };

    private static int? YearOf(JsonElement metadata)
    {
        if (Text(metadata, "collectionYear") is { Length: > 0 } year)
        {
            return int.Parse(year[..4], CultureInfo.InvariantCulture);
        }

        if (Text(metadata, "collection_end") is { Length: > 0 } end)
        {
            return Year(end);
        }

        return Text(metadata, "collection_start") is { Length: > 0 } start ? Year(start) + 1 : null;

        static int Year(string day) => int.Parse(day.Contains('/', StringComparison.Ordinal) ? day[^4..] : day[..4], CultureInfo.InvariantCulture);
    }

    private static string Text(JsonElement metadata, string name) => metadata.TryGetProperty(name, out var value) ? CellOf(value) : "";
}
