using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.Kernel;

namespace Trellis.Plans.Updates;

/// <summary>What owners owe in the open cycles, read with a fixed number of questions however much it is.</summary>
public sealed class OwedLines(AppDbContext db, CycleService cycles)
{
    /// <summary>All that these officers are accountable for, sent or not; by cycle, plan and place in the plan.</summary>
    public async Task<List<OwedLine>> OfAsync(IReadOnlyCollection<Guid> officers, CancellationToken ct)
    {
        var open = await cycles.OpenAsync(ct);
        if (officers.Count == 0 || open.Count == 0)
        {
            return [];
        }

        var plans = open.SelectMany(c => c.PlanIds).Distinct().ToList();
        List<PlanItem> items =
        [
            .. await db.Set<KeyAction>().AsNoTracking()
                .Where(a => !a.Withdrawn && officers.Contains(a.AccountableOfficerId!.Value) && plans.Contains(a.PlanId)).OrderBy(a => a.Id).ToListAsync(ct),
            .. await db.Set<Section>().AsNoTracking()
                .Where(s => !s.Withdrawn && officers.Contains(s.OwnerOfficerId!.Value) && plans.Contains(s.PlanId)).OrderBy(s => s.Id).ToListAsync(ct),
        ];
        return await LinesAsync(open, items, ct);
    }

    /// <summary>One item's line; null where no open cycle asks for it.</summary>
    public async Task<OwedLine?> OneAsync(PlanItem item, CancellationToken ct) => (await LinesAsync(await cycles.OpenAsync(ct), [item], ct)).FirstOrDefault();

    /// <summary>The lines of these items in the cycles that ask for them.</summary>
    public async Task<List<OwedLine>> LinesAsync(List<ReportingCycle> open, List<PlanItem> items, CancellationToken ct)
    {
        var cycleOf = open.SelectMany(c => c.PlanIds.Select(plan => (plan, c))).DistinctBy(p => p.plan).ToDictionary(p => p.plan, p => p.c);
        items.RemoveAll(i => !cycleOf.ContainsKey(i.PlanId));
        if (items.Count == 0)
        {
            return [];
        }

        var planIds = items.Select(i => i.PlanId).Distinct().ToList();
        var ids = items.ConvertAll(i => i.Id);
        var cycleIds = open.ConvertAll(c => c.Id);
        var plans = await db.Set<Plan>().AsNoTracking().Where(p => planIds.Contains(p.Id) && !p.Withdrawn).ToDictionaryAsync(p => p.Id, ct);
        var milestones = (await db.Set<Milestone>().AsNoTracking()
                .Where(m => ids.Contains(m.ParentId!.Value) && !m.Withdrawn && (m.Lifecycle == Lifecycle.NotStarted || m.Lifecycle == Lifecycle.InProgress))
                .OrderBy(m => m.Position).ThenBy(m => m.Id).ToListAsync(ct))
            .ToLookup(m => m.ParentId!.Value);
        var updates = await db.Set<Update>().AsNoTracking().Where(u => ids.Contains(u.ItemId) && cycleIds.Contains(u.CycleId)).ToDictionaryAsync(u => u.ItemId, ct);
        var drafts = await db.Set<UpdateDraft>().AsNoTracking().Where(d => ids.Contains(d.ItemId) && cycleIds.Contains(d.CycleId)).ToDictionaryAsync(d => d.ItemId, ct);
        var asks = await db.Set<Ask>().AsNoTracking().Where(a => ids.Contains(a.ThingId) && a.AnsweredOn == null && !a.Withdrawn).Select(a => a.ThingId).ToListAsync(ct);
        return
        [
            .. from item in items
               where plans.ContainsKey(item.PlanId)
               let cycle = cycleOf[item.PlanId]
               orderby cycle.Closes, plans[item.PlanId].SortKey
               select new OwedLine(
                   cycle, plans[item.PlanId], item, [.. milestones[item.Id]], updates.GetValueOrDefault(item.Id), drafts.GetValueOrDefault(item.Id), asks.Contains(item.Id)),
        ];
    }
}
