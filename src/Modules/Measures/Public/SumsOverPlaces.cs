using Trellis.Disclosure;
using Trellis.Kernel.Places;

namespace Trellis.Measures.Public;

/// <summary>Wards and other small places add up to their authority, authorities to their region.</summary>
internal static class SumsOverPlaces
{
    /// <param name="council">The authority that the small places lie in.</param>
    public static void Add(FigureCells figures, PlaceCode? council)
    {
        foreach (var table in figures.All.Where(c => c.Part != Part.Rest).GroupBy(c => (c.Series, c.Period, c.Part)).ToList())
        {
            var (series, period, part) = table.Key;
            // Wards with wards, areas of the council's own with each other: each kind covers the whole authority.
            foreach (var small in table.Where(c => EnglandPlaces.Find(c.Place) is null).GroupBy(c => $"{c.Place}"[..3]))
            {
                if (council is { } of && figures.Find(series, of, period, part) is { } total)
                {
                    figures.Relations.Add(Relation.Sum(total, small.Select(c => c.Cell)));
                }
            }

            foreach (var region in table.Where(c => EnglandPlaces.Find(c.Place)?.Kind == PlaceKind.Region))
            {
                var authorities = EnglandPlaces.All.Where(p => p.Kind == PlaceKind.LocalAuthority && p.Within == region.Place && (p.Until is null || p.Until >= period.EndYear));
                figures.Relations.Add(Relation.Sum(region.Cell, authorities.Select(p => figures.FindOrUnknown(series, p.Code, period, part))));
            }
        }
    }
}
