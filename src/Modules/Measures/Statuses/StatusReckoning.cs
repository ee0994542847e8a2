using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Kernel.Settings;
using Trellis.Measures.Changes;
using Trellis.Measures.Figures;
using Trellis.Measures.Neighbours;
using Trellis.Measures.Periods;
using Trellis.Measures.Public;
using Trellis.Measures.Targets;

namespace Trellis.Measures.Statuses;

/// <summary>
/// Works out how indicators stand, at every place that has figures, and keeps it for lists: after figures came in, a target was approved or rules
/// were changed.
/// </summary>
public sealed class StatusReckoning(
    AppDbContext db, FigureReader figures, TargetReader targets, ChangeReader changes, PublicReckoning open, CouncilSettings settings, TimeProvider clock)
{
    /// <summary>Reckons all indicators that have figures.</summary>
    public async Task<int> ReckonAsync(CancellationToken ct) =>
        await ReckonAsync(await db.Set<Series>().AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct), ct);

    /// <summary>Reckons these indicators and those that they guard; those without figures have no status.</summary>
    public async Task<int> ReckonAsync(IReadOnlyCollection<Guid> indicatorIds, CancellationToken ct) =>
        await ReckonAsync(await (
            from series in db.Set<Series>().AsNoTracking()
            join indicator in db.Set<Indicator>() on series.IndicatorId equals indicator.Id
            where indicatorIds.Contains(indicator.Id) || (indicator.GuardId != null && indicatorIds.Contains(indicator.GuardId.Value))
            orderby series.Number
            select series).ToListAsync(ct), ct);

    private async Task<int> ReckonAsync(List<Series> series, CancellationToken ct)
    {
        var ids = series.Select(s => s.IndicatorId).ToList();
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        var goals = await targets.OfAsync(ids, ct);
        var usual = StatusRules.Of(await settings.GetAsync(MeasuresSettings.Rules, ct));
        var council = PlaceCode.Read(await settings.GetAsync(MeasuresSettings.Place, ct));
        var neighbours = await NeighboursAsync(ct);
        var starts = await changes.AllAsync(ct);
        var takenBack = await figures.TakenBackAsync(ct);
        var now = clock.GetUtcNow();
        var reckoned = new List<IndicatorStatus>();
        foreach (var one in series.Where(s => indicators.ContainsKey(s.IndicatorId)))
        {
            var nature = MeasureNature.Of(indicators[one.IndicatorId], usual, starts[one.IndicatorId]);
            var own = goals.GetValueOrDefault(one.IndicatorId, IndicatorTargets.None);
            var guards = await GuardsAsync(indicators[one.IndicatorId], usual, starts, takenBack, ct);
            var places = PlacesOf(await figures.StandingAsync(one.Number, takenBack, ct));
            // Targets are the council's own: nobody else is judged by them.
            var judged = places.Select(p => (p.Place, Judgement: Judgement.Of(nature, p.Figures, period => p.Place == council ? own.For(period)?.Value : null, guards?.GetValueOrDefault(p.Place))))
                .Where(p => p.Judgement is not null).ToDictionary(p => p.Place, p => p.Judgement!);
            var authorities = judged.Where(j => EnglandPlaces.Find(j.Key)?.Kind == PlaceKind.LocalAuthority).GroupBy(j => j.Value.Latest.Period)
                .ToDictionary(g => g.Key, g => g.ToDictionary(j => j.Key, j => j.Value.Judged.Value));
            reckoned.AddRange(judged.Select(j => StatusOf(one.Number, j.Key, j.Value, nature, authorities.GetValueOrDefault(j.Value.Latest.Period, []), neighbours, now)));
        }

        await db.ReplaceInBulkAsync(nameof(IndicatorStatus.Series), series.Select(s => s.Number), reckoned, ct);
        await open.ReckonAsync(ids, ct);
        return reckoned.Count;
    }

    /// <summary>By place, how the guard of an indicator stands; null where it has none.</summary>
    private async Task<Dictionary<PlaceCode, GuardState>?> GuardsAsync(Indicator indicator, StatusRules usual, ILookup<Guid, SeriesChange> starts, HashSet<int> takenBack, CancellationToken ct)
    {
        if (indicator.GuardId is not { } id || await db.Set<Indicator>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && !i.Withdrawn, ct) is not { } guard)
        {
            return null;
        }

        var nature = MeasureNature.Of(guard, usual, starts[guard.Id]);
        var number = await db.Set<Series>().AsNoTracking().Where(s => s.IndicatorId == id).Select(s => (int?)s.Number).SingleOrDefaultAsync(ct);
        return number is null ? [] : PlacesOf(await figures.StandingAsync(number.Value, takenBack, ct)).ToDictionary(p => p.Place, p => Judgement.AsGuard(Judgement.Of(nature, p.Figures, _ => null)));
    }

    private static IndicatorStatus StatusOf(
        int series, PlaceCode place, Judgement judgement, MeasureNature nature, Dictionary<PlaceCode, decimal> authorities, ILookup<PlaceCode, PlaceCode> neighbours, DateTimeOffset now)
    {
        var isAuthority = authorities.ContainsKey(place);
        var alike = neighbours[place].Where(authorities.ContainsKey).Select(n => authorities[n]).ToList();
        RankAmong? rank = isAuthority && alike.Count > 0 ? RankAmong.Of(judgement.Judged.Value, alike, nature.Polarity) : null;
        int? quartile = isAuthority && authorities.Count >= 4 ? RankAmong.Of(judgement.Judged.Value, authorities.Where(a => a.Key != place).Select(a => a.Value), nature.Polarity).Quartile : null;
        return new IndicatorStatus
        {
            Series = series, Place = place.Number, Period = judgement.Latest.Period.Number, Value = judgement.Judged.Value, Target = judgement.Judged.Target, Rag = judgement.Rag,
            FromPrevious = judgement.FromPrevious, FromYearBefore = judgement.FromYearBefore, Variation = judgement.Process.Variation, Assurance = judgement.Process.Assurance,
            Rank = rank?.Rank, RankOf = rank?.Count, Quartile = quartile, Rules = $"{nature.Rules}", ReckonedAt = now,
        };
    }

    private static IEnumerable<PlaceFigures> PlacesOf(List<Standing> rows)
    {
        for (var from = 0; from < rows.Count;)
        {
            var to = from;
            var place = rows[from].Last.Place;
            var own = new List<Figure>();
            for (; to < rows.Count && rows[to].Last.Place == place; to++)
            {
                if (rows[to].Newest is { } row)
                {
                    own.Add(new Figure(new Period(row.Period), row.Said, row.Revision, row.Batch));
                }
            }

            from = to;
            yield return new PlaceFigures(new PlaceCode(place), own);
        }
    }

    private async Task<ILookup<PlaceCode, PlaceCode>> NeighboursAsync(CancellationToken ct)
    {
        var newest = await db.Set<NeighbourList>().AsNoTracking().Where(l => !l.Withdrawn).MaxAsync(l => (int?)l.Number, ct);
        return (await db.Set<Neighbour>().AsNoTracking().Where(n => n.List == newest).OrderBy(n => n.Rank).ToListAsync(ct))
            .ToLookup(n => new PlaceCode(n.Place), n => new PlaceCode(n.Other));
    }
}
