using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks;

/// <summary>The risks that an officer owns with the controls and open actions, and handing them over.</summary>
internal sealed class OwnedRisks(AppDbContext db) : IOwnedWork
{
    public async Task<List<OwnedThing>> OwnedByAsync(Guid officerId, CancellationToken ct)
    {
        var (risks, controls, actions) = await OfAsync(officerId, ct);
        var ids = controls.Select(c => c.RiskId).Concat(actions.Select(a => a.RiskId)).Distinct().ToList();
        var addresses = await db.Set<Risk>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, RiskService.AddressOf, ct);
        return
        [
            .. risks.Select(r => new OwnedThing("Risk", r.Title, RiskService.AddressOf(r))),
            .. controls.Select(c => new OwnedThing("Control of a risk", c.Text, addresses[c.RiskId])),
            .. actions.Select(a => new OwnedThing("Action on a risk", a.Text, addresses[a.RiskId])),
        ];
    }

    public async Task<int> HandOverAsync(Guid fromOfficerId, Guid toOfficerId, CancellationToken ct)
    {
        var (risks, controls, actions) = await OfAsync(fromOfficerId, ct);
        risks.ForEach(r => r.OwnerOfficerId = toOfficerId);
        controls.ForEach(c => c.OwnerOfficerId = toOfficerId);
        actions.ForEach(a => a.OwnerOfficerId = toOfficerId);
        return risks.Count + controls.Count + actions.Count;
    }

    /// <summary>What is done or cancelled stays with who did it; what hangs on a risk out of use is nobody's work.</summary>
    private async Task<(List<Risk> Risks, List<RiskControl> Controls, List<RiskAction> Actions)> OfAsync(Guid officerId, CancellationToken ct)
    {
        var inUse = db.Set<Risk>().Where(r => !r.Withdrawn);
        return (
            await inUse.Where(r => r.OwnerOfficerId == officerId).OrderBy(r => r.SortKey).ToListAsync(ct),
            await db.Set<RiskControl>().Where(c => !c.Withdrawn && c.OwnerOfficerId == officerId && inUse.Any(r => r.Id == c.RiskId)).OrderBy(c => c.Id).ToListAsync(ct),
            await db.Set<RiskAction>().Where(a => !a.Withdrawn && a.State == ActionState.Open && a.OwnerOfficerId == officerId && inUse.Any(r => r.Id == a.RiskId)).OrderBy(a => a.Due).ToListAsync(ct));
    }
}
