using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Things;

namespace Trellis.Risks;

/// <summary>What risks are called, for the pages of the things that hang on them.</summary>
internal sealed class RiskDirectory(AppDbContext db) : IThingDirectory
{
    public async Task<List<ThingCard>> CardsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await db.Set<Risk>().AsNoTracking().Where(x => ids.Contains(x.Id) && !x.Withdrawn).ToListAsync(ct))
            .Select(x => new ThingCard(x.Id, "Risk", x.Title, RiskService.AddressOf(x)))];
}
