using Trellis.Governance.Cycles;
using Trellis.Kernel;

namespace Trellis.Plans.Updates;

/// <summary>What owners owe in the open cycles, read with a fixed number of questions however much it is.</summary>
public sealed class OwedLines(AppDbContext db, OwedQueries queries, CycleService cycles)
{
    /// <summary>All that these officers are accountable for, sent or not; by cycle, plan and reference, actions before sections.</summary>
    public async Task<List<OwedLine>> OfAsync(IReadOnlyCollection<Guid> officers, CancellationToken ct)
    {
        if (officers.Count == 0 || await cycles.OpenAsync(ct) is not { Count: > 0 } open)
        {
            return [];
        }

        var lines = new List<OwedLine>();
        // Somebody acts for themselves and perhaps for a colleague and a group: a handful of officers at most.
        foreach (var officer in officers)
        {
            var milestones = await queries.MilestonesOfAsync(db, officer, ct);
            lines.AddRange(Joined(open, await queries.ItemsOfAsync(db, officer, ct), milestones));
        }

        return InOrder(lines);
    }

    /// <summary>How many updates these officers still owe in each open cycle that asks them for any, without reading one of them.</summary>
    public async Task<List<(ReportingCycle Cycle, int Owed)>> CountAsync(IReadOnlyCollection<Guid> officers, CancellationToken ct)
    {
        if (officers.Count == 0 || await cycles.OpenAsync(ct) is not { Count: > 0 } open)
        {
            return [];
        }

        var cycleOf = CycleOfPlans(open);
        return
        [
            .. from plan in await queries.CountAsync(db, [.. officers], ct)
               where cycleOf.ContainsKey(plan.PlanId)
               group plan.Owed by cycleOf[plan.PlanId] into cycle
               select (cycle.Key, cycle.Sum()),
        ];
    }

    /// <summary>One item's line; null where no open cycle asks for it.</summary>
    public async Task<OwedLine?> OneAsync(Guid item, CancellationToken ct) => (await LinesAsync(await cycles.OpenAsync(ct), [item], ct)).FirstOrDefault();

    /// <summary>The lines of these items in the cycles that ask for them.</summary>
    public async Task<List<OwedLine>> LinesAsync(List<ReportingCycle> open, Guid[] items, CancellationToken ct)
    {
        if (open.Count == 0 || items.Length == 0)
        {
            return [];
        }

        var milestones = await queries.MilestonesAsync(db, items, ct);
        return InOrder(Joined(open, await queries.ItemsAsync(db, items, ct), milestones));
    }

    private static IEnumerable<OwedLine> Joined(List<ReportingCycle> open, List<OwedItem> items, List<Milestone> milestones)
    {
        var cycleOf = CycleOfPlans(open);
        var below = milestones.ToLookup(m => m.ParentId!.Value);
        return from i in items
               where cycleOf.ContainsKey(i.Plan.Id)
               select new OwedLine(cycleOf[i.Plan.Id], i.Plan, i.Item, [.. below[i.Item.Id]], i.Update, i.Draft, i.HasOpenAsk);
    }

    /// <summary>At most one cycle at a time is open for a plan.</summary>
    private static Dictionary<Guid, ReportingCycle> CycleOfPlans(List<ReportingCycle> open) =>
        open.SelectMany(c => c.PlanIds.Select(plan => (Plan: plan, Cycle: c))).DistinctBy(p => p.Plan).ToDictionary(p => p.Plan, p => p.Cycle);

    private static List<OwedLine> InOrder(IEnumerable<OwedLine> lines) =>
        [.. lines.OrderBy(l => l.Cycle.Closes).ThenBy(l => l.Plan.SortKey, StringComparer.Ordinal)
            .ThenBy(l => l.Item is Section).ThenBy(l => l.Item.Reference.Length).ThenBy(l => l.Item.Reference, StringComparer.Ordinal)];
}
