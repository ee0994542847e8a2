using System.Text.Json;

namespace Trellis.GovUk;

/// <summary>One feature of a GeoJSON file: what is said of it, and its outlines, each a list of points that ends where it began.</summary>
internal sealed record GeoFeature(IReadOnlyDictionary<string, string> Properties, IReadOnlyList<IReadOnlyList<GeoPoint>> Rings);

/// <summary>East and north, in degrees or metres as the file has them.</summary>
internal readonly record struct GeoPoint(double East, double North);

/// <summary>
/// Reads a FeatureCollection of Polygons and MultiPolygons (RFC 7946, and the older form with a "crs" that names another grid).
/// Heights are passed over. A feature whose geometry is null has no outlines.
/// </summary>
internal static class GeoJson
{
    /// <exception cref="FormatException">The text is no such collection; the message says which feature is wrong and how.</exception>
    public static List<GeoFeature> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var features = Get(document.RootElement, "features", JsonValueKind.Array, "The collection");
            return [.. features.EnumerateArray().Select((feature, i) => Feature(feature, $"Feature {i + 1}"))];
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"This is not GeoJSON: {wrong.Message}", wrong);
        }
    }

    private static GeoFeature Feature(JsonElement feature, string where)
    {
        var properties = new Dictionary<string, string>();
        if (
            feature.ValueKind == JsonValueKind.Object
            && feature.TryGetProperty("properties", out var given)
            && given.ValueKind == JsonValueKind.Object
        )
            foreach (var property in given.EnumerateObject())
                properties[property.Name] = property.Value.ToString();

        if (
            feature.ValueKind == JsonValueKind.Object
            && feature.TryGetProperty("geometry", out var none)
            && none.ValueKind == JsonValueKind.Null
        )
            return new(properties, []);
        var geometry = Get(feature, "geometry", JsonValueKind.Object, where);
        var type = Get(geometry, "type", JsonValueKind.String, where).GetString();
        var coordinates = Get(geometry, "coordinates", JsonValueKind.Array, where);
        return new(
            properties,
            type switch
            {
                "Polygon" => [.. Rings(coordinates, where)],
                "MultiPolygon" => [.. coordinates.EnumerateArray().SelectMany(polygon => Rings(polygon, where))],
                _ => throw new FormatException($"{where} is a {type}: a map is made of Polygons and MultiPolygons."),
            }
        );
    }

    private static IEnumerable<IReadOnlyList<GeoPoint>> Rings(JsonElement polygon, string where) =>
        Items(polygon, where)
            .Select(ring =>
            {
                List<GeoPoint> points = [.. Items(ring, where).Select(position => Point(position, where))];
                return points.Count >= 4 && points[0] == points[^1]
                    ? points
                    : throw new FormatException($"{where} has an outline that is not closed, or of fewer than four points.");
            });

    private static GeoPoint Point(JsonElement position, string where) =>
        position.ValueKind == JsonValueKind.Array
        && position.GetArrayLength() >= 2
        && position[0].ValueKind == JsonValueKind.Number
        && position[1].ValueKind == JsonValueKind.Number
        && position[0].TryGetDouble(out var east)
        && position[1].TryGetDouble(out var north)
        && double.IsFinite(east)
        && double.IsFinite(north)
            ? new(east, north)
            : throw new FormatException($"{where} has a position that is not two numbers.");

    private static JsonElement.ArrayEnumerator Items(JsonElement list, string where) =>
        list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : throw new FormatException($"{where} has coordinates that are not lists of positions.");

    private static JsonElement Get(JsonElement element, string name, JsonValueKind kind, string where) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == kind
            ? value
            : throw new FormatException($"{where} has no \"{name}\" of the kind that GeoJSON asks for.");
}
