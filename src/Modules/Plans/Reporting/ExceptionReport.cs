using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.Kernel;
using Trellis.Plans.Updates;

namespace Trellis.Plans.Reporting;

/// <summary>An action that is not on track, with what is asked for it.</summary>
public sealed record OffTrackAction(KeyAction Action, IReadOnlyList<AskLine> Asks);

/// <summary>Something that stands otherwise than when the last cycle locked.</summary>
/// <param name="Then">As it stood then; empty for what was added since.</param>
public sealed record ChangeSince(PlanItem Item, string Then, string Now);

/// <summary>An officer who has not sent all that the open cycle asks for.</summary>
public sealed record LateOwner(Guid OfficerId, string Name, int Owed);

/// <summary>What is off track in a plan, what is asked for it, who is late, and what changed since the last cycle.</summary>
/// <param name="Open">The cycle that asks now; null between two.</param>
/// <param name="Last">The cycle that was locked last; null before there was one.</param>
/// <param name="Questioned">Actions said to be on track although a milestone is past its date.</param>
public sealed record ExceptionReport(
    PlanOverview Overview, ReportingCycle? Open, ReportingCycle? Last, IReadOnlyList<OffTrackAction> OffTrack, IReadOnlyList<KeyAction> Questioned,
    IReadOnlyList<LateOwner> Late, IReadOnlyList<ChangeSince> Changes)
{
    public static async Task<ExceptionReport> LoadAsync(AppDbContext db, Plan plan, CycleService cycles, CycleRun run, AskService asks, DateOnly today, CancellationToken ct)
    {
        var actions = await db.Set<KeyAction>().AsNoTracking().Where(a => a.PlanId == plan.Id && !a.Withdrawn).OrderBy(a => a.Position).ThenBy(a => a.Id).ToListAsync(ct);
        var off = actions.FindAll(a => a.Progress is Progress.Managed or Progress.NeedsSupport);
        var asked = (await asks.OfAsync(off.ConvertAll(a => a.Id), ct)).ToLookup(l => l.Ask.ThingId);
        var pastDue = await db.Set<Milestone>()
            .Where(m => m.PlanId == plan.Id && !m.Withdrawn && (m.Lifecycle == Lifecycle.NotStarted || m.Lifecycle == Lifecycle.InProgress) && m.DueBy < today)
            .Select(m => m.ParentId).Distinct().ToListAsync(ct);
        var open = (await cycles.OpenAsync(ct)).Find(c => c.PlanIds.Contains(plan.Id));
        var last = await cycles.LastLockedAsync(plan.Id, ct);
        return new ExceptionReport(
            await PlanOverview.CountAsync(db, plan.Id, today, ct),
            open,
            last,
            [.. off.OrderByDescending(a => a.Progress).Select(a => new OffTrackAction(a, [.. asked[a.Id]]))],
            actions.FindAll(a => a.Progress == Progress.OnTrack && pastDue.Contains(a.Id)),
            open is null ? [] : [.. (await run.OwnersAsync(open, ct)).Where(o => o.Owed > 0).Select(o => new LateOwner(o.OfficerId, o.Name, o.Owed))],
            last is null ? [] : await ChangesAsync(db, plan, actions, last, ct));
    }

    private static async Task<List<ChangeSince>> ChangesAsync(AppDbContext db, Plan plan, List<KeyAction> actions, ReportingCycle last, CancellationToken ct)
    {
        var then = await db.Set<CycleStand>().AsNoTracking().Where(s => s.CycleId == last.Id).ToDictionaryAsync(s => s.ItemId, ct);
        var milestones = await db.Set<Milestone>().AsNoTracking().Where(m => m.PlanId == plan.Id && !m.Withdrawn).OrderBy(m => m.DueBy).ThenBy(m => m.Id).ToListAsync(ct);
        var changes = new List<ChangeSince>();
        foreach (var action in actions)
        {
            if (!then.TryGetValue(action.Id, out var stood))
            {
                changes.Add(new(action, "", "Added"));
            }
            else if (stood.Progress != action.Progress)
            {
                changes.Add(new(action, plan.WordsFor(stood.Progress), plan.WordsFor(action.Progress)));
            }
        }

        foreach (var milestone in milestones)
        {
            if (!then.TryGetValue(milestone.Id, out var stood))
            {
                changes.Add(new(milestone, "", "Added"));
            }
            else
            {
                if (stood.Lifecycle != milestone.Lifecycle)
                {
                    changes.Add(new(milestone, LifecycleWords.Of(stood.Lifecycle), LifecycleWords.Of(milestone.Lifecycle)));
                }

                if (stood.Due != milestone.CurrentDue)
                {
                    changes.Add(new(milestone, $"Due: {stood.Due}", $"Due: {milestone.CurrentDue}"));
                }
            }
        }

        return changes;
    }
}
