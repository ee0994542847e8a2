using System.Text;

namespace Trellis.GovUk;

/// <summary>A closed outline in the pixels of a map, y downwards.</summary>
internal static class Outline
{
    /// <summary>
    /// Leaves out points, none of which lies further than the tolerance from the outline that remains (Douglas and Peucker's
    /// method; the ring is first cut into two at the point that is furthest from its beginning).
    /// </summary>
    public static List<(double X, double Y)> Simplify(IReadOnlyList<(double X, double Y)> ring, double tolerance)
    {
        var furthest = Enumerable.Range(0, ring.Count).MaxBy(i => Square(ring[i].X - ring[0].X) + Square(ring[i].Y - ring[0].Y));
        var kept = new bool[ring.Count];
        kept[0] = kept[furthest] = kept[^1] = true;
        var open = new Stack<(int From, int To)>([(0, furthest), (furthest, ring.Count - 1)]);
        while (open.TryPop(out var part))
        {
            var (worst, distance) = (part.From, tolerance);
            for (var i = part.From + 1; i < part.To; i++)
            {
                var away = Distance(ring[i], ring[part.From], ring[part.To]);
                if (away > distance)
                    (worst, distance) = (i, away);
            }
            if (worst == part.From)
                continue;
            kept[worst] = true;
            open.Push((part.From, worst));
            open.Push((worst, part.To));
        }
        return [.. ring.Where((_, i) => kept[i])];
    }

    /// <summary>In square pixels.</summary>
    public static double Area(IReadOnlyList<(double X, double Y)> ring)
    {
        var twice = 0.0;
        for (var i = 1; i < ring.Count; i++)
            twice += ring[i - 1].X * ring[i].Y - ring[i].X * ring[i - 1].Y;
        return Math.Abs(twice) / 2;
    }

    /// <summary>Path data, in tenths of pixels, each point from the one before: shorter than the coordinates of a whole map.</summary>
    public static void Write(IReadOnlyList<(double X, double Y)> ring, StringBuilder path)
    {
        var (x, y) = (Tenths(ring[0].X), Tenths(ring[0].Y));
        path.Append('M').Append(SvgNumber.Of(x / 10.0)).Append(' ').Append(SvgNumber.Of(y / 10.0)).Append('l');
        var first = true;
        foreach (var point in ring.Skip(1).SkipLast(1))
        {
            var (nextX, nextY) = (Tenths(point.X), Tenths(point.Y));
            if ((nextX, nextY) == (x, y))
                continue;
            path.Append(first ? "" : " ")
                .Append(SvgNumber.Of((nextX - x) / 10.0))
                .Append(' ')
                .Append(SvgNumber.Of((nextY - y) / 10.0));
            (x, y, first) = (nextX, nextY, false);
        }
        path.Append('z');
    }

    private static long Tenths(double value) => (long)Math.Round(value * 10);

    /// <summary>From a point to the line between two others, not beyond its ends.</summary>
    private static double Distance((double X, double Y) point, (double X, double Y) from, (double X, double Y) to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Square(dx) + Square(dy);
        var share = length == 0 ? 0 : Math.Clamp(((point.X - from.X) * dx + (point.Y - from.Y) * dy) / length, 0, 1);
        return Math.Sqrt(Square(point.X - from.X - share * dx) + Square(point.Y - from.Y - share * dy));
    }

    private static double Square(double value) => value * value;
}
