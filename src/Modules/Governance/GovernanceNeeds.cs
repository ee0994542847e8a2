using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;
using Trellis.Governance.Terms;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Things;

namespace Trellis.Governance;

/// <summary>What boards ask of a person: of clerks papers to send and terms to review, of officers decisions and answers.</summary>
internal sealed class GovernanceNeeds(AppDbContext db, BoardAccess access, WorkingCalendar calendar) : INeedsMe
{
    private const int SendSoonDays = 10;
    private const int ReviewSoonMonths = 2;
    private const int Most = 100;

    public async Task<List<Need>> NeedsAsync(CurrentUser user, CancellationToken ct)
    {
        var today = calendar.Today;
        var needs = new List<Need>();
        if (user.IsIn(Role.Clerk))
        {
            needs.AddRange(await ToSendAsync(today, ct));
            needs.AddRange(await ToReviewAsync(today, ct));
        }

        var officers = await access.ActsForAsync(ct);
        if (officers.Count > 0)
        {
            needs.AddRange(await ToCarryOutAsync(officers, today, ct));
            needs.AddRange(await ToAnswerAsync(officers, today, ct));
        }

        return needs;
    }

    private async Task<IEnumerable<Need>> ToSendAsync(DateOnly today, CancellationToken ct)
    {
        var soon = today.AddDays(SendSoonDays);
        var meetings = await (
            from meeting in db.Set<Meeting>().AsNoTracking()
            join forum in db.Set<Forum>() on meeting.ForumId equals forum.Id
            where !meeting.Withdrawn && !forum.Withdrawn && meeting.State == MeetingState.Planned && meeting.SendBy <= soon && meeting.Day >= today
            orderby meeting.SendBy
            select new { meeting, forum }).Take(Most).ToListAsync(ct);
        return meetings.Select(m => new Need(
            m.meeting.SendBy < today ? "Agenda and papers were not sent in time" : "Send agenda and papers",
            $"{m.forum.Name}, {MeetingWords.When(m.meeting)}", MeetingService.AddressOf(m.forum, m.meeting), m.meeting.SendBy, m.meeting.SendBy < today));
    }

    private async Task<IEnumerable<Need>> ToReviewAsync(DateOnly today, CancellationToken ct)
    {
        var soon = today.AddMonths(ReviewSoonMonths);
        var terms = await (
            from t in db.Set<TermsOfReference>().AsNoTracking()
            join forum in db.Set<Forum>() on t.ForumId equals forum.Id
            where !t.Withdrawn && !forum.Withdrawn && t.ReviewBy <= soon
                && !db.Set<TermsOfReference>().Any(later => later.ForumId == t.ForumId && later.Number > t.Number && !later.Withdrawn)
            orderby t.ReviewBy
            select new { t.ReviewBy, forum }).Take(Most).ToListAsync(ct);
        return terms.Select(t => new Need("Review the terms of reference", t.forum.Name, TermsService.AddressOf(t.forum), t.ReviewBy, t.ReviewBy < today));
    }

    private async Task<IEnumerable<Need>> ToCarryOutAsync(HashSet<Guid> officers, DateOnly today, CancellationToken ct)
    {
        var decisions = await (
            from decision in db.Set<Decision>().AsNoTracking()
            join item in db.Set<AgendaItem>() on decision.AgendaItemId equals item.Id
            join forum in db.Set<Forum>() on decision.ForumId equals forum.Id
            where !decision.Withdrawn && !item.Withdrawn && !forum.Withdrawn && decision.DoneOn == null
                && decision.OwnerOfficerId != null && officers.Contains(decision.OwnerOfficerId.Value)
            orderby decision.DueOn
            select new { decision, forum }).Take(Most).ToListAsync(ct);
        return decisions.Select(d => new Need(
            "Carry out a decision", $"{d.decision.Reference}: {d.decision.Text} ({d.forum.Name})", DecisionService.AddressOf(d.forum, d.decision), d.decision.DueOn, d.decision.DueOn < today));
    }

    private async Task<IEnumerable<Need>> ToAnswerAsync(HashSet<Guid> officers, DateOnly today, CancellationToken ct)
    {
        var challenges = await (
            from challenge in db.Set<ScrutinyChallenge>().AsNoTracking()
            join forum in db.Set<Forum>() on challenge.ForumId equals forum.Id
            where !challenge.Withdrawn && !forum.Withdrawn && challenge.AnsweredOn == null && challenge.ClosedOn == null
                && challenge.OwnerOfficerId != null && officers.Contains(challenge.OwnerOfficerId.Value)
            orderby challenge.DueOn
            select new { challenge, forum }).Take(Most).ToListAsync(ct);
        return challenges.Select(c => new Need(
            c.challenge.ReturnReason is null ? $"Answer a {ScrutinyWords.Of(c.challenge.Kind).ToLowerInvariant()}" : "Answer again: the panel sent it back",
            $"{c.challenge.Reference}: {c.challenge.Text} ({c.forum.Name})", ChallengeService.AddressOf(c.forum, c.challenge), c.challenge.DueOn, c.challenge.IsOverdueOn(today)));
    }
}
