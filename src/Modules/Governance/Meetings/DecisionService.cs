using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;

namespace Trellis.Governance.Meetings;

/// <summary>A decision with the item that it was taken on, which says how open it is.</summary>
public sealed record DecisionRow
{
    public required Decision Decision { get; init; }
    public required AgendaItem Item { get; init; }
    public required Meeting Meeting { get; init; }
}

/// <summary>Writes down what meetings decide, and follows it until it is done.</summary>
public sealed class DecisionService(AppDbContext db, TimeProvider clock, WorkingCalendar calendar)
{
    public static string AddressOf(Forum forum) => $"{ForumService.AddressOf(forum)}/decisions";

    public static string AddressOf(Forum forum, Decision decision) => $"{AddressOf(forum)}/{decision.Reference}";

    public Task<DecisionRow?> FindAsync(Guid forumId, string reference, CancellationToken ct) =>
        Rows(forumId, Audience.Members).Where(r => r.Decision.Reference == reference).SingleOrDefaultAsync(ct);

    /// <summary>Decisions that the audience may have: those not done first, then the latest.</summary>
    public Task<Paged<DecisionRow>> PageAsync(Guid forumId, Audience audience, bool onlyOpen, int? page, CancellationToken ct) =>
        Rows(forumId, audience).Where(r => !onlyOpen || r.Decision.DoneOn == null)
            .OrderBy(r => r.Decision.DoneOn != null).ThenByDescending(r => r.Meeting.Day).ThenByDescending(r => r.Decision.Id).ToPageAsync(page, ct);

    /// <summary>Those that the audience may have of what was decided by this day and is not carried out, the earliest due first.</summary>
    public Task<List<Decision>> OpenAsync(Guid forumId, Audience audience, DateOnly day, CancellationToken ct) =>
        Rows(forumId, audience).Where(r => r.Decision.DoneOn == null && r.Meeting.Day <= day).OrderBy(r => r.Decision.DueOn).ThenBy(r => r.Decision.Id).Select(r => r.Decision).ToListAsync(ct);

    public async Task<Result<Decision>> AddAsync(Meeting meeting, AgendaItem item, DecisionOptions options, Process process, CancellationToken ct)
    {
        var reference = await References.NextAsync(db.Set<Decision>().Where(d => d.ForumId == meeting.ForumId).Select(d => d.Reference), "D", ct);
        return await db.AddAsync(
            new Decision { Id = ThingId.New(clock), ForumId = meeting.ForumId, MeetingId = meeting.Id, AgendaItemId = item.Id, Reference = reference }, options, process, ct);
    }

    public async Task<Result<Decision>> ChangeAsync(Guid forumId, string reference, int version, DecisionOptions options, Process process, CancellationToken ct) =>
        await db.ChangeAsync(await TrackedAsync(forumId, reference, ct), version, options, process, ct);

    public async Task<Result<Decision>> WithdrawAsync(Guid forumId, string reference, Process process, CancellationToken ct) =>
        await db.DoAsync(await TrackedAsync(forumId, reference, ct), d => d.Withdrawn = true, process, ct);

    public async Task<Result<Decision>> CarryOutAsync(Guid forumId, string reference, Process process, CancellationToken ct) =>
        await db.DoAsync(await TrackedAsync(forumId, reference, ct), d => d.DoneOn ??= calendar.Today, process, ct);

    /// <summary>Those of a forum that the audience may have: the public gets what was taken in the open and published.</summary>
    internal IQueryable<DecisionRow> Rows(Guid forumId, Audience audience) =>
        from decision in db.Set<Decision>().AsNoTracking()
        join item in db.Set<AgendaItem>() on decision.AgendaItemId equals item.Id
        join meeting in db.Set<Meeting>() on decision.MeetingId equals meeting.Id
        where decision.ForumId == forumId && !decision.Withdrawn && !item.Withdrawn && !meeting.Withdrawn
            && (audience == Audience.Members || item.Openness == Openness.Public)
            && (audience != Audience.Public || meeting.MinutesPublishedOn != null)
        select new DecisionRow { Decision = decision, Item = item, Meeting = meeting };

    private Task<Decision?> TrackedAsync(Guid forumId, string reference, CancellationToken ct) =>
        db.Set<Decision>().SingleOrDefaultAsync(d => d.ForumId == forumId && d.Reference == reference && !d.Withdrawn, ct);
}
