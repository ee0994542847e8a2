using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks;

/// <summary>The register as a whole: its list, its heat map, and what one may choose from.</summary>
public sealed class RiskRegister(AppDbContext db, WorkingCalendar calendar)
{
    public Task<Paged<Risk>> PageAsync(RiskFilter filter, int? page, CancellationToken ct) => Of(filter).ToPageAsync(page, ct);

    public Task<List<Risk>> AllAsync(RiskFilter filter, CancellationToken ct) => Of(filter).ToListAsync(ct);

    /// <summary>How many risks stand in each cell; those without a score are in none.</summary>
    public async Task<Dictionary<Score, int>> CellsAsync(ScoreKind kind, CancellationToken ct)
    {
        Expression<Func<Risk, ScorePair>> scores = kind switch
        {
            ScoreKind.Inherent => r => new ScorePair { Likelihood = r.InherentLikelihood, Impact = r.InherentImpact },
            ScoreKind.Target => r => new ScorePair { Likelihood = r.TargetLikelihood, Impact = r.TargetImpact },
            _ => r => new ScorePair { Likelihood = r.CurrentLikelihood, Impact = r.CurrentImpact },
        };
        var counts = await InUse.Select(scores).Where(p => p.Likelihood != null && p.Impact != null)
            .GroupBy(p => new { p.Likelihood, p.Impact }).Select(g => new { g.Key.Likelihood, g.Key.Impact, Count = g.Count() }).ToListAsync(ct);
        return counts.ToDictionary(c => new Score(c.Likelihood!.Value, c.Impact!.Value), c => c.Count);
    }

    public Task<int> CountAsync(CancellationToken ct) => InUse.CountAsync(ct);

    /// <summary>The levels in use, the gravest first; words of documents after those of the matrix.</summary>
    public async Task<List<string>> LevelsAsync(CancellationToken ct) =>
        [.. (await InUse.Select(r => new { r.Level, r.LevelRank }).Distinct().ToListAsync(ct))
            .OrderByDescending(l => l.LevelRank ?? 0).ThenBy(l => l.Level, StringComparer.Ordinal).Select(l => l.Level).Distinct(StringComparer.Ordinal)];

    public Task<List<Officer>> OwnersAsync(CancellationToken ct) =>
        db.Set<Officer>().AsNoTracking().Where(o => InUse.Any(r => r.OwnerOfficerId == o.Id)).OrderBy(o => o.SortKey).ToListAsync(ct);

    private IQueryable<Risk> InUse => db.Set<Risk>().AsNoTracking().Where(r => !r.Withdrawn);

    private IQueryable<Risk> Of(RiskFilter filter)
    {
        var today = calendar.Today;
        var risks = InUse
            .Where(r => filter.Level == null || r.Level == filter.Level)
            .Where(r => filter.OwnerId == null || r.OwnerOfficerId == filter.OwnerId)
            .Where(r => filter.Scope == null || r.Scope == filter.Scope)
            .Where(r => filter.Treatment == null || r.Treatment == filter.Treatment);
        risks = filter.Show switch
        {
            RiskShow.Overdue => risks.Where(r => r.NextReviewBy < today),
            RiskShow.AboveAppetite => risks.Where(r => r.LevelRank > r.Appetite),
            RiskShow.Unscored => risks.Where(r => r.CurrentLikelihood == null),
            _ => risks,
        };
        return Sorted(InCell(risks, filter), filter);
    }

    private static IQueryable<Risk> InCell(IQueryable<Risk> risks, RiskFilter filter) => (filter.Cell, filter.Kind) switch
    {
        (null, _) => risks,
        ({ } cell, ScoreKind.Inherent) => risks.Where(r => r.InherentLikelihood == cell.Likelihood && r.InherentImpact == cell.Impact),
        ({ } cell, ScoreKind.Target) => risks.Where(r => r.TargetLikelihood == cell.Likelihood && r.TargetImpact == cell.Impact),
        ({ } cell, _) => risks.Where(r => r.CurrentLikelihood == cell.Likelihood && r.CurrentImpact == cell.Impact),
    };

    /// <summary>What has no score or no date stands last, whichever way the rest is sorted, and on both databases.</summary>
    private static IQueryable<Risk> Sorted(IQueryable<Risk> risks, RiskFilter filter) => (filter.Sort, filter.Descending) switch
    {
        (RiskSort.Score, false) => risks.OrderBy(r => r.LevelRank == null).ThenBy(r => r.LevelRank).ThenBy(r => r.CurrentLikelihood * r.CurrentImpact).ThenBy(r => r.SortKey).ThenBy(r => r.Id),
        (RiskSort.Score, true) => risks.OrderBy(r => r.LevelRank == null).ThenByDescending(r => r.LevelRank).ThenByDescending(r => r.CurrentLikelihood * r.CurrentImpact).ThenBy(r => r.SortKey).ThenBy(r => r.Id),
        (RiskSort.Review, false) => risks.OrderBy(r => r.NextReviewBy == null).ThenBy(r => r.NextReviewBy).ThenBy(r => r.SortKey).ThenBy(r => r.Id),
        (RiskSort.Review, true) => risks.OrderBy(r => r.NextReviewBy == null).ThenByDescending(r => r.NextReviewBy).ThenBy(r => r.SortKey).ThenBy(r => r.Id),
        (_, false) => risks.OrderBy(r => r.SortKey).ThenBy(r => r.Id),
        (_, true) => risks.OrderByDescending(r => r.SortKey).ThenByDescending(r => r.Id),
    };

    private sealed class ScorePair
    {
        public int? Likelihood { get; init; }
        public int? Impact { get; init; }
    }
}
