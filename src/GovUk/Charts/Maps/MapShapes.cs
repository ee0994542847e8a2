using System.Text;

namespace Trellis.GovUk;

/// <summary>
/// Areas as SVG paths, from GeoJSON. Longitude and latitude are made flat by shortening degrees of longitude by the cosine of the
/// mean latitude (an equirectangular projection): for a county or a region the error is far below a pixel, and for the whole of
/// England no one will notice it. Eastings and northings of the National Grid are flat already; that it is these is seen from
/// numbers too large for degrees.
/// </summary>
public sealed class MapShapes
{
    private MapShapes(double width, double height, IReadOnlyList<MapShape> shapes)
    {
        (Width, Height, Shapes) = (width, height, shapes);
    }

    /// <summary>Pixels; one of Width and Height is that of the box, the other what the areas need.</summary>
    public double Width { get; }

    public double Height { get; }

    /// <summary>In the order of the file. An area of which nothing can be seen at this size has no shape.</summary>
    public IReadOnlyList<MapShape> Shapes { get; }

    /// <param name="json">UTF-8: a FeatureCollection of Polygons and MultiPolygons.</param>
    /// <param name="width">Of the box that the map is to fill, in pixels.</param>
    /// <param name="height">Of the same.</param>
    /// <param name="tolerance">How far, in pixels, an outline may be from where it was, to be shorter to send.</param>
    /// <exception cref="FormatException">The text is no such collection, or has no area.</exception>
    public static MapShapes Read(ReadOnlyMemory<byte> json, int width = 480, int height = 480, double tolerance = 0.4)
    {
        var features = GeoJson.Read(json);
        var points = features.SelectMany(feature => feature.Rings).SelectMany(ring => ring).ToList();
        if (points.Count == 0)
            throw new FormatException("This map has no area.");

        var (west, east) = (points.Min(point => point.East), points.Max(point => point.East));
        var (south, north) = (points.Min(point => point.North), points.Max(point => point.North));
        var degrees = west >= -180 && east <= 180 && south >= -90 && north <= 90;
        var squeeze = degrees ? Math.Cos((south + north) / 2 * Math.PI / 180) : 1;
        var (across, down) = ((east - west) * squeeze, north - south);
        if (across <= 0 || down <= 0)
            throw new FormatException("This map has no area.");

        var scale = Math.Min(width / across, height / down);
        var shapes = new List<MapShape>();
        foreach (var feature in features)
        {
            var path = new StringBuilder();
            foreach (var ring in feature.Rings)
            {
                var flat = Outline.Simplify(
                    [.. ring.Select(p => ((p.East - west) * squeeze * scale, (north - p.North) * scale))],
                    tolerance
                );
                if (flat.Count >= 4 && Outline.Area(flat) >= 1)
                    Outline.Write(flat, path);
            }
            if (path.Length > 0)
                shapes.Add(new(feature.Properties, path.ToString()));
        }
        return new(across * scale, down * scale, shapes);
    }
}
