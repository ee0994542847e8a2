using System.Text.Json;
using Trellis.Plans;

namespace Trellis.Testing;

/// <summary>A plan as its export shows it: the quickest way to see the whole of it, in its order.</summary>
public static class ExportedPlan
{
    public static Task<string> JsonOfAsync(this Visitor visitor, Plan plan) => visitor.Http.GetStringAsync($"/plan/{plan.Address}/export.json");

    /// <summary>Reference and title of every item of these kinds, as in "KA" or "M", each before what stands under it.</summary>
    public static async Task<List<(string Reference, string Title)>> ItemsOfAsync(this Visitor visitor, Plan plan, params string[] letters)
    {
        using var json = JsonDocument.Parse(await visitor.JsonOfAsync(plan));
        return [.. Items(json.RootElement).Where(i => letters.Contains(i.Reference[..i.Reference.IndexOf('-', StringComparison.Ordinal)]))];
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
