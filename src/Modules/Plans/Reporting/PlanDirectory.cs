using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Things;

namespace Trellis.Plans.Reporting;

/// <summary>What the items of plans are called, for the pages of other things that they hang on.</summary>
internal sealed class PlanDirectory(AppDbContext db) : IThingDirectory
{
    public async Task<List<ThingCard>> CardsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var items = await db.Set<PlanItem>().AsNoTracking().Where(i => ids.Contains(i.Id) && !i.Withdrawn).ToListAsync(ct);
        if (items.Count == 0)
        {
            return [];
        }

        var plans = await db.Set<Plan>().AsNoTracking().Where(p => items.Select(i => i.PlanId).Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return [.. items.Select(i => new ThingCard(i.Id, plans[i.PlanId].WordFor(i), i.Title, PlanAddress.Of(plans[i.PlanId], i)))];
    }
}
