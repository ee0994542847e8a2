using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;

namespace Trellis.Governance.Public;

/// <summary>What anybody may read of the boards that are open to the public. Every query here begins with what is open.</summary>
public sealed class PublicBoards(AppDbContext db)
{
    public static string AddressOf(Forum forum) => $"/public/boards/{forum.Address}";

    public static string AddressOf(Forum forum, Meeting meeting) => $"{AddressOf(forum)}/meetings/{meeting.Address}";

    public IQueryable<Forum> Forums => db.Set<Forum>().AsNoTracking().Where(f => f.IsPublic && !f.Withdrawn);

    public Task<Forum?> FindAsync(string address, CancellationToken ct) => Forums.SingleOrDefaultAsync(f => f.Address == address, ct);

    public IQueryable<Meeting> MeetingsOf(Guid forumId) => db.Set<Meeting>().AsNoTracking().Where(m => m.ForumId == forumId && !m.Withdrawn);

    /// <summary>A meeting of an open board as the public may have it; null where there is none.</summary>
    public async Task<MeetingPapers?> PapersAsync(string address, string meeting, CancellationToken ct)
    {
        var id = await (
            from f in Forums
            join m in db.Set<Meeting>() on f.Id equals m.ForumId
            where f.Address == address && m.Address == meeting && !m.Withdrawn
            select (Guid?)m.Id).SingleOrDefaultAsync(ct);
        return id is { } known ? await MeetingPapers.LoadAsync(db, known, Audience.Public, ct) : null;
    }

    public Task<Paged<ScrutinyChallenge>> ChallengesAsync(Guid forumId, int? page, CancellationToken ct) =>
        ChallengeLine.Seen(db.Set<ScrutinyChallenge>().AsNoTracking(), Audience.Public).Where(c => c.ForumId == forumId)
            .OrderBy(c => c.ClosedOn != null).ThenByDescending(c => c.RaisedOn).ThenBy(c => c.Id).ToPageAsync(page, ct);
}
