using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;
using Trellis.Kernel.Things;

namespace Trellis.Governance;

/// <summary>What boards, bodies and challenges are called, for the pages of the things that hang on them.</summary>
internal sealed class ForumDirectory(AppDbContext db) : IThingDirectory
{
    public async Task<List<ThingCard>> CardsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var forums = (await db.Set<Forum>().AsNoTracking().Where(x => ids.Contains(x.Id) && !x.Withdrawn).ToListAsync(ct))
            .Select(x => new ThingCard(x.Id, ForumWords.Of(x.Kind), x.Name, ForumService.AddressOf(x)));
        var challenges = await (
            from challenge in db.Set<ScrutinyChallenge>().AsNoTracking()
            join forum in db.Set<Forum>().AsNoTracking() on challenge.ForumId equals forum.Id
            where ids.Contains(challenge.Id) && !challenge.Withdrawn && !forum.Withdrawn
            select new { challenge, forum }).ToListAsync(ct);
        return [.. forums, .. challenges.Select(c => new ThingCard(c.challenge.Id, ScrutinyWords.Of(c.challenge.Kind), Title(c.challenge), ChallengeService.AddressOf(c.forum, c.challenge)))];
    }

    /// <summary>The pages that show a card do not ask who may read what is kept back.</summary>
    private static string Title(ScrutinyChallenge challenge) =>
        challenge.Openness == Openness.Public ? $"{challenge.Reference}: {challenge.Text}" : $"{challenge.Reference}: {OpennessWords.Withheld(challenge.Openness, "challenge")}";
}
