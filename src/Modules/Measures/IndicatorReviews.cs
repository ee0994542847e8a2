using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Kernel.Things;

namespace Trellis.Measures;

/// <summary>Which boards and bodies review an indicator.</summary>
public sealed class IndicatorReviews(AppDbContext db, ThingLinks links)
{
    /// <summary>An indicator to the board that reviews it.</summary>
    public const string ReviewedBy = "reviewed by";

    public Task<List<Forum>> ForumsAsync(CancellationToken ct) =>
        db.Set<Forum>().AsNoTracking().Where(f => !f.Withdrawn).OrderBy(f => f.SortKey).ThenBy(f => f.Id).ToListAsync(ct);

    public Task<List<Guid>> OfAsync(Indicator indicator, CancellationToken ct) =>
        db.Set<Link>().AsNoTracking().Where(l => l.FromId == indicator.Id && l.Kind == ReviewedBy && !l.Withdrawn).Select(l => l.ToId).ToListAsync(ct);

    /// <summary>From now on these review it, and no others.</summary>
    public async Task SayAsync(Indicator indicator, IReadOnlyCollection<Guid> forums, Process process, CancellationToken ct)
    {
        foreach (var link in await db.Set<Link>().Where(l => l.FromId == indicator.Id && l.Kind == ReviewedBy).ToListAsync(ct))
        {
            link.Withdrawn = true;
        }

        foreach (var forum in (await ForumsAsync(ct)).Where(f => forums.Contains(f.Id)))
        {
            await links.JoinAsync(indicator.Id, nameof(Indicator), ReviewedBy, forum.Id, nameof(Forum), ct);
        }

        await db.SaveAsync(process, ct);
    }
}
