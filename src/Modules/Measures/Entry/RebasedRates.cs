using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Measures.Figures;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Entry;

/// <summary>
/// Makes the council's own rates anew when an estimate of the population below them was re-based: each becomes a revised figure, and the one
/// before stays readable.
/// </summary>
public sealed class RebasedRates(AppDbContext db, FigureReader reader, FigureWriting figures, StatusReckoning statuses, Scorecards.Scorecard scores)
{
    /// <param name="populations">The indicators of which new figures came in.</param>
    /// <returns>How many rates were revised.</returns>
    public async Task<Result<int>> RemakeAsync(IReadOnlyCollection<Guid> populations, Process process, CancellationToken ct)
    {
        var rates = await db.Set<Indicator>().AsNoTracking().Where(i => !i.Withdrawn && i.PopulationId != null && populations.Contains(i.PopulationId.Value)).ToListAsync(ct);
        if (rates.Count == 0 || await scores.PlaceAsync(ct) is not { } place)
        {
            return 0;
        }

        var entered = (await db.Set<FigureBatch>().AsNoTracking().Where(b => b.Kind == BatchKind.Entered || b.Kind == BatchKind.Counted).Select(b => b.Number).ToListAsync(ct)).ToHashSet();
        var read = await reader.ReadAsync([.. rates.Select(r => r.Id), .. rates.Select(r => r.PopulationId!.Value).Distinct()], [place.Code], ct);
        var remade = new List<IndicatorFigures>();
        foreach (var rate in rates)
        {
            var estimates = read[rate.PopulationId!.Value] is [var people] ? people.Figures : [];
            var anew = (read[rate.Id] is [var own] ? own.Figures : []).Where(f => entered.Contains(f.Batch) && f.Said.Numerator is not null)
                .Select(f => (f.Period, Numerator: f.Said.Numerator!.Value, Old: f.Said.Denominator, New: Populations.For(f.Period, estimates)?.People))
                .Where(f => f.New is not null && f.New != f.Old)
                .Select(f => new NewFigure(place.Code, f.Period, new FigureValue(f.Numerator / f.New!.Value * rate.Unit.Per(), f.Numerator, f.New, FigureStatus.Revised, Shorthand.None))).ToList();
            if (anew.Count > 0)
            {
                remade.Add(new IndicatorFigures(rate.Id, anew));
            }
        }

        if (remade.Count == 0)
        {
            return 0;
        }

        var written = await figures.SaveAsync(new BatchOptions(BatchKind.Counted, "Made anew with the newest estimate of the population"), remade, process, ct);
        if (!written.IsDone)
        {
            return written.Errors.ToList();
        }

        await statuses.ReckonAsync([.. remade.Select(r => r.IndicatorId)], ct);
        return written.Value.Revised;
    }
}
