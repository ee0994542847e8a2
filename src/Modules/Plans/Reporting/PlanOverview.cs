using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Plans.Reporting;

/// <summary>A milestone in a list: where it is, when it was promised, when it is due now.</summary>
public sealed record MilestoneLine(string Reference, string Title, string ActionReference, string ActionTitle, Due OriginalDue, Due CurrentDue, Slip? Slip);

/// <summary>A plan in figures, counted from its actions and milestones.</summary>
/// <param name="Progress">Key actions by what their officers state.</param>
/// <param name="Lifecycles">Milestones by how far they are.</param>
public sealed record PlanOverview(
    int Priorities, int Objectives, int Actions, int Milestones,
    IReadOnlyDictionary<Progress, int> Progress, IReadOnlyDictionary<Lifecycle, int> Lifecycles,
    int LateCount, IReadOnlyList<MilestoneLine> Late, int NoDateCount, IReadOnlyList<MilestoneLine> NoDate,
    int SlippedCount, IReadOnlyList<MilestoneLine> Slipped, int OngoingUnconfirmed)
{
    /// <summary>How many lines of each list the overview shows.</summary>
    public const int Shown = 10;

    public static async Task<PlanOverview> CountAsync(AppDbContext db, Guid planId, DateOnly today, CancellationToken ct)
    {
        var items = db.Set<PlanItem>().AsNoTracking().Where(i => i.PlanId == planId && !i.Withdrawn);
        var open = items.OfType<Milestone>().Where(m => m.Lifecycle == Lifecycle.NotStarted || m.Lifecycle == Lifecycle.InProgress);
        var late = open.Where(m => m.DueBy != null && m.DueBy < today);
        var noDate = open.Where(m => m.CurrentDue == Due.None);
        var slipped = open.Where(m => m.CurrentDue != m.OriginalDue && m.OriginalDue != Due.None);
        var confirmedSince = today.AddMonths(-ConfirmEveryMonths);
        var progress = await items.OfType<KeyAction>().GroupBy(a => a.Progress).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var lifecycles = await items.OfType<Milestone>().GroupBy(m => m.Lifecycle).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new PlanOverview(
            await items.OfType<Priority>().CountAsync(ct),
            await items.OfType<Objective>().CountAsync(ct),
            progress.Values.Sum(),
            lifecycles.Values.Sum(),
            progress,
            lifecycles,
            await late.CountAsync(ct),
            await LinesAsync(late.OrderBy(m => m.DueBy).ThenBy(m => m.Id), 0, Shown, ct),
            await noDate.CountAsync(ct),
            await LinesAsync(noDate.OrderBy(m => m.Id), 0, Shown, ct),
            await slipped.CountAsync(ct),
            await LinesAsync(slipped.OrderBy(m => m.Id), 0, Shown, ct),
            await open.CountAsync(m => m.CurrentDue == Due.Ongoing && (m.ConfirmedOn == null || m.ConfirmedOn < confirmedSince), ct));

        async Task<List<MilestoneLine>> LinesAsync(IQueryable<Milestone> milestones, int skip, int take, CancellationToken token) =>
            [.. (await milestones.Skip(skip).Take(take)
                .Join(db.Set<PlanItem>(), m => m.ParentId, a => a.Id, (m, a) => new { m.Reference, m.Title, Action = a.Reference, ActionTitle = a.Title, m.OriginalDue, m.CurrentDue })
                .ToListAsync(token))
                .Select(m => new MilestoneLine(m.Reference, m.Title, m.Action, m.ActionTitle, m.OriginalDue, m.CurrentDue, Plans.Slip.Between(m.OriginalDue, m.CurrentDue)))];
    }

    /// <summary>"Ongoing" is confirmed once a quarter: the usual reporting cycle.</summary>
    public const int ConfirmEveryMonths = 3;
}
