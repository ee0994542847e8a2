namespace Trellis.GovUk;

/// <summary>
/// Finds room for the names of points: right of the point, left, above or below it or aslant, where it covers no point and no other name.
/// Positions across are percentages, so it is tried for a narrow plot and for a wide one.
/// </summary>
internal sealed class PointLabels(IReadOnlyList<(double Percent, double Y)> points, double narrowPlot, double top, double bottom)
{
    private const double Mark = 7;
    private const double Height = 16;

    private static readonly Side[] sides =
    [
        new("start", 14, 5),
        new("end", -14, 5),
        new("middle", 0, -14),
        new("middle", 0, 24),
        new("start", 8, -10),
        new("end", -8, -10),
        new("start", 8, 21),
        new("end", -8, 21),
    ];

    private readonly List<(PlacedLabel Label, int Letters)> placed = [];

    /// <summary>The first come have the first choice of room. Who finds none has no label, unless it must: then it covers as little as it can.</summary>
    public PlacedLabel? Place(int index, string name, bool must)
    {
        foreach (var side in sides)
            if (Covers(index, name, side, narrowPlot) == 0 && Covers(index, name, side, Gutters.WidePlot) == 0)
                return Put(index, name, side, wideOnly: false);
        foreach (var side in sides)
            if (Covers(index, name, side, Gutters.WidePlot) == 0)
                return Put(index, name, side, wideOnly: !must);
        return must ? Put(index, name, sides.MinBy(side => Covers(index, name, side, Gutters.WidePlot)), wideOnly: false) : null;
    }

    private PlacedLabel Put(int index, string name, Side side, bool wideOnly)
    {
        var label = new PlacedLabel(index, side.Anchor, side.Shift, side.Drop, wideOnly);
        placed.Add((label, name.Length));
        return label;
    }

    /// <summary>How many points and names the label would meet; very many where it would leave the plot.</summary>
    private int Covers(int index, string name, Side side, double width)
    {
        var box = Around(index, name.Length, side, width);
        if (box.Left < 0 || box.Right > width || box.Top < top || box.Bottom > bottom)
            return int.MaxValue;
        return Enumerable.Range(0, points.Count).Count(i => i != index && box.Meets(Point(i, width)))
            + placed
                .Where(other => width > narrowPlot || !other.Label.WideOnly)
                .Count(other =>
                    box.Meets(
                        Around(
                            other.Label.Index,
                            other.Letters,
                            new(other.Label.Anchor, other.Label.Shift, other.Label.Drop),
                            width
                        )
                    )
                );
    }

    /// <summary>From the point itself on: what stands between it and its name would come under the name in a wider plot.</summary>
    private Box Around(int index, int letters, Side side, double width)
    {
        var (x, foot, length) = (points[index].Percent * width / 100, points[index].Y + side.Drop, Words.Width(letters));
        var (left, right) = side.Anchor switch
        {
            "start" => (x, x + side.Shift + length),
            "end" => (x + side.Shift - length, x),
            _ => (x - length / 2, x + length / 2),
        };
        return new(left, foot - Height + 3, right, foot + 3);
    }

    private Box Point(int index, double width)
    {
        var (x, y) = (points[index].Percent * width / 100, points[index].Y);
        return new(x - Mark, y - Mark, x + Mark, y + Mark);
    }

    private readonly record struct Side(string Anchor, double Shift, double Drop);

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
