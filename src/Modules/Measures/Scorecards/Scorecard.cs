using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Kernel.Settings;
using Trellis.Kernel.Things;
using Trellis.Measures.Figures;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Scorecards;

/// <summary>An indicator with how it stands; without a status while it has no figures.</summary>
public sealed record ScoreLine(Guid Id, string Address, string Title, MeasureUnit Unit, string? UnitWords, int Decimals, Polarity Polarity, IndicatorStatus? Status);

/// <summary>How many indicators stand how.</summary>
public sealed record ScoreCounts(int All, int Concern, int Improvement, int Red, int Amber, int Green, int WithoutFigures);

/// <summary>Lists indicators with how they stand at the council's own place, which was worked out when figures came in.</summary>
public sealed class Scorecard(AppDbContext db, CouncilSettings settings)
{
    /// <summary>The council's own place; null while it has not said which it is.</summary>
    public async Task<Place?> PlaceAsync(CancellationToken ct) =>
        PlaceCode.Read(await settings.GetAsync(MeasuresSettings.Place, ct)) is { } code ? EnglandPlaces.Find(code) : null;

    public Task<Paged<ScoreLine>> PageAsync(ScoreFilter filter, Place? place, int? page, CancellationToken ct) => Lines(filter, place).ToPageAsync(page, ct);

    public Task<List<ScoreLine>> AllAsync(ScoreFilter filter, Place? place, CancellationToken ct) => Lines(filter, place).ToListAsync(ct);

    /// <summary>How these stand, by their ids.</summary>
    public async Task<Dictionary<Guid, ScoreLine>> OfAsync(IReadOnlyCollection<Guid> indicatorIds, Place? place, CancellationToken ct) =>
        await Rows(new ScoreFilter { Show = ScoreShow.Everything }, place).Where(r => indicatorIds.Contains(r.Indicator.Id)).Select(Line).ToDictionaryAsync(l => l.Id, ct);

    public async Task<ScoreCounts> CountAsync(ScoreFilter filter, Place? place, CancellationToken ct)
    {
        var counts = await Rows(filter with { Rag = null }, place)
            .GroupBy(r => new { HasFigures = r.Status != null, Variation = r.Status == null ? Variation.None : r.Status.Variation, Rag = r.Status == null ? Rag.None : r.Status.Rag })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return new ScoreCounts(
            counts.Sum(c => c.Count),
            counts.Where(c => c.Key.Variation == Variation.Concern).Sum(c => c.Count), counts.Where(c => c.Key.Variation == Variation.Improvement).Sum(c => c.Count),
            counts.Where(c => c.Key.Rag == Rag.Red).Sum(c => c.Count), counts.Where(c => c.Key.Rag == Rag.Amber).Sum(c => c.Count), counts.Where(c => c.Key.Rag == Rag.Green).Sum(c => c.Count),
            counts.Where(c => !c.Key.HasFigures).Sum(c => c.Count));
    }

    private IQueryable<ScoreLine> Lines(ScoreFilter filter, Place? place)
    {
        var rows = Rows(filter, place);
        var ordered = filter.Sort switch
        {
            ScoreSort.Title => rows.OrderBy(r => r.Indicator.SortKey),
            ScoreSort.Period => rows.OrderByDescending(r => r.Status == null ? 0 : r.Status.Period).ThenBy(r => r.Indicator.SortKey),
            _ => rows.OrderBy(ByUrgency()).ThenBy(r => r.Indicator.SortKey),
        };
        return ordered.ThenBy(r => r.Indicator.Id).Select(Line);
    }

    private static readonly Expression<Func<Row, ScoreLine>> Line = r => new ScoreLine(
        r.Indicator.Id, r.Indicator.Address, r.Indicator.Title, r.Indicator.Unit, r.Indicator.UnitWords, r.Indicator.Decimals, r.Indicator.Polarity, r.Status);

    private static Expression<Func<Row, int>> ByUrgency()
    {
        var row = Expression.Parameter(typeof(Row));
        return Expression.Lambda<Func<Row, int>>(Expression.Invoke(Urgency.Order, Expression.Property(row, nameof(Row.Status))), row);
    }

    private IQueryable<Row> Rows(ScoreFilter filter, Place? place)
    {
        var number = place?.Code.Number ?? -1;
        var rows =
            from indicator in db.Set<Indicator>().AsNoTracking().Where(i => !i.Withdrawn && i.SetOfPlan == null)
            join series in db.Set<Series>() on indicator.Id equals series.IndicatorId into numbers
            from series in numbers.DefaultIfEmpty()
            join status in db.Set<IndicatorStatus>().Where(s => s.Place == number) on series.Number equals status.Series into standing
            from status in standing.DefaultIfEmpty()
            select new Row { Indicator = indicator, Status = status };
        if (filter.Show == ScoreShow.Ours)
        {
            rows = rows.Where(r => r.Indicator.Kind != IndicatorKind.DataOnly);
        }

        if (filter.OfficerId is { } officer)
        {
            rows = rows.Where(r => r.Indicator.LeadOfficerId == officer || r.Indicator.OtherOfficerIds.Contains(officer));
        }

        if (filter.ForumId is { } forum)
        {
            rows = rows.Where(r => db.Set<Link>().Any(l => l.FromId == r.Indicator.Id && l.ToId == forum && l.Kind == IndicatorReviews.ReviewedBy && !l.Withdrawn));
        }

        if (filter.Rag is { } rag)
        {
            rows = rows.Where(r => r.Status != null && r.Status.Rag == rag);
        }

        if (filter.Text is { } text)
        {
            var key = $"%{SortKey.Of(text).Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)}%";
            rows = rows.Where(r => EF.Functions.Like(r.Indicator.SortKey, key));
        }

        return rows;
    }

    private sealed class Row
    {
        public required Indicator Indicator { get; init; }
        public IndicatorStatus? Status { get; init; }
    }
}
