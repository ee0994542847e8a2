using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Kernel;

namespace Trellis.Governance.Scrutiny;

/// <summary>Which challenges a log shows.</summary>
public enum ChallengeFilter
{
    All,

    /// <summary>Not answered yet, overdue or not.</summary>
    Open,
    Overdue,

    /// <summary>Answered, not closed yet.</summary>
    Answered,
    Closed,
    NotClosed,
}

/// <summary>A challenge with the forum that raised it.</summary>
public sealed record ChallengeRow
{
    public required ScrutinyChallenge Challenge { get; init; }
    public required Forum Forum { get; init; }
}

/// <summary>The challenges of one forum or of all, by where they stand.</summary>
public sealed class ChallengeLog(AppDbContext db)
{
    /// <param name="keptBackOf">The forums of which also exempt and confidential ones are shown.</param>
    public IQueryable<ChallengeRow> Rows(Guid? forumId, ChallengeFilter filter, DateOnly today, IReadOnlyCollection<Guid> keptBackOf)
    {
        var challenges = db.Set<ScrutinyChallenge>().AsNoTracking()
            .Where(c => !c.Withdrawn && (forumId == null || c.ForumId == forumId) && (c.Openness == Openness.Public || keptBackOf.Contains(c.ForumId)));
        challenges = filter switch
        {
            ChallengeFilter.Open => challenges.Where(c => c.AnsweredOn == null && c.ClosedOn == null),
            ChallengeFilter.Overdue => challenges.Where(c => c.AnsweredOn == null && c.ClosedOn == null && c.DueOn < today),
            ChallengeFilter.Answered => challenges.Where(c => c.AnsweredOn != null && c.ClosedOn == null),
            ChallengeFilter.NotClosed => challenges.Where(c => c.ClosedOn == null),
            ChallengeFilter.Closed => challenges.Where(c => c.ClosedOn != null),
            _ => challenges,
        };
        return
            from challenge in challenges
            join forum in db.Set<Forum>().AsNoTracking() on challenge.ForumId equals forum.Id
            where !forum.Withdrawn
            orderby challenge.ClosedOn != null, challenge.DueOn, challenge.Id
            select new ChallengeRow { Challenge = challenge, Forum = forum };
    }

    /// <summary>A row a challenge, for a spreadsheet.</summary>
    public async Task<string> CsvAsync(IQueryable<ChallengeRow> rows, DateOnly today, CancellationToken ct)
    {
        var all = await rows.ToListAsync(ct);
        var names = await BoardNames.OfOfficersAsync(db, all.Select(r => r.Challenge.OwnerOfficerId), ct);
        var csv = new CsvText("Board", "Reference", "Kind", "Text", "Raised by", "Raised on", "Who answers", "Answer due on", "Overdue", "Answered on", "Accepted", "Answer", "Why", "Closed on");
        foreach (var (challenge, forum) in all.Select(r => (r.Challenge, r.Forum)))
        {
            var line = ChallengeLine.Of(challenge, names);
            csv.Row(
                forum.Name, line.Reference, ScrutinyWords.Of(line.Kind), line.Text, line.RaisedBy, CsvText.Day(line.RaisedOn), line.Owner, CsvText.Day(line.DueOn),
                challenge.IsOverdueOn(today) ? "Yes" : "", CsvText.Day(line.AnsweredOn), line.AnsweredOn is null ? "" : ScrutinyWords.Of(line.Verdict),
                line.Answer ?? "", line.VerdictReason ?? "", CsvText.Day(line.ClosedOn));
        }

        return csv.ToString();
    }
}
