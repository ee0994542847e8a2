using System.Text.Json;

namespace Trellis.GovUk.Tests.KitchenSink;

/// <summary>A made-up district of six-sided wards, in degrees, about a kilometre across each.</summary>
internal static class Honeycomb
{
    private static readonly (double X, double Y)[] corners = [(0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1), (0, -2)];

    public static byte[] GeoJson(int columns, int rows) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type = "FeatureCollection",
                features = from row in Enumerable.Range(0, rows)
                from column in Enumerable.Range(0, columns)
                select new
                {
                    type = "Feature",
                    properties = new { name = $"Ward {row * columns + column + 1}" },
                    geometry = new { type = "Polygon", coordinates = new[] { Ring(2 * column + row % 2, 3 * row) } },
                },
            }
        );

    private static double[][] Ring(double x, double y) =>
        [.. corners.Select(corner => new[] { -2.5 + (x + corner.X) * 0.009, 53.2 - (y + corner.Y) * 0.0033 })];
}
