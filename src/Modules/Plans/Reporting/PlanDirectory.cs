using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Things;

namespace Trellis.Plans.Reporting;

/// <summary>What plans and their items are called, for the pages of other things that they hang on.</summary>
internal sealed class PlanDirectory(AppDbContext db) : IThingDirectory
{
    public async Task<List<ThingCard>> CardsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var items = await db.Set<PlanItem>().AsNoTracking().Where(i => ids.Contains(i.Id) && !i.Withdrawn).ToListAsync(ct);
        var planIds = items.Select(i => i.PlanId).Concat(ids).Distinct().ToList();
        var plans = await db.Set<Plan>().AsNoTracking().Where(p => planIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return
        [
            .. items.Select(i => new ThingCard(i.Id, plans[i.PlanId].WordFor(i), i.Title, PlanAddress.Of(plans[i.PlanId], i))),
            .. plans.Values.Where(p => ids.Contains(p.Id) && !p.Withdrawn).Select(p => new ThingCard(p.Id, "Plan", $"{p.Title} {p.Year}", PlanAddress.Of(p))),
        ];
    }
}
