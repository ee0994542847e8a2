using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.Kernel;

namespace Trellis.Plans.Updates;

/// <summary>An item that an officer owns, with its plan and what was said of it in the open cycle.</summary>
public sealed record OwedItem(PlanItem Item, Plan Plan, Update? Update, UpdateDraft? Draft, bool HasOpenAsk);

/// <summary>How many items of a plan some officers still owe an update of.</summary>
public sealed record OwedOfPlan(Guid PlanId, int Owed);

/// <summary>
/// The questions of the page on which every owner says how work stands, compiled once and each with everything that its rows
/// need: hundreds ask them at the same time. Those of an officer and those of some items differ in where they begin alone.
/// </summary>
/// <remarks>A compiled query belongs to one kind of database, so this is a service and nothing static.</remarks>
public sealed class OwedQueries
{
    private static readonly Expression<Func<AppDbContext, IQueryable<PlanItem>, IQueryable<OwedItem>>> Lines = (db, items) =>
        from item in items
        where !item.Withdrawn
        join plan in db.Set<Plan>() on item.PlanId equals plan.Id
        where !plan.Withdrawn
        from update in db.Set<Update>().Where(u => u.ItemId == item.Id && db.Set<ReportingCycle>().Any(c => c.Id == u.CycleId && c.State == CycleState.Open)).DefaultIfEmpty()
        from draft in db.Set<UpdateDraft>().Where(d => d.ItemId == item.Id && db.Set<ReportingCycle>().Any(c => c.Id == d.CycleId && c.State == CycleState.Open)).DefaultIfEmpty()
        orderby item.Id
        select new OwedItem(item, plan, update, draft, db.Set<Ask>().Any(a => a.ThingId == item.Id && a.AnsweredOn == null && !a.Withdrawn));

    private static readonly Expression<Func<AppDbContext, IQueryable<KeyAction>, IQueryable<Milestone>>> OpenMilestones = (db, actions) =>
        from action in actions
        where !action.Withdrawn
        join milestone in db.Set<Milestone>().AsNoTracking() on action.Id equals milestone.ParentId
        where !milestone.Withdrawn && (milestone.Lifecycle == Lifecycle.NotStarted || milestone.Lifecycle == Lifecycle.InProgress)
        orderby milestone.Position, milestone.Id
        select milestone;

    private readonly Func<AppDbContext, Guid, IAsyncEnumerable<OwedItem>> itemsOf = Compiled(Lines, (AppDbContext db, Guid officer) => db.Set<PlanItem>().AsNoTracking()
        .Where(i => (i is KeyAction && ((KeyAction)i).AccountableOfficerId == officer) || (i is Section && ((Section)i).OwnerOfficerId == officer)));

    private readonly Func<AppDbContext, Guid, IAsyncEnumerable<Milestone>> milestonesOf = Compiled(OpenMilestones, (AppDbContext db, Guid officer) =>
        db.Set<KeyAction>().Where(a => a.AccountableOfficerId == officer));

    private readonly Func<AppDbContext, Guid[], IAsyncEnumerable<OwedItem>> items = Compiled(Lines, (AppDbContext db, Guid[] ids) => db.Set<PlanItem>().AsNoTracking().Where(i => ids.Contains(i.Id)));

    private readonly Func<AppDbContext, Guid[], IAsyncEnumerable<Milestone>> milestones = Compiled(OpenMilestones, (AppDbContext db, Guid[] ids) => db.Set<KeyAction>().Where(a => ids.Contains(a.Id)));

    private readonly Func<AppDbContext, Guid[], IAsyncEnumerable<OwedOfPlan>> counts = EF.CompileAsyncQuery<AppDbContext, Guid[], OwedOfPlan>((db, officers) =>
        from item in db.Set<PlanItem>()
        where !item.Withdrawn
            && ((item is KeyAction && officers.Contains(((KeyAction)item).AccountableOfficerId!.Value)) || (item is Section && officers.Contains(((Section)item).OwnerOfficerId!.Value)))
            && db.Set<Plan>().Any(p => p.Id == item.PlanId && !p.Withdrawn)
            && !db.Set<Update>().Any(u => u.ItemId == item.Id && u.State != UpdateState.Returned && db.Set<ReportingCycle>().Any(c => c.Id == u.CycleId && c.State == CycleState.Open))
        group item by item.PlanId into plan
        select new OwedOfPlan(plan.Key, plan.Count()));

    public Task<List<OwedItem>> ItemsOfAsync(AppDbContext db, Guid officer, CancellationToken ct) => itemsOf(db, officer).ToListAsync(ct).AsTask();

    /// <summary>Of each plan, how many of the officers' items have nothing sent in an open cycle, or got it back.</summary>
    public Task<List<OwedOfPlan>> CountAsync(AppDbContext db, Guid[] officers, CancellationToken ct) => counts(db, officers).ToListAsync(ct).AsTask();

    /// <summary>The milestones of the officer's actions that are not done, in their order.</summary>
    public Task<List<Milestone>> MilestonesOfAsync(AppDbContext db, Guid officer, CancellationToken ct) => milestonesOf(db, officer).ToListAsync(ct).AsTask();

    public Task<List<OwedItem>> ItemsAsync(AppDbContext db, Guid[] ids, CancellationToken ct) => items(db, ids).ToListAsync(ct).AsTask();

    /// <summary>The milestones of these actions that are not done, in their order.</summary>
    public Task<List<Milestone>> MilestonesAsync(AppDbContext db, Guid[] ids, CancellationToken ct) => milestones(db, ids).ToListAsync(ct).AsTask();

    /// <summary>The question asked of what the beginning gives, compiled as one.</summary>
    private static Func<AppDbContext, TGiven, IAsyncEnumerable<TRow>> Compiled<TGiven, TBegin, TRow>(
        Expression<Func<AppDbContext, IQueryable<TBegin>, IQueryable<TRow>>> question, Expression<Func<AppDbContext, TGiven, IQueryable<TBegin>>> begin)
    {
        var body = new ReplacingExpressionVisitor([question.Parameters[0], question.Parameters[1]], [begin.Parameters[0], begin.Body]).Visit(question.Body);
        return EF.CompileAsyncQuery(Expression.Lambda<Func<AppDbContext, TGiven, IQueryable<TRow>>>(body, begin.Parameters));
    }
}
