using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Kernel;

namespace Trellis.Governance.Scrutiny;

/// <summary>A challenge or recommendation as papers show it.</summary>
public sealed record ChallengeLine(
    string Reference, ScrutinyKind Kind, string Text, string RaisedBy, DateOnly RaisedOn, string Owner, DateOnly DueOn,
    string? Answer, DateOnly? AnsweredOn, ScrutinyVerdict Verdict, string? VerdictReason, DateOnly? ClosedOn)
{
    public static ChallengeLine Of(ScrutinyChallenge c, BoardNames names) =>
        new(c.Reference, c.Kind, c.Text, c.RaisedBy, c.RaisedOn, names.Of(c.OwnerOfficerId), c.DueOn,
            c.AnsweredOn is null ? null : c.Answer, c.AnsweredOn, c.Verdict, c.VerdictReason, c.ClosedOn);

    public bool IsOverdueOn(DateOnly today) => AnsweredOn is null && ClosedOn is null && DueOn < today;

    /// <summary>Those that a meeting meets again: raised before it, and not closed by its day.</summary>
    public static async Task<List<ChallengeLine>> ComingBackAsync(AppDbContext db, Meeting meeting, Audience audience, CancellationToken ct)
    {
        if (meeting.State == MeetingState.Cancelled)
        {
            return [];
        }

        var challenges = await Seen(db.Set<ScrutinyChallenge>().AsNoTracking(), audience)
            .Where(c => c.ForumId == meeting.ForumId && c.RaisedOn <= meeting.Day && c.MeetingId != meeting.Id && (c.ClosedOn == null || c.ClosedOn >= meeting.Day))
            .OrderBy(c => c.RaisedOn).ThenBy(c => c.Id).ToListAsync(ct);
        var names = await BoardNames.OfOfficersAsync(db, challenges.Select(c => c.OwnerOfficerId), ct);
        return [.. challenges.Select(c => Of(c, names))];
    }

    /// <summary>Those that the audience may have.</summary>
    public static IQueryable<ScrutinyChallenge> Seen(IQueryable<ScrutinyChallenge> all, Audience audience) =>
        all.Where(c => !c.Withdrawn && (audience == Audience.Members || c.Openness == Openness.Public));
}
