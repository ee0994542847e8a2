using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;

namespace Trellis.Measures.Changes;

/// <summary>Reads where series begin anew.</summary>
public sealed class ChangeReader(AppDbContext db)
{
    /// <summary>In the order of time.</summary>
    public Task<List<SeriesChange>> OfAsync(Guid indicatorId, CancellationToken ct) =>
        db.Set<SeriesChange>().AsNoTracking().Where(c => c.IndicatorId == indicatorId && !c.Withdrawn).OrderBy(c => c.From).ThenBy(c => c.Id).ToListAsync(ct);

    /// <summary>Of all indicators: there are few.</summary>
    public async Task<ILookup<Guid, SeriesChange>> AllAsync(CancellationToken ct) =>
        (await db.Set<SeriesChange>().AsNoTracking().Where(c => !c.Withdrawn).OrderBy(c => c.From).ToListAsync(ct)).ToLookup(c => c.IndicatorId);
}
