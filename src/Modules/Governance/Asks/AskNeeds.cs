using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Things;

namespace Trellis.Governance.Asks;

/// <summary>Support that is asked of a person, or of a board whose clerk they are.</summary>
internal sealed class AskNeeds(AppDbContext db, OrganisationService organisation) : INeedsMe
{
    private const int Most = 50;

    public async Task<List<Need>> NeedsAsync(CurrentUser user, CancellationToken ct)
    {
        var officers = await organisation.ActsForAsync(user.OfficerId, ct);
        var ofBoards = user.IsIn(Role.Clerk);
        if (officers.Count == 0 && !ofBoards)
        {
            return [];
        }

        var asks = await db.Set<Ask>().AsNoTracking()
            .Where(a => a.AnsweredOn == null && !a.Withdrawn && ((ofBoards && a.ForumId != null) || (a.OfficerId != null && officers.Contains(a.OfficerId.Value))))
            .OrderBy(a => a.AskedOn).Take(Most).ToListAsync(ct);
        return [.. asks.Select(a => new Need(a.ForumId is null ? "Answer: your support is asked for" : "Write down what the board answers", a.What, AskService.AddressOf(a), a.AskedOn, false))];
    }
}
