using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;

namespace Trellis.Governance.Meetings;

/// <summary>For whom a meeting's papers are put together.</summary>
public enum Audience
{
    /// <summary>Anybody: what is open, once it was sent; minutes and decisions once they were published.</summary>
    Public,

    /// <summary>Somebody signed in who may not read what is kept back: what is open, drafts included.</summary>
    Council,

    /// <summary>Everything.</summary>
    Members,
}

/// <summary>A paper as its reader may have it. One that is kept back has no text.</summary>
/// <param name="Number">Its number in addresses.</param>
public sealed record PaperLine(Guid Id, int Number, string Title, string Body, string Author, Openness Openness, int? ExemptParagraph, string? PublicInterest, bool IsWithheld);

public sealed record DecisionLine(string Reference, string Text, string Owner, DateOnly? DueOn, DateOnly? DoneOn);

/// <summary>An agenda item as its reader may have it. Of one that is kept back only its place and the reason are there.</summary>
/// <param name="Place">Its number on the agenda, from 1.</param>
/// <param name="Number">Its number in addresses.</param>
public sealed record AgendaLine(
    Guid Id, int Place, int Number, string Title, string? Asked, string Presenter, Openness Openness, int? ExemptParagraph, string? PublicInterest,
    bool IsKeyDecision, string? LateReason, string? Minutes, IReadOnlyList<PaperLine> Papers, IReadOnlyList<DecisionLine> Decisions, bool IsWithheld);

/// <summary>
/// A meeting with its agenda, papers, minutes, decisions and the challenges that come back to it: all that pages and packs
/// show of it, and never more than the audience may have.
/// </summary>
public sealed record MeetingPapers(Forum Forum, Meeting Meeting, IReadOnlyList<AgendaLine> Items, IReadOnlyList<ChallengeLine> Challenges)
{
    /// <returns>Null when there is no such meeting.</returns>
    public static async Task<MeetingPapers?> LoadAsync(AppDbContext db, Guid meetingId, Audience audience, CancellationToken ct)
    {
        var found = await (
            from m in db.Set<Meeting>().AsNoTracking()
            join f in db.Set<Forum>().AsNoTracking() on m.ForumId equals f.Id
            where m.Id == meetingId && !m.Withdrawn && !f.Withdrawn
            select new { Meeting = m, Forum = f }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var (meeting, forum) = (found.Meeting, found.Forum);
        var items = audience == Audience.Public && !IsAgendaPublic(meeting) ? [] : await ItemsAsync(db, meetingId, ct);
        var shown = items.Where(i => audience == Audience.Members || i.Openness == Openness.Public).Select(i => i.Id).ToList();
        var papers = await db.Set<Paper>().AsNoTracking().Where(p => shown.Contains(p.AgendaItemId) && !p.Withdrawn).OrderBy(p => p.Position).ToListAsync(ct);
        List<Decision> decisions = audience == Audience.Public && meeting.MinutesPublishedOn is null
            ? []
            : await db.Set<Decision>().AsNoTracking().Where(d => shown.Contains(d.AgendaItemId) && !d.Withdrawn).OrderBy(d => d.Id).ToListAsync(ct);
        var names = await BoardNames.OfOfficersAsync(
            db, [.. items.Select(i => i.PresenterOfficerId), .. papers.Select(p => p.AuthorOfficerId), .. decisions.Select(d => d.OwnerOfficerId)], ct);
        var (papersOf, decisionsOf) = (papers.ToLookup(p => p.AgendaItemId), decisions.ToLookup(d => d.AgendaItemId));
        var hasMinutes = audience != Audience.Public || meeting.MinutesPublishedOn is not null;
        return new MeetingPapers(
            forum, meeting,
            [.. items.Select((item, i) => shown.Contains(item.Id)
                ? Shown(item, i + 1, hasMinutes, audience, [.. papersOf[item.Id]], [.. decisionsOf[item.Id]], names)
                : Withheld(item, i + 1))],
            await ChallengeLine.ComingBackAsync(db, meeting, audience, ct));
    }

    /// <summary>A draft agenda is nobody's business yet.</summary>
    public static bool IsAgendaPublic(Meeting meeting) => meeting.SentOn is not null || meeting.State == MeetingState.Held;

    private static Task<List<AgendaItem>> ItemsAsync(AppDbContext db, Guid meetingId, CancellationToken ct) =>
        db.Set<AgendaItem>().AsNoTracking().Where(i => i.MeetingId == meetingId && !i.Withdrawn).OrderBy(i => i.Position).ThenBy(i => i.Id).ToListAsync(ct);

    private static AgendaLine Shown(AgendaItem item, int place, bool hasMinutes, Audience audience, List<Paper> papers, List<Decision> decisions, BoardNames names) => new(
        item.Id, place, item.Number, item.Title, item.Asked, names.Of(item.PresenterOfficerId), item.Openness, item.ExemptParagraph, item.PublicInterest,
        item.IsKeyDecision, item.LateReason, hasMinutes ? item.Minutes : null,
        [.. papers.Select(p => audience == Audience.Members || p.Openness == Openness.Public
            ? new PaperLine(p.Id, p.Position, p.Title, p.Body, names.Of(p.AuthorOfficerId), p.Openness, p.ExemptParagraph, p.PublicInterest, IsWithheld: false)
            : new PaperLine(p.Id, p.Position, OpennessWords.Withheld(p.Openness, "paper"), "", "", p.Openness, p.ExemptParagraph, p.PublicInterest, IsWithheld: true))],
        [.. decisions.Select(d => new DecisionLine(d.Reference, d.Text, names.Of(d.OwnerOfficerId), d.DueOn, d.DoneOn))],
        IsWithheld: false);

    private static AgendaLine Withheld(AgendaItem item, int place) => new(
        item.Id, place, item.Number, OpennessWords.Withheld(item.Openness, "item"), null, "", item.Openness, item.ExemptParagraph, item.PublicInterest,
        IsKeyDecision: false, null, null, [], [], IsWithheld: true);
}
