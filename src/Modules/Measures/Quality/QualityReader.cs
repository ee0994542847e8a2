using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Settings;
using Trellis.Measures.Changes;
using Trellis.Measures.Entry;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Measures.Scorecards;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Quality;

/// <summary>What is to be looked at, in the order in which it matters.</summary>
public enum QualityConcern
{
    Odd,
    Missing,
    Stale,
    NotSaid,
}

/// <summary>One thing to look at.</summary>
/// <param name="Words">What is wrong, as a sentence without its full stop.</param>
public sealed record QualityFinding(Indicator Indicator, QualityConcern Concern, string Words);

/// <summary>Looks over the council's own indicators: figures that are odd, missing or old, and indicators that do not say what they are.</summary>
public sealed class QualityReader(
    AppDbContext db, IndicatorService indicators, FigureReader figures, ChangeReader changes, EntryLines lines, Scorecard scores, CouncilSettings settings, WorkingCalendar calendar)
{
    public async Task<List<QualityFinding>> ReadAsync(CancellationToken ct)
    {
        var ours = await indicators.OursAsync(ct);
        var findings = ours.SelectMany(NotSaid).ToList();
        if (await scores.PlaceAsync(ct) is { } place)
        {
            var ids = ours.ConvertAll(i => i.Id);
            var read = await figures.ReadAsync(ids, [place.Code], ct);
            var answered = (await db.Set<FigureEntry>().AsNoTracking().Where(e => e.State == EntryState.SignedOff && e.Explanation != null && !e.Withdrawn).Select(e => new { e.IndicatorId, e.Period }).ToListAsync(ct))
                .Select(e => (e.IndicatorId, e.Period)).ToHashSet();
            var usual = StatusRules.Of(await settings.GetAsync(MeasuresSettings.Rules, ct));
            var starts = await changes.AllAsync(ct);
            foreach (var indicator in ours)
            {
                var own = read[indicator.Id] is [var only] ? only.Figures : [];
                findings.AddRange(OfFigures(indicator, MeasureNature.Of(indicator, usual, starts[indicator.Id]), own, period => answered.Contains((indicator.Id, period.Number))));
            }

            findings.AddRange((await lines.OfAsync([.. ours.Where(i => i.EntryFrom is not null)], ct)).Where(l => l.IsOwed).GroupBy(l => l.Indicator.Id).Select(g => Missing([.. g])));
        }

        return [.. findings.OrderBy(f => f.Concern).ThenBy(f => f.Indicator.SortKey, StringComparer.Ordinal)];
    }

    private IEnumerable<QualityFinding> OfFigures(Indicator indicator, MeasureNature nature, IReadOnlyList<Figure> own, Func<Period, bool> isAnswered)
    {
        var latest = own.Where(f => f.Value is not null).Select(f => (Figure?)f).LastOrDefault();
        if (latest is not { } figure)
        {
            yield return new QualityFinding(indicator, QualityConcern.Missing, "There is no figure at all");
            yield break;
        }

        if (!isAnswered(figure.Period) && FigureDoubts.Of(nature, indicator.Decimals, [.. own.Where(f => f.Period < figure.Period)], figure.Period, figure.Said) is { Count: > 0 } doubts)
        {
            yield return new QualityFinding(indicator, QualityConcern.Odd, $"{figure.Period.Words}: {string.Join("; ", doubts.Select(d => d.Words))}");
        }

        if (indicator.EntryFrom is null && figure.Period.End.AddMonths(MonthsUntilStale(indicator.Frequency)) < calendar.Today)
        {
            yield return new QualityFinding(indicator, QualityConcern.Stale, $"The newest figure is of {figure.Period.Words}");
        }
    }

    private QualityFinding Missing(List<EntryLine> owed)
    {
        var late = owed.Count(l => l.IsLateOn(calendar.Today));
        return new QualityFinding(owed[0].Indicator, QualityConcern.Missing,
            (owed.Count == 1 ? $"The figure of {owed[0].Period.Words} is missing" : $"{owed.Count:N0} figures are missing, from {owed[0].Period.Words} to {owed[^1].Period.Words}")
            + (late == 0 ? "" : late == owed.Count ? ", and late" : $", {late:N0} of them late"));
    }

    private static IEnumerable<QualityFinding> NotSaid(Indicator indicator)
    {
        var missing = new List<string>();
        Note(indicator.Definition is null, "what is counted");
        Note(indicator.Unit == MeasureUnit.NotSaid, "its unit");
        Note(!indicator.PolarityConfirmed, "which way is better");
        Note(indicator.Source is null, "its source");
        Note(indicator.LeadOfficerId is null, "who leads on it");
        if (missing.Count > 0)
        {
            yield return new QualityFinding(indicator, QualityConcern.NotSaid, $"Nobody has said {string.Join(", ", missing)}");
        }

        void Note(bool isMissing, string what)
        {
            if (isMissing)
            {
                missing.Add(what);
            }
        }
    }

    /// <summary>Published figures come about a year after their period; after this a newer one should be there.</summary>
    private static int MonthsUntilStale(Frequency frequency) => frequency switch
    {
        Frequency.Yearly => 24,
        Frequency.Termly => 12,
        Frequency.Quarterly => 9,
        _ => 4,
    };
}
