using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Governance.Asks;
using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Things;
using Trellis.Measures;
using Trellis.Plans;
using Trellis.Risks;

namespace Trellis.Publishing.Packs;

/// <summary>A key action that comes to a board, with those of its milestones that do.</summary>
public sealed record PackAction(Plan Plan, KeyAction Action, IReadOnlyList<Milestone> Milestones);

/// <summary>
/// All that the pack of one meeting is made from, read at one moment, and only what its audience may see. What of the meeting
/// itself is kept back, <see cref="MeetingPapers"/> says, as for every page.
/// </summary>
public sealed class PackSource
{
    private PackSource(MeetingPapers papers, Audience audience) => (Papers, Audience) = (papers, audience);

    public MeetingPapers Papers { get; }
    public Audience Audience { get; }
    public Forum Forum => Papers.Forum;
    public Meeting Meeting => Papers.Meeting;
    public IReadOnlyList<AgendaLine> Items => Papers.Items;
    public IReadOnlyList<PackAction> Actions { get; private set; } = [];
    public IReadOnlyList<(Ask Ask, string About)> Asks { get; private set; } = [];
    public IReadOnlyList<PackIndicator> Indicators { get; private set; } = [];
    public IReadOnlyList<Risk> Risks { get; private set; } = [];
    public IReadOnlyList<ScrutinyChallenge> Challenges { get; private set; } = [];
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Officers { get; private set; } = new Dictionary<Guid, string>();

    /// <returns>Null when there is no such forum or meeting.</returns>
    public static async Task<PackSource?> LoadAsync(AppDbContext db, DecisionService decisions, PackIndicators indicators, string forumAddress, string meetingAddress, Audience audience, CancellationToken ct)
    {
        if (await PapersAsync(db, forumAddress, meetingAddress, audience, ct) is not { } papers)
        {
            return null;
        }

        var source = new PackSource(papers, audience)
        {
            Officers = await db.Set<Officer>().AsNoTracking().Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct),
            Decisions = await decisions.OpenAsync(papers.Forum.Id, audience, papers.Meeting.Day, ct),
        };
        await source.LoadActionsAsync(db, ct);
        await source.LoadReviewsAsync(db, indicators, ct);
        return source;
    }

    /// <summary>The meeting with its agenda and papers alone.</summary>
    public static async Task<MeetingPapers?> PapersAsync(AppDbContext db, string forumAddress, string meetingAddress, Audience audience, CancellationToken ct)
    {
        var id = await (
            from meeting in db.Set<Meeting>()
            join forum in db.Set<Forum>() on meeting.ForumId equals forum.Id
            where forum.Address == forumAddress && meeting.Address == meetingAddress && !forum.Withdrawn && !meeting.Withdrawn
            select (Guid?)meeting.Id).SingleOrDefaultAsync(ct);
        return id is { } known ? await MeetingPapers.LoadAsync(db, known, audience, ct) : null;
    }

    public string? Officer(Guid? id) => id is { } known ? Officers.GetValueOrDefault(known) : null;

    private async Task LoadActionsAsync(AppDbContext db, CancellationToken ct)
    {
        var asks = Audience == Audience.Public
            ? []
            : await db.Set<Ask>().AsNoTracking().Where(a => a.ForumId == Forum.Id && a.AnsweredOn == null && !a.Withdrawn).OrderBy(a => a.AskedOn).ThenBy(a => a.Id).ToListAsync(ct);
        var milestones = await db.Set<Milestone>().AsNoTracking()
            .Where(m => !m.Withdrawn && db.Set<Link>().Any(l => l.FromId == m.Id && l.ToId == Forum.Id && l.Kind == LinkKind.ReportsTo && !l.Withdrawn)).OrderBy(m => m.Position).ThenBy(m => m.Id).ToListAsync(ct);
        var wanted = milestones.Select(m => m.ParentId!.Value).Concat(asks.Select(a => a.ThingId)).Distinct().ToList();
        var actions = await db.Set<KeyAction>().AsNoTracking().Where(a => wanted.Contains(a.Id) && !a.Withdrawn).OrderBy(a => a.PlanId).ThenBy(a => a.Position).ThenBy(a => a.Id).ToListAsync(ct);
        var planIds = actions.Select(a => a.PlanId).Distinct().ToList();
        var plans = await db.Set<Plan>().AsNoTracking().Where(p => planIds.Contains(p.Id) && !p.Withdrawn).ToDictionaryAsync(p => p.Id, ct);
        var below = milestones.ToLookup(m => m.ParentId!.Value);
        Actions = [.. actions.Where(a => plans.ContainsKey(a.PlanId)).Select(a => new PackAction(plans[a.PlanId], a, [.. below[a.Id]]))];
        Asks = [.. asks.Select(a => (a, actions.Find(x => x.Id == a.ThingId)?.Title ?? "Something that was taken out of the plan since"))];
        await LoadRisksAsync(db, actions, ct);
    }

    /// <summary>The risks to the objectives and priorities above the actions, and those that the forum itself is joined to.</summary>
    private async Task LoadRisksAsync(AppDbContext db, List<KeyAction> actions, CancellationToken ct)
    {
        var parents = actions.Select(a => a.ParentId!.Value).Distinct().ToList();
        var above = await db.Set<PlanItem>().Where(i => parents.Contains(i.Id)).Select(i => new { i.Id, i.ParentId }).ToListAsync(ct);
        var holders = above.Select(a => a.Id).Concat(above.Select(a => a.ParentId).OfType<Guid>()).Distinct().ToList();
        var links = await db.Set<Link>().AsNoTracking()
            .Where(l => !l.Withdrawn && ((l.Kind == LinkKind.Threatened && holders.Contains(l.FromId)) || l.FromId == Forum.Id || l.ToId == Forum.Id))
            .Select(l => new { l.FromId, l.ToId }).ToListAsync(ct);
        var ends = links.SelectMany(l => new[] { l.FromId, l.ToId }).Distinct().ToList();
        Risks = await db.Set<Risk>().AsNoTracking().Where(r => ends.Contains(r.Id) && !r.Withdrawn).OrderBy(r => r.SortKey).ThenBy(r => r.Id).ToListAsync(ct);
    }

    private async Task LoadReviewsAsync(AppDbContext db, PackIndicators indicators, CancellationToken ct)
    {
        var reviewed = await db.Set<Indicator>().AsNoTracking()
            .Where(i => !i.Withdrawn && db.Set<Link>().Any(l => l.FromId == i.Id && l.ToId == Forum.Id && l.Kind == LinkKind.ReviewedBy && !l.Withdrawn)).OrderBy(i => i.SortKey).ThenBy(i => i.Id).ToListAsync(ct);
        Indicators = Audience == Audience.Public ? await indicators.OfPublicAsync(reviewed, ct) : await indicators.OfAsync(reviewed, Meeting, ct);
        Challenges = await ChallengeLine.Seen(db.Set<ScrutinyChallenge>().AsNoTracking(), Audience).Where(c => c.ForumId == Forum.Id && c.ClosedOn == null).OrderBy(c => c.DueOn).ThenBy(c => c.Id).ToListAsync(ct);
    }
}
