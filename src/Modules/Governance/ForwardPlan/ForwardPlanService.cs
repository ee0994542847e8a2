using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Kernel;

namespace Trellis.Governance.ForwardPlan;

/// <param name="Month">The first of a month, where no meeting is named.</param>
public sealed record ForwardPlanOptions(string Title, bool IsKeyDecision, Guid? LeadOfficerId, Guid? MeetingId, DateOnly? Month, DateOnly? PublishedOn, Keeping Keeping)
    : ThingOptions<ForwardPlanItem>
{
    public static ForwardPlanOptions Of(ForwardPlanItem i) => new(i.Title, i.IsKeyDecision, i.LeadOfficerId, i.MeetingId, i.Month, i.PublishedOn, Keeping.Of(i));

    public override List<FieldError> Check()
    {
        var checks = new FieldChecks().Needed("Title", Title, AgendaItem.LongestTitle, "Enter what will be decided or discussed")
            .Must(MeetingId is not null || Month is not null, "MeetingId", "Choose the meeting, or enter the month");
        Keeping.Check(checks);
        return checks.Errors;
    }

    internal override IEnumerable<Chosen> Choices => [new("LeadOfficerId", LeadOfficerId, ChosenFrom.Officers), new("MeetingId", MeetingId, ChosenFrom.Meetings)];

    internal override void Fill(ForwardPlanItem item)
    {
        (item.Title, item.IsKeyDecision, item.LeadOfficerId, item.PublishedOn) = (Title.Trim(), IsKeyDecision, LeadOfficerId, PublishedOn);
        (item.MeetingId, item.Month) = (MeetingId, MeetingId is null ? Month : null);
        (item.Openness, item.ExemptParagraph, item.PublicInterest) = Keeping.Stored;
    }

    internal override ThingOptions<ForwardPlanItem> SavedIn(ForwardPlanItem item) => Of(item);

    internal override IEnumerable<(string Label, string Value)> Said(BoardNames names) =>
    [
        ("What", Title),
        ("Key decision", IsKeyDecision ? "Yes" : "No"),
        ("Lead officer", names.Of(LeadOfficerId)),
        ("Meeting", names.Of(MeetingId)),
        ("Month", $"{Month:MMMM yyyy}"),
        ("Published on", $"{PublishedOn:d MMMM yyyy}"),
        .. Keeping.Said,
    ];
}

/// <summary>A line of the forward plan with the meeting that takes it, where one is named.</summary>
public sealed record ForwardPlanRow
{
    public required ForwardPlanItem Item { get; init; }
    public required Meeting? Meeting { get; init; }
}

/// <summary>Keeps what a forum will decide or discuss, and takes it to an agenda.</summary>
public sealed class ForwardPlanService(AppDbContext db, TimeProvider clock, AgendaService agendas)
{
    public static string AddressOf(Forum forum) => $"{ForumService.AddressOf(forum)}/forward-plan";

    public Task<ForwardPlanItem?> FindAsync(Guid forumId, string reference, CancellationToken ct) =>
        Of(forumId).AsNoTracking().SingleOrDefaultAsync(i => i.Reference == reference, ct);

    /// <summary>What is still to come, by its day: what stands on the agenda of a meeting that is over is left out.</summary>
    public async Task<List<ForwardPlanRow>> ComingAsync(Guid forumId, DateOnly today, Audience audience, CancellationToken ct)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var rows = await (
            from item in Of(forumId).AsNoTracking()
            join m in db.Set<Meeting>() on item.MeetingId equals m.Id into meetings
            from meeting in meetings.DefaultIfEmpty()
            where (meeting == null ? item.Month >= month : meeting.Day >= today && meeting.State != MeetingState.Cancelled)
                && (audience == Audience.Members || item.Openness == Openness.Public)
                && (audience != Audience.Public || item.PublishedOn <= today)
            select new ForwardPlanRow { Item = item, Meeting = meeting }).ToListAsync(ct);
        return [.. rows.OrderBy(r => r.Meeting?.Day ?? r.Item.Month).ThenBy(r => SortKey.Of(r.Item.Reference), StringComparer.Ordinal)];
    }

    public async Task<Result<ForwardPlanItem>> AddAsync(Guid forumId, ForwardPlanOptions options, Process process, CancellationToken ct)
    {
        var reference = await References.NextAsync(db.Set<ForwardPlanItem>().Where(i => i.ForumId == forumId).Select(i => i.Reference), "FP", ct);
        return await db.AddAsync(new ForwardPlanItem { Id = ThingId.New(clock), ForumId = forumId, Reference = reference }, options, process, ct);
    }

    public async Task<Result<ForwardPlanItem>> ChangeAsync(Guid forumId, string reference, int version, ForwardPlanOptions options, Process process, CancellationToken ct) =>
        await db.ChangeAsync(await Of(forumId).SingleOrDefaultAsync(i => i.Reference == reference, ct), version, options, process, ct);

    public async Task<Result<ForwardPlanItem>> WithdrawAsync(Guid forumId, string reference, Process process, CancellationToken ct) =>
        await db.DoAsync(await Of(forumId).SingleOrDefaultAsync(i => i.Reference == reference, ct), i => i.Withdrawn = true, process, ct);

    /// <summary>Makes it an item of its meeting's agenda, as open as it is here; once.</summary>
    public async Task<Result<AgendaItem>> PutOnAgendaAsync(Forum forum, string reference, string? lateReason, Process process, CancellationToken ct)
    {
        var item = await Of(forum.Id).SingleOrDefaultAsync(i => i.Reference == reference && i.AgendaItemId == null, ct);
        if (item is null || await db.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == item.MeetingId && !m.Withdrawn && m.State != MeetingState.Cancelled, ct) is not { } meeting)
        {
            return NotFound.Row;
        }

        var onAgenda = await agendas.NewAsync(meeting, ct);
        onAgenda.ForwardPlanItemId = item.Id;
        item.AgendaItemId = onAgenda.Id;
        return await db.AddAsync(
            onAgenda, new AgendaItemOptions(item.Title, null, item.LeadOfficerId, item.IsKeyDecision, Keeping.Of(item), meeting.IsSent, lateReason), process, ct);
    }

    private IQueryable<ForwardPlanItem> Of(Guid forumId) => db.Set<ForwardPlanItem>().Where(i => i.ForumId == forumId && !i.Withdrawn);
}
