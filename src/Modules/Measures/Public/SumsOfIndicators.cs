using Trellis.Disclosure;

namespace Trellis.Measures.Public;

/// <summary>Indicators that add up to another, at each place and in each period; those of one kind are counted of the same people.</summary>
internal static class SumsOfIndicators
{
    public static void Add(FigureCells figures, IReadOnlyCollection<(Indicator Indicator, int Series)> indicators)
    {
        var numbers = indicators.ToDictionary(i => i.Indicator.Id, i => i.Series);
        foreach (var (sum, series) in indicators.Where(i => i.Indicator.PartIds.Count > 0))
        {
            var parts = sum.PartIds.Where(numbers.ContainsKey).Select(id => numbers[id]).ToList();
            foreach (var (_, place, period, part, total) in figures.All.Where(c => c.Series == series && c.Part != Part.Rest).ToList())
            {
                if (part == Part.Of)
                {
                    foreach (var same in parts.Select(p => figures.Find(p, place, period, part)).OfType<int>().Where(c => figures.Cells[c].Count == figures.Cells[total].Count))
                    {
                        figures.Relations.Add(new Relation(new Term(total, 1), new Term(same, -1)));
                    }
                }
                else if (parts.Count == sum.PartIds.Count)
                {
                    // One that is not public is known to nobody, so the others tell nothing of it: then there is no sum to be seen.
                    figures.Relations.Add(Relation.Sum(total, parts.Select(p => figures.FindOrUnknown(p, place, period, part))));
                }
            }
        }
    }
}
