using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.Kernel;

namespace Trellis.Plans.Updates;

/// <summary>An item that an officer owns, with its plan and what was said of it in the open cycle.</summary>
public sealed record OwedItem(PlanItem Item, Plan Plan, Update? Update, UpdateDraft? Draft, bool HasOpenAsk);

/// <summary>
/// The questions of the page on which every owner says how work stands, compiled once and each with everything that its rows
/// need: hundreds ask them at the same time.
/// </summary>
/// <remarks>A compiled query belongs to one kind of database, so this is a service and nothing static.</remarks>
public sealed class OwedQueries
{
    private readonly Func<AppDbContext, Guid, IAsyncEnumerable<OwedItem>> items = EF.CompileAsyncQuery((AppDbContext db, Guid officer) =>
        from item in db.Set<PlanItem>().AsNoTracking()
        where ((item is KeyAction && ((KeyAction)item).AccountableOfficerId == officer) || (item is Section && ((Section)item).OwnerOfficerId == officer)) && !item.Withdrawn
        join plan in db.Set<Plan>() on item.PlanId equals plan.Id
        where !plan.Withdrawn
        from update in db.Set<Update>().Where(u => u.ItemId == item.Id && db.Set<ReportingCycle>().Any(c => c.Id == u.CycleId && c.State == CycleState.Open)).DefaultIfEmpty()
        from draft in db.Set<UpdateDraft>().Where(d => d.ItemId == item.Id && db.Set<ReportingCycle>().Any(c => c.Id == d.CycleId && c.State == CycleState.Open)).DefaultIfEmpty()
        orderby item.Id
        select new OwedItem(item, plan, update, draft, db.Set<Ask>().Any(a => a.ThingId == item.Id && a.AnsweredOn == null && !a.Withdrawn)));

    private readonly Func<AppDbContext, Guid, IAsyncEnumerable<Milestone>> milestones = EF.CompileAsyncQuery((AppDbContext db, Guid officer) =>
        from action in db.Set<KeyAction>()
        where action.AccountableOfficerId == officer && !action.Withdrawn
        join milestone in db.Set<Milestone>().AsNoTracking() on action.Id equals milestone.ParentId
        where !milestone.Withdrawn && (milestone.Lifecycle == Lifecycle.NotStarted || milestone.Lifecycle == Lifecycle.InProgress)
        orderby milestone.Position, milestone.Id
        select milestone);

    private readonly Func<AppDbContext, IAsyncEnumerable<ReportingCycle>> cycles = EF.CompileAsyncQuery((AppDbContext db) =>
        db.Set<ReportingCycle>().AsNoTracking().OrderBy(c => c.Closes).Where(c => c.State == CycleState.Open && !c.Withdrawn));

    /// <summary>The cycles that are open, the one that closes first before the others.</summary>
    public Task<List<ReportingCycle>> CyclesAsync(AppDbContext db, CancellationToken ct) => cycles(db).ToListAsync(ct).AsTask();

    public Task<List<OwedItem>> ItemsAsync(AppDbContext db, Guid officer, CancellationToken ct) => items(db, officer).ToListAsync(ct).AsTask();

    /// <summary>The milestones of the officer's actions that are not done, in their order.</summary>
    public Task<List<Milestone>> MilestonesAsync(AppDbContext db, Guid officer, CancellationToken ct) => milestones(db, officer).ToListAsync(ct).AsTask();
}
