using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Kernel.Settings;
using Trellis.Measures.Changes;
using Trellis.Measures.Figures;
using Trellis.Measures.Neighbours;
using Trellis.Measures.Periods;
using Trellis.Measures.Statuses;
using Trellis.Measures.Targets;

namespace Trellis.Measures.Scorecards;

/// <summary>A place with its figures, to be compared with.</summary>
public sealed record Compared(string Name, IReadOnlyDictionary<Period, decimal> Values);

/// <summary>One authority's value in the newest period, and where it comes from.</summary>
public sealed record NeighbourValue(Place Place, decimal? Value, string Mark, bool IsOurs);

/// <summary>Everything that the page of an indicator tells of one place.</summary>
/// <param name="Judgement">Null while the place has no figure with a value.</param>
/// <param name="Neighbours">The place and those like it, the best first, or the highest where neither way is better.</param>
/// <param name="NeighbourList">The edition of the neighbours; null while there is none.</param>
public sealed record IndicatorView(
    Indicator Indicator, Place Place, MeasureNature Nature, IReadOnlyList<Figure> Figures, IndicatorTargets Targets, Judgement? Judgement,
    IReadOnlyList<Compared> Comparators, IReadOnlyList<NeighbourValue> Neighbours, string? NeighbourList, IReadOnlyDictionary<int, FigureBatch> Sources, Guard? Guard, IReadOnlyList<SeriesChange> Changes);

/// <summary>The measure that must not get worse while another is brought down.</summary>
public sealed record Guard(Indicator Indicator, GuardState State);

/// <summary>Reads an indicator with its figures at a place, in the region, in England and among its neighbours.</summary>
public sealed class IndicatorViews(AppDbContext db, FigureReader figures, TargetReader targets, NeighbourReader neighbours, ChangeReader changes, CouncilSettings settings)
{
    /// <param name="polarity">Which way is better in the eyes of one plan; null for the indicator's own.</param>
    /// <param name="whereSafe">It is better only while a guard holds: where there is none any more, nobody knows whether it does.</param>
    public async Task<IndicatorView> OfAsync(Indicator indicator, Place place, CancellationToken ct, Polarity? polarity = null, bool whereSafe = false)
    {
        var isOurs = PlaceCode.Read(await settings.GetAsync(MeasuresSettings.Place, ct)) == place.Code;
        var goals = isOurs ? await targets.OfAsync(indicator.Id, ct) : IndicatorTargets.None;
        var list = await neighbours.OfAsync(place.Code, ct);
        var wanted = (list?.Places ?? []).Append(place.Code).Append(EnglandPlaces.Country).Concat(place.Within is { } region ? [region] : []).Distinct().ToList();
        var read = (await figures.ReadAsync([indicator.Id], wanted, ct))[indicator.Id].ToDictionary(p => p.Place, p => p.Figures);
        return await ViewAsync(indicator, place, read, goals, list, await GuardAsync(indicator, place, ct), polarity, whereSafe || indicator.GuardId is not null, ct);
    }

    /// <summary>The same for the public, from the figures that it may have: without targets, and never better or worse where only a guard could say so.</summary>
    internal async Task<IndicatorView> OfPublicAsync(Indicator indicator, Place place, IReadOnlyList<PlaceFigures> figures, CancellationToken ct) => await ViewAsync(
        indicator, place, figures.ToDictionary(p => p.Place, p => p.Figures), IndicatorTargets.None, await neighbours.OfAsync(place.Code, ct), null, null, indicator.GuardId is not null, ct);

    private async Task<IndicatorView> ViewAsync(
        Indicator indicator, Place place, Dictionary<PlaceCode, IReadOnlyList<Figure>> read, IndicatorTargets goals, NeighboursOf? list, Guard? guard, Polarity? polarity, bool needsGuard, CancellationToken ct)
    {
        var changed = await changes.OfAsync(indicator.Id, ct);
        var nature = MeasureNature.Of(indicator, StatusRules.Of(await settings.GetAsync(MeasuresSettings.Rules, ct)), changed);
        nature = nature with { Polarity = polarity ?? nature.Polarity };
        var alike = list?.Places ?? [];
        var own = read.GetValueOrDefault(place.Code, []);
        var judgement = Judgement.Of(nature, own, period => goals.For(period)?.Value, guard?.State ?? (needsGuard ? GuardState.NotKnown : null));
        var batches = own.Select(f => f.Batch).Distinct().ToList();
        return new IndicatorView(
            indicator, place, nature, own, goals, judgement,
            [.. ComparatorsOf(place, alike, read)],
            judgement is null || alike.Count == 0 ? [] : NeighboursOf(place, alike, read, judgement.Latest.Period, nature.Polarity),
            list?.Title,
            await db.Set<FigureBatch>().AsNoTracking().Where(b => batches.Contains(b.Number)).ToDictionaryAsync(b => b.Number, ct),
            guard, changed);
    }

    private async Task<Guard?> GuardAsync(Indicator indicator, Place place, CancellationToken ct)
    {
        if (indicator.GuardId is not { } id || await db.Set<Indicator>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && !i.Withdrawn, ct) is not { } guard)
        {
            return null;
        }

        var nature = MeasureNature.Of(guard, StatusRules.Of(await settings.GetAsync(MeasuresSettings.Rules, ct)), await changes.OfAsync(id, ct));
        return new Guard(guard, Judgement.AsGuard(Judgement.Of(nature, await figures.ReadAsync(id, place.Code, ct), _ => null)));
    }

    private static IEnumerable<Compared> ComparatorsOf(Place place, IReadOnlyList<PlaceCode> alike, Dictionary<PlaceCode, IReadOnlyList<Figure>> read)
    {
        foreach (var code in new PlaceCode?[] { EnglandPlaces.Country, place.Within }.OfType<PlaceCode>().Where(code => code != place.Code).Distinct())
        {
            if (read.TryGetValue(code, out var theirs) && EnglandPlaces.Find(code) is { } known)
            {
                yield return new Compared(known.Name, theirs.Where(f => f.Value is not null).ToDictionary(f => f.Period, f => f.Value!.Value));
            }
        }

        var figures = alike.Select(n => read.GetValueOrDefault(n)).OfType<IReadOnlyList<Figure>>().ToList();
        if (figures.Count > 0)
        {
            // The plain mean of those that have a figure, as the Department for Education shows it.
            yield return new Compared("Neighbours", figures.SelectMany(f => f).Where(f => f.Value is not null).GroupBy(f => f.Period).ToDictionary(g => g.Key, g => g.Average(f => f.Value!.Value)));
        }
    }

    private static List<NeighbourValue> NeighboursOf(Place place, IReadOnlyList<PlaceCode> alike, Dictionary<PlaceCode, IReadOnlyList<Figure>> read, Period period, Polarity polarity)
    {
        var values = alike.Select(n => EnglandPlaces.Find(n)).OfType<Place>().Append(place).Select(p =>
        {
            var figure = read.GetValueOrDefault(p.Code, []).Where(f => f.Period == period).Select(f => (Figure?)f).FirstOrDefault();
            return new NeighbourValue(p, figure?.Value, figure?.Said.Shorthand.Mark() is { Length: > 0 } mark ? mark : "[x]", p == place);
        });
        return [.. (polarity == Polarity.Low ? values.OrderBy(v => v.Value is null).ThenBy(v => v.Value) : values.OrderBy(v => v.Value is null).ThenByDescending(v => v.Value)).ThenBy(v => v.Place.Name, StringComparer.Ordinal)];
    }
}
