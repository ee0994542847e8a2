using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks;

/// <summary>The risks that an officer owns, and handing them over.</summary>
internal sealed class OwnedRisks(AppDbContext db) : IOwnedWork
{
    public async Task<List<OwnedThing>> OwnedByAsync(Guid officerId, CancellationToken ct) =>
        [.. (await Of(officerId).AsNoTracking().ToListAsync(ct)).Select(r => new OwnedThing("Risk", r.Title, RiskService.AddressOf(r)))];

    public async Task<int> HandOverAsync(Guid fromOfficerId, Guid toOfficerId, CancellationToken ct)
    {
        var risks = await Of(fromOfficerId).ToListAsync(ct);
        risks.ForEach(r => r.OwnerOfficerId = toOfficerId);
        return risks.Count;
    }

    private IQueryable<Risk> Of(Guid officerId) => db.Set<Risk>().Where(r => !r.Withdrawn && r.OwnerOfficerId == officerId).OrderBy(r => r.SortKey);
}
