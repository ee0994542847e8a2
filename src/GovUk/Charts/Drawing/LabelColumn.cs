namespace Trellis.GovUk;

/// <summary>
/// Labels one below the other in a column: each as near to where it belongs as it can be without covering another. Labels that
/// would meet become one group, which stands so that its members are moved as little as possible.
/// </summary>
internal static class LabelColumn
{
    /// <param name="wanted">The middle at which each label belongs, and its height.</param>
    /// <returns>The middle at which each stands, in the order given. Too many for the column run out below its bottom.</returns>
    public static double[] Place(IReadOnlyList<(double Middle, double Height)> wanted, double top, double bottom)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i].Middle).ToList();
        var groups = new Stack<Group>();
        foreach (var i in order)
        {
            var group = new Group([i], wanted[i].Height, wanted[i].Middle);
            while (groups.TryPeek(out var above) && above.Top(top, bottom) + above.Height > group.Top(top, bottom))
            {
                groups.Pop();
                group = above.With(group);
            }
            groups.Push(group);
        }

        var placed = new double[wanted.Count];
        foreach (var group in groups)
        {
            var y = group.Top(top, bottom);
            foreach (var i in group.Members)
            {
                placed[i] = y + wanted[i].Height / 2;
                y += wanted[i].Height;
            }
        }
        return placed;
    }

    private sealed record Group(List<int> Members, double Height, double Middle)
    {
        public double Top(double top, double bottom) => Math.Max(top, Math.Min(bottom - Height, Middle - Height / 2));

        /// <summary>Middle: the mean of where the two wanted to be, each counted by its height.</summary>
        public Group With(Group below) =>
            new(
                [.. Members, .. below.Members],
                Height + below.Height,
                (Middle * Height + below.Middle * below.Height) / (Height + below.Height)
            );
    }
}
