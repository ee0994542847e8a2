using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Things;

namespace Trellis.Measures;

/// <summary>What indicators are called, for the pages of the things that hang on them.</summary>
internal sealed class IndicatorDirectory(AppDbContext db) : IThingDirectory
{
    public async Task<List<ThingCard>> CardsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<Indicator>().AsNoTracking().Where(x => ids.Contains(x.Id) && !x.Withdrawn).ToListAsync(ct))
            .Select(x => new ThingCard(x.Id, "Indicator", x.Title, IndicatorService.AddressOf(x)))];
}
