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
        var known = series.FindAll(s => indicators.ContainsKey(s.IndicatorId));
        var guards = new Dictionary<Guid, Dictionary<PlaceCode, GuardState>?>();
        foreach (var indicator in indicators.Values)
        {
            guards.Add(indicator.Id, await GuardsAsync(indicator, usual, starts, takenBack, ct));
        }

        var at = 0;
        await foreach (var standing in figures.EachAsync(known.ConvertAll(s => s.Number), takenBack, ct))
        {
            var one = known[at++];
            var nature = MeasureNature.Of(indicators[one.IndicatorId], usual, starts[one.IndicatorId]);
            var rules = $"{nature.Rules}";
            var own = goals.GetValueOrDefault(one.IndicatorId, IndicatorTargets.None);
            var guard = guards[one.IndicatorId];
            var places = PlacesOf(standing);
            // Targets are the council's own: nobody else is judged by them.
            var judged = places.Select(p => (p.Place, Judgement: Judgement.Of(nature, p.Figures, period => p.Place == council ? own.For(period)?.Value : null, guard?.GetValueOrDefault(p.Place))))
                .Where(p => p.Judgement is not null).ToDictionary(p => p.Place, p => p.Judgement!);
            var authorities = judged.Where(j => EnglandPlaces.Find(j.Key)?.Kind == PlaceKind.LocalAuthority).GroupBy(j => j.Value.Latest.Period)
                .ToDictionary(g => g.Key, g => AuthoritiesOf(g.ToDictionary(j => j.Key, j => j.Value.Judged.Value), nature.Polarity));
            reckoned.AddRange(judged.Select(j => StatusOf(one.Number, j.Key, j.Value, nature, rules, authorities.GetValueOrDefault(j.Value.Latest.Period, None), neighbours, now)));
        }

        await db.ReplaceInBulkAsync(nameof(IndicatorStatus.Series), series.Select(s => s.Number), reckoned, ct);
        await open.ReckonAsync(ids, ct);
        return reckoned.Count;
    }

    /// <summary>By place, how the guard of an indicator stands; null where it has none.</summary>
    private async Task<Dictionary<PlaceCode, GuardState>?> GuardsAsync(Indicator indicator, StatusRules usual, ILookup<Guid, SeriesChange> starts, HashSet<int> takenBack, CancellationToken ct)
    {
        if (indicator.GuardId is not { } id)
        {
            return null;
        }

        if (await db.Set<Indicator>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && !i.Withdrawn, ct) is not { } guard)
        {
            // It was taken away: of no place is known whether it holds.
            return [];
        }

        var nature = MeasureNature.Of(guard, usual, starts[guard.Id]);
        var number = await db.Set<Series>().AsNoTracking().Where(s => s.IndicatorId == id).Select(s => (int?)s.Number).SingleOrDefaultAsync(ct);
        return number is null ? [] : PlacesOf(await figures.StandingAsync(number.Value, takenBack, ct)).ToDictionary(p => p.Place, p => Judgement.AsGuard(Judgement.Of(nature, p.Figures, _ => null)));
    }

    /// <summary>The values of all authorities in one period, and where each stands among them.</summary>
    private sealed record Authorities(Dictionary<PlaceCode, decimal> Values, Dictionary<PlaceCode, RankAmong> Ranks);

    private static readonly Authorities None = new([], []);

    private static Authorities AuthoritiesOf(Dictionary<PlaceCode, decimal> values, Polarity polarity) => new(values, RankAmong.OfAll(values, polarity));

    private static IndicatorStatus StatusOf(
        int series, PlaceCode place, Judgement judgement, MeasureNature nature, string rules, Authorities authorities, ILookup<PlaceCode, PlaceCode> neighbours, DateTimeOffset now)
    {
        var isAuthority = authorities.Values.ContainsKey(place);
        var alike = neighbours[place].Where(authorities.Values.ContainsKey).Select(n => authorities.Values[n]).ToList();
        RankAmong? rank = isAuthority && alike.Count > 0 ? RankAmong.Of(judgement.Judged.Value, alike, nature.Polarity) : null;
        int? quartile = isAuthority && authorities.Values.Count >= 4 ? authorities.Ranks[place].Quartile : null;
        return new IndicatorStatus
        {
            Series = series, Place = place.Number, Period = judgement.Latest.Period.Number, Value = judgement.Judged.Value, Target = judgement.Judged.Target, Rag = judgement.Rag,
            FromPrevious = judgement.FromPrevious, FromYearBefore = judgement.FromYearBefore, Variation = judgement.Process.Variation, Assurance = judgement.Process.Assurance,
            Rank = rank?.Rank, RankOf = rank?.Count, Quartile = quartile, Rules = rules, ReckonedAt = now,
        };
    }

    private static IEnumerable<PlaceFigures> PlacesOf(List<Standing> rows)
    {
        for (var from = 0; from < rows.Count;)
        {
            var to = from;
            var place = rows[from].Last.Place;
            while (to < rows.Count && rows[to].Last.Place == place)
            {
                to++;
            }

            var own = new List<Figure>(to - from);
            for (var at = from; at < to; at++)
            {
                if (rows[at].Newest is { } row)
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
