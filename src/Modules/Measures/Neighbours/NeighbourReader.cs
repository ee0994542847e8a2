using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Places;

namespace Trellis.Measures.Neighbours;

/// <summary>The neighbours of an authority.</summary>
/// <param name="Title">The edition that names them: it stands wherever somebody is compared with them.</param>
/// <param name="Places">The ten, the most like first.</param>
public sealed record NeighboursOf(string Title, IReadOnlyList<PlaceCode> Places);

/// <summary>Reads the statistical neighbours in the newest edition that nobody took back.</summary>
public sealed class NeighbourReader(AppDbContext db)
{
    /// <summary>Null where there is no edition, or where it does not know the place.</summary>
    public async Task<NeighboursOf?> OfAsync(PlaceCode place, CancellationToken ct)
    {
        if (await db.Set<NeighbourList>().AsNoTracking().Where(l => !l.Withdrawn).OrderByDescending(l => l.Number).FirstOrDefaultAsync(ct) is not { } list)
        {
            return null;
        }

        var others = await db.Set<Neighbour>().AsNoTracking().Where(n => n.List == list.Number && n.Place == place.Number).OrderBy(n => n.Rank).Select(n => n.Other).ToListAsync(ct);
        return others.Count == 0 ? null : new NeighboursOf(list.Title, [.. others.Select(number => new PlaceCode(number))]);
    }
}
