using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Public;

/// <summary>Makes an indicator public, or no longer so. No indicator is public by itself.</summary>
public sealed class PublicDecision(AppDbContext db, StatusReckoning statuses, TimeProvider clock)
{
    public async Task<Result<Indicator>> DecideAsync(string address, int version, bool isPublic, Guid by, Process process, CancellationToken ct)
    {
        if (await db.Set<Indicator>().SingleOrDefaultAsync(i => i.Address == address && !i.Withdrawn && i.SetOfPlan == null, ct) is not { } indicator)
        {
            return NotFound.Row;
        }

        if (indicator.Version != version)
        {
            return Meeting(indicator, isPublic);
        }

        if (indicator.IsPublic != isPublic)
        {
            indicator.PublicSince = isPublic ? clock.GetUtcNow() : null;
            indicator.PublicBy = isPublic ? by : null;
            await db.SaveAsync(process, ct);
            await statuses.ReckonAsync([indicator.Id], ct);
        }

        return indicator;
    }

    private static Conflict Meeting(Indicator saved, bool isPublic) => new(saved.Version, [new("Public", Said(saved.IsPublic), Said(isPublic))]);

    private static string Said(bool isPublic) => isPublic ? "Anybody may read its figures" : "Only the council";
}
