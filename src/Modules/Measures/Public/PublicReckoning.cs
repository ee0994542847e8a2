using Microsoft.EntityFrameworkCore;
using Trellis.Disclosure;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Kernel.Settings;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Public;

/// <summary>What was decided of the figures of an indicator.</summary>
/// <param name="Exposed">Kept back, but given away by what is public already.</param>
public sealed record PublicOutcome(int Shown, int KeptBack, int Exposed);

/// <summary>
/// Decides which figures the public may have, whenever figures come in: what others published as it is, the council's own without small numbers and
/// without what would give them away. Indicators that add up to each other are decided together.
/// </summary>
public sealed class PublicReckoning(AppDbContext db, FigureReader reader, CouncilSettings settings)
{
    /// <summary>Decides anew for these indicators, where they are public, and for all that add up with them.</summary>
    public async Task ReckonAsync(IReadOnlyCollection<Guid> indicatorIds, CancellationToken ct)
    {
        foreach (var group in (await GroupsAsync(null, ct)).Where(g => g.Exists(m => indicatorIds.Contains(m.Indicator.Id))))
        {
            var (rows, _) = await DecideAsync(group, ct);
            var numbers = group.Where(m => m.Indicator.IsPublic).Select(m => m.Series).ToList();
            await db.ReplaceInBulkAsync(nameof(PublicFigure.Series), numbers, rows.Where(r => numbers.Contains(r.Series)).ToList(), ct);
        }
    }

    /// <summary>What would be decided of an indicator if it were public.</summary>
    public async Task<PublicOutcome> ForeseeAsync(Indicator indicator, CancellationToken ct)
    {
        var group = (await GroupsAsync(indicator, ct)).Find(g => g.Exists(m => m.Indicator.Id == indicator.Id));
        if (group is null)
        {
            return new PublicOutcome(0, 0, 0);
        }

        var (rows, exposed) = await DecideAsync(group, ct);
        var own = rows.Where(r => r.Series == group.First(m => m.Indicator.Id == indicator.Id).Series).ToList();
        return new PublicOutcome(own.Count(r => r.Value is not null), own.Count(r => r.IsKeptBack), own.Count(r => exposed.Contains((r.Series, r.Place, r.Period))));
    }

    private sealed record Member(Indicator Indicator, int Series, bool IsOpen);

    /// <summary>Indicators that are public or were once, in groups that add up; with the given one as if it were.</summary>
    private async Task<List<List<Member>>> GroupsAsync(Indicator? asIf, CancellationToken ct)
    {
        var asked = asIf?.Id;
        var members = (await (
            from indicator in db.Set<Indicator>().AsNoTracking()
            join series in db.Set<Series>() on indicator.Id equals series.IndicatorId
            where indicator.PublicSince != null || indicator.Id == asked || db.Set<PublicFigure>().Any(f => f.Series == series.Number)
            orderby series.Number
            select new { indicator, series.Number }).ToListAsync(ct))
            .Select(m => new Member(m.indicator, m.Number, (m.indicator.IsPublic && !m.indicator.Withdrawn) || m.indicator.Id == asked)).ToList();
        var groups = new List<List<Member>>();
        foreach (var member in members)
        {
            var met = groups.Where(g => g.Exists(o => o.Indicator.PartIds.Contains(member.Indicator.Id) || member.Indicator.PartIds.Contains(o.Indicator.Id))).ToList();
            groups.RemoveAll(met.Contains);
            groups.Add([.. met.SelectMany(g => g), member]);
        }

        return groups;
    }

    private async Task<(List<PublicFigure> Rows, HashSet<(int Series, int Place, int Period)> Exposed)> DecideAsync(List<Member> group, CancellationToken ct)
    {
        var known = await KnownAsync(group, ct);
        var figures = new FigureCells();
        foreach (var figure in Linked(known))
        {
            figures.Put(figure);
        }

        SumsOverTime.Add(figures);
        SumsOverPlaces.Add(figures, PlaceCode.Read(await settings.GetAsync(MeasuresSettings.Place, ct)));
        SumsOfIndicators.Add(figures, [.. group.Select(m => (m.Indicator, m.Series))]);
        var suppression = Suppression.Of(figures.Cells, figures.Relations);
        var connected = figures.Connected();
        var cells = figures.All.Where(c => c.Part != Part.Rest).ToLookup(c => (c.Series, Place: c.Place.Number, Period: c.Period.Number), c => c.Cell);
        var secret = cells.SelectMany(c => c).Where(c => suppression.Fates[c] != CellFate.Shown).Select(c => connected[c]).ToHashSet();
        // Two editions side by side tell more than each alone. Once something that adds up with what is kept back was revised, nobody gets more than they have.
        var frozen = known.Where(f => f.IsRevised).SelectMany(f => cells[f.Key]).Select(c => connected[c]).Where(secret.Contains).ToHashSet();
        var exposed = suppression.Exposed.ToHashSet();
        return (
            [.. known.Select(f => RowOf(f, f.IsOurs && (f.IsWithoutCounts || cells[f.Key].Any(c => suppression.Fates[c] != CellFate.Shown || (frozen.Contains(connected[c]) && !f.WasShown))),
                f.EditionBatch is { } edition && cells[f.Key].Any(c => secret.Contains(connected[c])) ? edition : f.Batch))],
            cells.Where(c => c.Any(exposed.Contains)).Select(c => c.Key).ToHashSet());
    }

    private async Task<List<KnownFigure>> KnownAsync(List<Member> group, CancellationToken ct)
    {
        var numbers = group.Select(m => m.Series).ToList();
        var before = await db.Set<PublicFigure>().AsNoTracking().Where(f => numbers.Contains(f.Series)).ToDictionaryAsync(f => (f.Series, f.Place, f.Period), ct);
        var read = await reader.ReadAsync([.. group.Select(m => m.Indicator.Id)], [], ct);
        var published = await db.Set<FigureBatch>().AsNoTracking().Where(b => b.Kind == BatchKind.Published).Select(b => b.Number).ToHashSetAsync(ct);
        var editions = await EditionsAsync(before, ct);
        var known = new List<KnownFigure>();
        foreach (var member in group)
        {
            foreach (var (place, figures) in read[member.Indicator.Id])
            {
                known.AddRange(figures.Select(f =>
                {
                    var was = before.GetValueOrDefault((member.Series, place.Number, f.Period.Number));
                    var isRevised = was is not null && editions.TryGetValue((was.Series, was.Place, was.Period), out var said) && IsOther(said, f.Said);
                    return new KnownFigure(member.Indicator, member.Series, place, f.Period, f.Said, f.Batch, !published.Contains(f.Batch), was?.Said, was?.IsKeptBack == true, was?.EditionBatch, isRevised);
                }).Where(f => member.IsOpen || f.WasShown));
            }
        }

        return known;
    }

    /// <summary>What each figure said in the edition that everybody has.</summary>
    private async Task<Dictionary<(int Series, int Place, int Period), FigureValue>> EditionsAsync(Dictionary<(int Series, int Place, int Period), PublicFigure> before, CancellationToken ct)
    {
        var (numbers, batches) = (before.Keys.Select(k => k.Series).Distinct().ToList(), before.Values.Select(f => f.EditionBatch).Distinct().ToList());
        var rows = await db.Set<Observation>().AsNoTracking().Where(o => numbers.Contains(o.Series) && batches.Contains(o.Batch)).ToListAsync(ct);
        return rows.Where(o => before.TryGetValue((o.Series, o.Place, o.Period), out var was) && was.EditionBatch == o.Batch).ToDictionary(o => (o.Series, o.Place, o.Period), o => o.Said);
    }

    private static bool IsOther(FigureValue one, FigureValue other) => (one.Value, one.Numerator, one.Denominator) != (other.Value, other.Numerator, other.Denominator);

    /// <summary>
    /// The council's own, and what adds up with them. Of what others published alone there is nothing to decide, and an indicator may have thousands.
    /// </summary>
    private static IEnumerable<KnownFigure> Linked(List<KnownFigure> known)
    {
        var places = known.Where(f => f.IsOurs).Select(f => f.Place).ToHashSet();
        var beside = known.Where(f => f.IsOurs && EnglandPlaces.Find(f.Place) is not null).Select(f => f.Period).ToHashSet();
        return known.Where(f => places.Contains(f.Place) || (beside.Contains(f.Period) && EnglandPlaces.Find(f.Place)?.Kind is PlaceKind.LocalAuthority or PlaceKind.Region));
    }

    private static PublicFigure RowOf(KnownFigure figure, bool isKeptBack, int edition) => new()
    {
        Series = figure.Series, Place = figure.Place.Number, Period = figure.Period.Number, Batch = figure.Batch, IsKeptBack = isKeptBack,
        EditionBatch = edition,
        Value = isKeptBack ? null : figure.Said.Value, Numerator = isKeptBack ? null : figure.Said.Numerator, Denominator = isKeptBack ? null : figure.Said.Denominator,
        Status = figure.Said.Status, Shorthand = isKeptBack ? Shorthand.Confidential : figure.Said.Shorthand,
    };
}
