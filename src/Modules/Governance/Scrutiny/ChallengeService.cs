using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Things;

namespace Trellis.Governance.Scrutiny;

/// <summary>Takes challenges and recommendations from the panel to their answer and back, until the panel closes them.</summary>
public sealed class ChallengeService(AppDbContext db, TimeProvider clock, WorkingCalendar calendar, ThingLinks links)
{
    /// <summary>What joins a challenge to the key action that it led to.</summary>
    public const string LeadsTo = "leads to";

    public static string AddressOf(Forum forum) => $"{ForumService.AddressOf(forum)}/challenges";

    public static string AddressOf(Forum forum, ScrutinyChallenge challenge) => $"{AddressOf(forum)}/{challenge.Reference}";

    /// <summary>The forum's months after the day; the last of a shorter month where there is no such day in it.</summary>
    public static DateOnly DueAfter(Forum forum, DateOnly raisedOn) => raisedOn.AddMonths(forum.AnswerMonths);

    public Task<ScrutinyChallenge?> FindAsync(Guid forumId, string reference, CancellationToken ct) =>
        Of(forumId).AsNoTracking().SingleOrDefaultAsync(c => c.Reference == reference, ct);

    /// <param name="meetingId">The meeting at which it was raised.</param>
    public async Task<Result<ScrutinyChallenge>> RaiseAsync(Forum forum, Guid? meetingId, ScrutinyOptions options, Process process, CancellationToken ct)
    {
        var reference = await References.NextAsync(db.Set<ScrutinyChallenge>().Where(c => c.ForumId == forum.Id).Select(c => c.Reference), "SC", ct);
        return await db.AddAsync(new ScrutinyChallenge { Id = ThingId.New(clock), ForumId = forum.Id, MeetingId = meetingId, Reference = reference }, options, process, ct);
    }

    public async Task<Result<ScrutinyChallenge>> ChangeAsync(Guid forumId, string reference, int version, ScrutinyOptions options, Process process, CancellationToken ct) =>
        await db.ChangeAsync(await OpenAsync(forumId, reference, ct), version, options, process, ct);

    public async Task<Result<ScrutinyChallenge>> AnswerAsync(
        Guid forumId, string reference, int version, string answer, ScrutinyVerdict verdict, string? reason, Process process, CancellationToken ct) =>
        await db.ChangeAsync(await OpenAsync(forumId, reference, ct), version, new AnswerOptions(answer, verdict, reason, calendar.Today), process, ct);

    /// <summary>It was written down by mistake.</summary>
    public async Task<Result<ScrutinyChallenge>> WithdrawAsync(Guid forumId, string reference, Process process, CancellationToken ct) =>
        await db.DoAsync(await OpenAsync(forumId, reference, ct), c => c.Withdrawn = true, process, ct);

    /// <summary>The panel is content.</summary>
    public async Task<Result<ScrutinyChallenge>> CloseAsync(Guid forumId, string reference, Process process, CancellationToken ct) =>
        await db.DoAsync(await AnsweredAsync(forumId, reference, ct), c => c.ClosedOn = calendar.Today, process, ct);

    /// <summary>The panel is not content: the owner answers again, from the words that stand there.</summary>
    public async Task<Result<ScrutinyChallenge>> SendBackAsync(Guid forumId, string reference, string reason, DateOnly dueOn, Process process, CancellationToken ct)
    {
        var checks = new FieldChecks().Needed("Reason", reason, AgendaItem.LongestReason, "Say what is missing from the answer")
            .Must(dueOn >= calendar.Today, "DueOn.Day", "The new answer cannot be due before today");
        return checks.Errors.Count > 0
            ? checks.Errors
            : await db.DoAsync(
                await AnsweredAsync(forumId, reference, ct),
                c => (c.AnsweredOn, c.Verdict, c.ReturnReason, c.DueOn) = (null, ScrutinyVerdict.NotAnswered, reason.Trim(), dueOn), process, ct);
    }

    /// <summary>Joins a challenge to the action that it leads to.</summary>
    /// <param name="action">A card that <see cref="IActionFinder"/> gave.</param>
    public async Task<Result<Link>> LinkAsync(ScrutinyChallenge challenge, ThingCard action, Process process, CancellationToken ct)
    {
        var link = await links.JoinAsync(challenge.Id, nameof(ScrutinyChallenge), LeadsTo, action.Id, "KeyAction", ct);
        await db.SaveAsync(process, ct);
        return link;
    }

    private async Task<ScrutinyChallenge?> OpenAsync(Guid forumId, string reference, CancellationToken ct) =>
        await Of(forumId).SingleOrDefaultAsync(c => c.Reference == reference && c.ClosedOn == null, ct);

    private async Task<ScrutinyChallenge?> AnsweredAsync(Guid forumId, string reference, CancellationToken ct) =>
        await OpenAsync(forumId, reference, ct) is { AnsweredOn: not null } answered ? answered : null;

    private IQueryable<ScrutinyChallenge> Of(Guid forumId) => db.Set<ScrutinyChallenge>().Where(c => c.ForumId == forumId && !c.Withdrawn);
}
