using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Organisation;

namespace Trellis.Measures;

/// <summary>The indicators that an officer leads or helps with, and handing them over.</summary>
internal sealed class OwnedIndicators(AppDbContext db) : IOwnedWork
{
    public async Task<List<OwnedThing>> OwnedByAsync(Guid officerId, CancellationToken ct) =>
        [.. (await Of(officerId).AsNoTracking().ToListAsync(ct)).Select(i => new OwnedThing("Indicator", i.Title, IndicatorService.AddressOf(i)))];

    public async Task<int> HandOverAsync(Guid fromOfficerId, Guid toOfficerId, CancellationToken ct)
    {
        var indicators = await Of(fromOfficerId).ToListAsync(ct);
        foreach (var indicator in indicators)
        {
            if (indicator.LeadOfficerId == fromOfficerId)
            {
                indicator.LeadOfficerId = toOfficerId;
            }

            indicator.OtherOfficerIds = [.. indicator.OtherOfficerIds.Select(o => o == fromOfficerId ? toOfficerId : o).Where(o => o != indicator.LeadOfficerId).Distinct()];
        }

        return indicators.Count;
    }

    private IQueryable<Indicator> Of(Guid officerId) => db.Set<Indicator>()
        .Where(i => !i.Withdrawn && (i.LeadOfficerId == officerId || i.OtherOfficerIds.Contains(officerId))).OrderBy(i => i.SortKey);
}
