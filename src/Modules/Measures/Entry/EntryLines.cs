using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Cycles;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Places;
using Trellis.Kernel.Settings;
using Trellis.Measures.Changes;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Measures.Scorecards;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Entry;

/// <summary>Reads which figures are asked for, and what was said of them so far.</summary>
public sealed class EntryLines(AppDbContext db, FigureReader figures, ChangeReader changes, Scorecard scores, CouncilSettings settings, WorkingCalendar calendar)
{
    /// <summary>Every figure that these indicators are asked for, by indicator and in the order of time.</summary>
    public async Task<List<EntryLine>> OfAsync(IReadOnlyCollection<Indicator> indicators, CancellationToken ct)
    {
        if (indicators.Count == 0 || await scores.PlaceAsync(ct) is not { } place)
        {
            return [];
        }

        var ids = indicators.Select(i => i.Id).ToList();
        var populations = indicators.Select(i => i.PopulationId).OfType<Guid>().Distinct().ToList();
        var read = await figures.ReadAsync([.. ids, .. populations], [place.Code], ct);
        var entries = (await db.Set<FigureEntry>().AsNoTracking().Where(e => ids.Contains(e.IndicatorId) && e.Place == place.Code.Number && !e.Withdrawn).OrderBy(e => e.Round).ToListAsync(ct))
            .ToLookup(e => (e.IndicatorId, e.Period));
        var cycles = await CyclesAsync(ct);
        var usual = StatusRules.Of(await settings.GetAsync(MeasuresSettings.Rules, ct));
        var starts = await changes.AllAsync(ct);
        var lines = new List<EntryLine>();
        foreach (var indicator in indicators)
        {
            var known = FiguresOf(indicator.Id);
            var nature = MeasureNature.Of(indicator, usual, starts[indicator.Id]);
            lines.AddRange(AskedPeriods.Of(indicator, calendar.Today).Select(period => new EntryLine(
                indicator, period, nature,
                [.. known.Where(f => f.Period < period)],
                known.Where(f => f.Period == period).Select(f => (Figure?)f).FirstOrDefault(),
                entries[(indicator.Id, period.Number)].LastOrDefault(),
                indicator.PopulationId is { } population ? Populations.For(period, FiguresOf(population)) : null,
                CycleOf(period, cycles))));
        }

        return lines;

        IReadOnlyList<Figure> FiguresOf(Guid id) => read[id] is [var only] ? only.Figures : [];
    }

    /// <summary>How many figures of periods up to this day each lead officer has not sent yet.</summary>
    public async Task<Dictionary<Guid, int>> OwedByOfficerAsync(DateOnly periodEnd, CancellationToken ct)
    {
        var asked = await db.Set<Indicator>().AsNoTracking().Where(i => !i.Withdrawn && i.EntryFrom != null && i.LeadOfficerId != null).ToListAsync(ct);
        return (await OfAsync(asked, ct)).Where(l => l.IsOwed && l.Period.End <= periodEnd).GroupBy(l => l.Indicator.LeadOfficerId!.Value).ToDictionary(g => g.Key, g => g.Count());
    }

    /// <summary>A period belongs to the first cycle that tells of it.</summary>
    private static ReportingCycle? CycleOf(Period period, List<ReportingCycle> cycles) => cycles.Find(c => c.PeriodEnd >= period.End);

    private Task<List<ReportingCycle>> CyclesAsync(CancellationToken ct) =>
        db.Set<ReportingCycle>().AsNoTracking().Where(c => !c.Withdrawn && c.State != CycleState.Planned).OrderBy(c => c.PeriodEnd).ThenBy(c => c.Id).ToListAsync(ct);
}
