using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Plans.Reporting;

/// <summary>The progress of a plan, as the key action shows it that is to deliver it.</summary>
/// <param name="Worst">The worst that is stated of its key actions.</param>
public sealed record GoldenThread(Plan Plan, int Milestones, int Complete, int Late, Progress Worst)
{
    public static async Task<GoldenThread?> OfAsync(AppDbContext db, Guid planId, DateOnly today, CancellationToken ct)
    {
        if (await db.Set<Plan>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == planId && !p.Withdrawn, ct) is not { } plan)
        {
            return null;
        }

        var milestones = db.Set<Milestone>().Where(m => m.PlanId == planId && !m.Withdrawn);
        var open = milestones.Where(m => m.Lifecycle == Lifecycle.NotStarted || m.Lifecycle == Lifecycle.InProgress);
        var stated = await db.Set<KeyAction>().Where(a => a.PlanId == planId && !a.Withdrawn).Select(a => a.Progress).Distinct().ToListAsync(ct);
        return new GoldenThread(
            plan,
            await milestones.CountAsync(ct),
            await milestones.CountAsync(m => m.Lifecycle == Lifecycle.Complete, ct),
            await open.CountAsync(m => m.DueBy < today, ct),
            stated.DefaultIfEmpty(Progress.NotStated).Max());
    }
}
