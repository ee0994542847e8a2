using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Plans.Reporting;

/// <summary>What an officer owns in the plans, and handing it over.</summary>
internal sealed class OwnedActions(AppDbContext db) : IOwnedWork
{
    public async Task<List<OwnedThing>> OwnedByAsync(Guid officerId, CancellationToken ct)
    {
        var plans = await db.Set<Plan>().AsNoTracking().ToDictionaryAsync(p => p.Id, ct);
        var actions = (await MineAsync(officerId, ct)).Select(a => new OwnedThing(plans[a.PlanId].ActionWord, a.Title, PlanAddress.Of(plans[a.PlanId], a)));
        var priorities = (await LedAsync(officerId, ct)).Select(p => new OwnedThing(plans[p.PlanId].PriorityWord, p.Title, PlanAddress.Of(plans[p.PlanId], p)));
        var sections = (await WrittenAsync(officerId, ct)).Select(s => new OwnedThing("Section", s.Title, PlanAddress.Of(plans[s.PlanId], s)));
        return [.. priorities, .. actions, .. sections];
    }

    public async Task<int> HandOverAsync(Guid fromOfficerId, Guid toOfficerId, CancellationToken ct)
    {
        var actions = await MineAsync(fromOfficerId, ct);
        foreach (var action in actions)
        {
            if (action.AccountableOfficerId == fromOfficerId)
            {
                action.AccountableOfficerId = toOfficerId;
            }

            action.ContributorIds = [.. action.ContributorIds.Select(c => c == fromOfficerId ? toOfficerId : c).Where(c => c != action.AccountableOfficerId).Distinct()];
        }

        var priorities = await LedAsync(fromOfficerId, ct);
        priorities.ForEach(p => p.LeadOfficerId = toOfficerId);
        var sections = await WrittenAsync(fromOfficerId, ct);
        sections.ForEach(s => s.OwnerOfficerId = toOfficerId);
        return actions.Count + priorities.Count + sections.Count;
    }

    private Task<List<KeyAction>> MineAsync(Guid officerId, CancellationToken ct) =>
        db.Set<KeyAction>().Where(a => !a.Withdrawn && (a.AccountableOfficerId == officerId || a.ContributorIds.Contains(officerId))).ToListAsync(ct);

    private Task<List<Priority>> LedAsync(Guid officerId, CancellationToken ct) =>
        db.Set<Priority>().Where(p => !p.Withdrawn && p.LeadOfficerId == officerId).ToListAsync(ct);

    private Task<List<Section>> WrittenAsync(Guid officerId, CancellationToken ct) =>
        db.Set<Section>().Where(s => !s.Withdrawn && s.OwnerOfficerId == officerId).ToListAsync(ct);
}
