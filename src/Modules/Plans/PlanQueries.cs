using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Plans;

/// <summary>A milestone as a list shows it; a whole one has thirty columns, and the database sorts what it is asked for.</summary>
public sealed record MilestoneRow(string Reference, string Title, string ActionTitle, Deadline Deadline);

/// <summary>
/// The questions of the pages asked for most, compiled once: otherwise EF reads their expressions anew at every request,
/// which takes as long as the database takes to answer.
/// </summary>
/// <remarks>A compiled query belongs to one kind of database, so this is a service and nothing static.</remarks>
public sealed class PlanQueries
{
    private readonly Func<AppDbContext, string, CancellationToken, Task<Plan?>> byAddress = EF.CompileAsyncQuery(
        (AppDbContext db, string address, CancellationToken ct) => db.Set<Plan>().AsNoTracking().SingleOrDefault(p => p.Address == address && !p.Withdrawn));

    private readonly Func<AppDbContext, Guid, CancellationToken, Task<int>> countMilestones = EF.CompileAsyncQuery(
        (AppDbContext db, Guid plan, CancellationToken ct) => db.Set<Milestone>().Count(m => m.PlanId == plan && !m.Withdrawn));

    private readonly Func<AppDbContext, Guid, int, int, IAsyncEnumerable<MilestoneRow>> pageOfMilestones = EF.CompileAsyncQuery(
        (AppDbContext db, Guid plan, int skip, int take) => db.Set<Milestone>().AsNoTracking().Where(m => m.PlanId == plan && !m.Withdrawn)
            .OrderBy(m => m.DueBy).ThenBy(m => m.Id).Skip(skip).Take(take)
            .Join(
                db.Set<PlanItem>(), m => m.ParentId, a => a.Id,
                (m, a) => new MilestoneRow(m.Reference, m.Title, a.Title, new Deadline(m.OriginalDue, m.CurrentDue, m.Lifecycle))));

    public Task<Plan?> PlanAsync(AppDbContext db, string address, CancellationToken ct) => byAddress(db, address, ct);

    public Task<int> CountMilestonesAsync(AppDbContext db, Plan plan, CancellationToken ct) => countMilestones(db, plan.Id, ct);

    /// <summary>By date, those without one last.</summary>
    public Task<List<MilestoneRow>> MilestonesAsync(AppDbContext db, Plan plan, int skip, int take, CancellationToken ct) =>
        pageOfMilestones(db, plan.Id, skip, take).ToListAsync(ct).AsTask();
}
