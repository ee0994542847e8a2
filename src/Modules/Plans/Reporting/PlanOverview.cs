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
        var late = open.Where(m => m.DueBy < today);
        var noDate = open.Where(m => m.CurrentDue == Due.None);
        var slipped = open.Where(m => m.CurrentDue != m.OriginalDue && m.OriginalDue != Due.None);
        var confirmedSince = today.AddMonths(-ConfirmEveryMonths);
        var progress = await items.OfType<KeyAction>().GroupBy(a => a.Progress).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        // One walk over the milestones for all their counts: a plan may have ten thousand.
        var counts = await items.OfType<Milestone>().GroupBy(m => m.Lifecycle).Select(g => new
        {
            g.Key,
            All = g.Count(),
            Late = g.Count(m => m.DueBy < today),
            NoDate = g.Count(m => m.CurrentDue == Due.None),
            Slipped = g.Count(m => m.CurrentDue != m.OriginalDue && m.OriginalDue != Due.None),
            Unconfirmed = g.Count(m => m.CurrentDue == Due.Ongoing && (m.ConfirmedOn == null || m.ConfirmedOn < confirmedSince)),
        }).ToListAsync(ct);
        var stillOpen = counts.FindAll(c => c.Key is Lifecycle.NotStarted or Lifecycle.InProgress);
        var (lateCount, noDateCount, slippedCount) = (stillOpen.Sum(c => c.Late), stillOpen.Sum(c => c.NoDate), stillOpen.Sum(c => c.Slipped));
        return new PlanOverview(
            await items.OfType<Priority>().CountAsync(ct),
            await items.OfType<Objective>().CountAsync(ct),
            progress.Values.Sum(),
            counts.Sum(c => c.All),
            progress,
            counts.ToDictionary(c => c.Key, c => c.All),
            lateCount,
            lateCount == 0 ? [] : await LinesAsync(late.OrderBy(m => m.DueBy).ThenBy(m => m.Id), 0, Shown, ct),
            noDateCount,
            noDateCount == 0 ? [] : await LinesAsync(noDate.OrderBy(m => m.Id), 0, Shown, ct),
            slippedCount,
            slippedCount == 0 ? [] : await LinesAsync(slipped.OrderBy(m => m.Id), 0, Shown, ct),
            stillOpen.Sum(c => c.Unconfirmed));

        async Task<List<MilestoneLine>> LinesAsync(IQueryable<Milestone> milestones, int skip, int take, CancellationToken token) =>
            [.. (await milestones.Skip(skip).Take(take)
                .Join(db.Set<PlanItem>(), m => m.ParentId, a => a.Id, (m, a) => new { m.Reference, m.Title, Action = a.Reference, ActionTitle = a.Title, m.OriginalDue, m.CurrentDue })
                .ToListAsync(token))
                .Select(m => new MilestoneLine(m.Reference, m.Title, m.Action, m.ActionTitle, m.OriginalDue, m.CurrentDue, Plans.Slip.Between(m.OriginalDue, m.CurrentDue)))];
    }

    /// <summary>"Ongoing" is confirmed once a quarter: the usual reporting cycle.</summary>
    public const int ConfirmEveryMonths = 3;
}
