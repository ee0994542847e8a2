using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Governance;

/// <summary>Decisions not done and challenges not closed that an officer owns, and handing them over.</summary>
internal sealed class OwnedBoardWork(AppDbContext db) : IOwnedWork
{
    public async Task<List<OwnedThing>> OwnedByAsync(Guid officerId, CancellationToken ct)
    {
        var forums = await db.Set<Forum>().AsNoTracking().ToDictionaryAsync(f => f.Id, ct);
        var decisions = await Decisions(officerId).AsNoTracking().ToListAsync(ct);
        var challenges = await Challenges(officerId).AsNoTracking().ToListAsync(ct);
        // By reference alone: a text may be kept back from whoever hands over.
        return
        [
            .. decisions.Select(d => new OwnedThing("Decision", $"{d.Reference} of {forums[d.ForumId].Name}", DecisionService.AddressOf(forums[d.ForumId], d))),
            .. challenges.Select(c => new OwnedThing(ScrutinyWords.Of(c.Kind), $"{c.Reference} of {forums[c.ForumId].Name}", ChallengeService.AddressOf(forums[c.ForumId], c))),
        ];
    }

    public async Task<int> HandOverAsync(Guid fromOfficerId, Guid toOfficerId, CancellationToken ct)
    {
        var decisions = await Decisions(fromOfficerId).ToListAsync(ct);
        var challenges = await Challenges(fromOfficerId).ToListAsync(ct);
        decisions.ForEach(d => d.OwnerOfficerId = toOfficerId);
        challenges.ForEach(c => c.OwnerOfficerId = toOfficerId);
        return decisions.Count + challenges.Count;
    }

    private IQueryable<Decision> Decisions(Guid officerId) =>
        db.Set<Decision>().Where(d => !d.Withdrawn && d.OwnerOfficerId == officerId && d.DoneOn == null).OrderBy(d => d.Id);

    private IQueryable<ScrutinyChallenge> Challenges(Guid officerId) =>
        db.Set<ScrutinyChallenge>().Where(c => !c.Withdrawn && c.OwnerOfficerId == officerId && c.ClosedOn == null).OrderBy(c => c.Id);
}
