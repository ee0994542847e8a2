using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Measures.Scorecards;

namespace Trellis.Measures.Public;

/// <summary>
/// What the public may know of indicators. Whatever is written for the public is made from this alone, and this reads nothing but
/// <see cref="PublicFigure"/>: a number that is kept back is not even in memory.
/// </summary>
public sealed class PublicIndicators(AppDbContext db, IndicatorViews views)
{
    public static string AddressOf(Indicator indicator) => $"/figures/{indicator.Address}";

    public IQueryable<Indicator> All => db.Set<Indicator>().AsNoTracking().Where(i => i.PublicSince != null && !i.Withdrawn && i.SetOfPlan == null);

    public Task<Indicator?> FindAsync(string address, CancellationToken ct) => All.SingleOrDefaultAsync(i => i.Address == address, ct);

    /// <summary>Those whose title has these words.</summary>
    public Task<Paged<Indicator>> PageAsync(string? words, int? page, CancellationToken ct)
    {
        var found = All;
        if (!string.IsNullOrWhiteSpace(words))
        {
            var key = $"%{SortKey.Of(words).Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)}%";
            found = found.Where(i => EF.Functions.Like(i.SortKey, key));
        }

        return found.OrderBy(i => i.SortKey).ThenBy(i => i.Id).ToPageAsync(page, ct);
    }

    /// <summary>The figures of an indicator by place, each place's in the order of its periods.</summary>
    public async Task<List<PlaceFigures>> FiguresAsync(Indicator indicator, CancellationToken ct) =>
        [.. (await (
            from figure in db.Set<PublicFigure>().AsNoTracking()
            join series in db.Set<Series>() on figure.Series equals series.Number
            where series.IndicatorId == indicator.Id && All.Any(i => i.Id == series.IndicatorId)
            orderby figure.Place, figure.Period
            select figure).ToListAsync(ct))
            .GroupBy(f => f.Place).Select(g => new PlaceFigures(new PlaceCode(g.Key), [.. g.Select(f => new Figure(new Period(f.Period), f.Said, 0, f.Batch))]))];

    /// <summary>Everything that the page of an indicator tells of one place.</summary>
    public Task<IndicatorView> ViewAsync(Indicator indicator, Place place, IReadOnlyList<PlaceFigures> figures, CancellationToken ct) => views.OfPublicAsync(indicator, place, figures, ct);
}
