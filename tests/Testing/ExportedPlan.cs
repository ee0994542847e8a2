using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Plans;

namespace Trellis.Testing;

/// <summary>A plan as its export shows it: the quickest way to see the whole of it, in its order.</summary>
public static class ExportedPlan
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static Task<string> JsonOfAsync(this Visitor visitor, Plan plan) => visitor.Http.GetStringAsync($"/plan/{plan.Address}/export.json");

    /// <summary>Reference and title of every item of these kinds, as in "KA" or "M", each before what stands under it.</summary>
    public static async Task<List<(string Reference, string Title)>> ItemsOfAsync(this Visitor visitor, Plan plan, params string[] letters)
    {
        using var json = JsonDocument.Parse(await visitor.JsonOfAsync(plan));
        return [.. Items(json.RootElement).Where(i => letters.Contains(i.Reference[..i.Reference.IndexOf('-', StringComparison.Ordinal)]))];
    }

    /// <summary>
    /// The data of a plan without what makes no difference: spaces of texts, the order among things of other kinds, since each kind is
    /// listed by itself, and the order of what hangs on one item, which is that of its ids.
    /// </summary>
    public static string Comparable(string json)
    {
        var plan = JsonNode.Parse(json)!;
        Level(plan);
        return plan.ToJsonString(Readable);
    }

    private static void Level(JsonNode? node)
    {
        foreach (var one in node is JsonArray array ? array : [])
        {
            Level(one);
        }

        if (node is not JsonObject item)
        {
            return;
        }

        foreach (var name in (string[])["body", "introduction", "commentary"])
        {
            if (item[name]?.GetValue<string>() is { } text)
            {
                item[name] = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }
        }

        foreach (var name in (string[])["measuredBy", "atRiskFrom", "goesTo", "answeredBy"])
        {
            if (item[name] is JsonArray titles)
            {
                item[name] = new JsonArray([.. titles.Select(t => t!.GetValue<string>()).Order(StringComparer.Ordinal).Select(t => (JsonNode?)t)]);
            }
        }

        if (item["below"] is JsonArray below)
        {
            item["below"] = new JsonArray([.. below.OrderBy(b => b!["kind"]!.GetValue<string>(), StringComparer.Ordinal).Select(b => b!.DeepClone())]);
        }

        Level(item["below"]);
        Level(item["priorities"]);
    }

    private static IEnumerable<(string Reference, string Title)> Items(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            return node.EnumerateArray().SelectMany(Items);
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var below = node.EnumerateObject().SelectMany(p => Items(p.Value));
        return node.TryGetProperty("reference", out var reference) ? below.Prepend((reference.GetString()!, node.GetProperty("title").GetString()!)) : below;
    }
}
