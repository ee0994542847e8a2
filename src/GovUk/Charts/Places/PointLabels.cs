namespace Trellis.GovUk;

/// <summary>
/// Finds room for the names of points: right of the point, left, above or below it, where it covers no point and no other name.
/// Positions across are percentages, so it is tried for a narrow plot and for a wide one.
/// </summary>
internal sealed class PointLabels(IReadOnlyList<(double Percent, double Y)> points, double narrowPlot, double top, double bottom)
{
    private const double Mark = 7;
    private const double Height = 16;

    private static readonly (string Anchor, double Shift, double Drop)[] sides =
    [
        ("start", 14, 5),
        ("end", -14, 5),
        ("middle", 0, -14),
        ("middle", 0, 24),
    ];

    private readonly List<Box> narrow = Marks(points, narrowPlot);
    private readonly List<Box> wide = Marks(points, Gutters.WidePlot);

    /// <summary>The first come have the first choice of room. Who finds none has no label, unless it must: then something is covered.</summary>
    public PlacedLabel? Place(int index, string name, bool must)
    {
        foreach (var side in sides)
            if (Fits(index, name, side, narrow, narrowPlot) && Fits(index, name, side, wide, Gutters.WidePlot))
                return Put(index, name, side, wideOnly: false);
        foreach (var side in sides)
            if (Fits(index, name, side, wide, Gutters.WidePlot))
                return Put(index, name, side, wideOnly: !must);
        return must ? Put(index, name, sides[points[index].Percent < 50 ? 0 : 1], wideOnly: false) : null;
    }

    private PlacedLabel Put(int index, string name, (string Anchor, double Shift, double Drop) side, bool wideOnly)
    {
        if (!wideOnly)
            narrow.Add(Around(index, name, side, narrowPlot));
        wide.Add(Around(index, name, side, Gutters.WidePlot));
        return new(index, side.Anchor, side.Shift, side.Drop, wideOnly);
    }

    private bool Fits(int index, string name, (string Anchor, double Shift, double Drop) side, List<Box> taken, double width)
    {
        var box = Around(index, name, side, width);
        return box.Left >= 0 && box.Right <= width && box.Top >= top && box.Bottom <= bottom && !taken.Exists(box.Meets);
    }

    private Box Around(int index, string name, (string Anchor, double Shift, double Drop) side, double width)
    {
        var (x, y, length) = (
            points[index].Percent * width / 100 + side.Shift,
            points[index].Y + side.Drop,
            Words.Width(name.Length)
        );
        var left = side.Anchor switch
        {
            "start" => x,
            "end" => x - length,
            _ => x - length / 2,
        };
        return new(left, y - Height + 3, left + length, y + 3);
    }

    private static List<Box> Marks(IReadOnlyList<(double Percent, double Y)> points, double width) =>
        [.. points.Select(p => new Box(p.Percent * width / 100 - Mark, p.Y - Mark, p.Percent * width / 100 + Mark, p.Y + Mark))];

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
