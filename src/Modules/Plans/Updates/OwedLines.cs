using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.Kernel;

namespace Trellis.Plans.Updates;

/// <summary>What owners owe in the open cycles, read with a fixed number of questions however much it is.</summary>
public sealed class OwedLines(AppDbContext db, OwedQueries queries, CycleService cycles)
{
    /// <summary>All that these officers are accountable for, sent or not; by cycle, plan and reference, actions before sections.</summary>
    public async Task<List<OwedLine>> OfAsync(IReadOnlyCollection<Guid> officers, CancellationToken ct)
    {
        if (officers.Count == 0 || await queries.CyclesAsync(db, ct) is not { Count: > 0 } open)
        {
            return [];
        }

        var cycleOf = CycleOfPlans(open);
        var lines = new List<OwedLine>();
        // Somebody acts for themselves and perhaps for a colleague and a group: a handful of officers at most.
        foreach (var officer in officers)
        {
            var milestones = (await queries.MilestonesAsync(db, officer, ct)).ToLookup(m => m.ParentId!.Value);
            foreach (var (item, plan, update, draft, hasOpenAsk) in await queries.ItemsAsync(db, officer, ct))
            {
                if (cycleOf.TryGetValue(plan.Id, out var cycle))
                {
                    lines.Add(new OwedLine(cycle, plan, item, [.. milestones[item.Id]], update, draft, hasOpenAsk));
                }
            }
        }

        return InOrder(lines);
    }

    /// <summary>One item's line; null where no open cycle asks for it.</summary>
    public async Task<OwedLine?> OneAsync(PlanItem item, CancellationToken ct) => (await LinesAsync(await cycles.OpenAsync(ct), [item], ct)).FirstOrDefault();

    /// <summary>The lines of these items in the cycles that ask for them.</summary>
    public async Task<List<OwedLine>> LinesAsync(List<ReportingCycle> open, List<PlanItem> items, CancellationToken ct)
    {
        var cycleOf = CycleOfPlans(open);
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
        return InOrder(items.Where(i => plans.ContainsKey(i.PlanId)).Select(i => new OwedLine(
            cycleOf[i.PlanId], plans[i.PlanId], i, [.. milestones[i.Id]], updates.GetValueOrDefault(i.Id), drafts.GetValueOrDefault(i.Id), asks.Contains(i.Id))));
    }

    /// <summary>At most one cycle at a time is open for a plan.</summary>
    private static Dictionary<Guid, ReportingCycle> CycleOfPlans(List<ReportingCycle> open) =>
        open.SelectMany(c => c.PlanIds.Select(plan => (Plan: plan, Cycle: c))).DistinctBy(p => p.Plan).ToDictionary(p => p.Plan, p => p.Cycle);

    private static List<OwedLine> InOrder(IEnumerable<OwedLine> lines) =>
        [.. lines.OrderBy(l => l.Cycle.Closes).ThenBy(l => l.Plan.SortKey, StringComparer.Ordinal)
            .ThenBy(l => l.Item is Section).ThenBy(l => l.Item.Reference.Length).ThenBy(l => l.Item.Reference, StringComparer.Ordinal)];
}
