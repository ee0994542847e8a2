using Trellis.Disclosure;
using Trellis.Kernel.Places;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Public;

/// <summary>
/// What the periods of one place say together: months of their quarter and year, and what happened between two figures since the year began, which is
/// written nowhere and found by taking one from the other.
/// </summary>
internal static class SumsOverTime
{
    public static void Add(FigureCells figures)
    {
        foreach (var line in figures.All.Where(c => !c.Period.IsMoment && c.Part != Part.Rest).GroupBy(c => (c.Series, c.Place, c.Part)).ToList())
        {
            Add(figures, [.. line.Select(c => Stretch.Of(c.Period, c.Cell, figures.Cells[c.Cell].Count))]);
        }
    }

    /// <summary>From the end of one month to the end of another.</summary>
    private readonly record struct Stretch(int From, int To, int Cell, long? Count)
    {
        public static Stretch Of(Period period, int cell, long? count) => new(period.EndIndex - period.Months, period.EndIndex, cell, count);
    }

    private static void Add(FigureCells figures, List<Stretch> stretches)
    {
        foreach (var joined in Joined(stretches).Where(ends => ends.Count > 2))
        {
            var ends = joined.Order().ToList();
            var known = SinceTheFirst([.. stretches.Where(s => joined.Contains(s.From) && s.Count is not null)]);
            var pieces = ends.Zip(ends.Skip(1), (from, to) => Piece(figures, stretches, Between(known, from, to), from, to)).ToList();
            foreach (var stretch in stretches.Where(s => joined.Contains(s.From)))
            {
                var (first, last) = (ends.IndexOf(stretch.From), ends.IndexOf(stretch.To));
                if (last - first > 1)
                {
                    figures.Relations.Add(Relation.Sum(stretch.Cell, pieces[first..last]));
                }
            }
        }
    }

    /// <summary>What is of these months alone: a figure where there is one, otherwise what the others tell of them.</summary>
    private static int Piece(FigureCells figures, List<Stretch> stretches, long? count, int from, int to)
    {
        var own = stretches.FindIndex(s => s.From == from && s.To == to);
        return own >= 0 ? stretches[own].Cell : figures.Add(new Cell(count) { IsImplied = true });
    }

    private static long? Between(Dictionary<int, (int Group, long Sum)> known, int from, int to) =>
        known.TryGetValue(from, out var start) && known.TryGetValue(to, out var end) && start.Group == end.Group ? end.Sum - start.Sum : null;

    /// <summary>Months that can be reached from each other by adding and taking away.</summary>
    private static List<HashSet<int>> Joined(IReadOnlyCollection<Stretch> stretches)
    {
        var groups = new List<HashSet<int>>();
        foreach (var stretch in stretches)
        {
            var met = groups.Where(g => g.Contains(stretch.From) || g.Contains(stretch.To)).ToList();
            groups.RemoveAll(met.Contains);
            groups.Add([stretch.From, stretch.To, .. met.SelectMany(g => g)]);
        }

        return groups;
    }

    /// <summary>Of each month how many there were from the first of its group to its end.</summary>
    private static Dictionary<int, (int Group, long Sum)> SinceTheFirst(List<Stretch> stretches)
    {
        var known = new Dictionary<int, (int Group, long Sum)>();
        foreach (var group in Joined(stretches))
        {
            var first = group.Min();
            known[first] = (first, 0);
            // The shortest first: where sources contradict themselves, a month's own figure counts.
            var open = stretches.Where(s => group.Contains(s.From)).OrderBy(s => s.To - s.From).ToList();
            for (var at = 0; at >= 0;)
            {
                at = open.FindIndex(s => known.ContainsKey(s.From) != known.ContainsKey(s.To));
                if (at >= 0)
                {
                    var (from, to, count) = (open[at].From, open[at].To, open[at].Count!.Value);
                    _ = known.TryGetValue(from, out var before) ? known[to] = (first, before.Sum + count) : known[from] = (first, known[to].Sum - count);
                }
            }
        }

        return known;
    }
}
