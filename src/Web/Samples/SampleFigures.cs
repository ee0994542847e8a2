using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Settings;
using Trellis.Measures;
using Trellis.Measures.Catalogue;
using Trellis.Measures.Extracts;
using Trellis.Measures.Periods;
using Trellis.Measures.Targets;

namespace Trellis.Web.Samples;

/// <summary>Puts the figures of a sample in: a small extract of what is published, and months that are made up and say so.</summary>
public sealed class SampleFigures(AppDbContext db, CouncilSettings settings, CatalogueService catalogue, ExtractService extracts, WorkingCalendar calendar, TimeProvider clock)
{
    private const string Pattern = "*.figures.json";

    internal async Task LoadAsync(string folder, SampleFile sample, IReadOnlyDictionary<string, Guid> indicators, Process loading, CancellationToken ct)
    {
        if (sample.Place is null)
        {
            return;
        }

        SampleLoader.Made(await settings.SaveAsync(await settings.VersionAsync(ct), new Dictionary<string, string>(StringComparer.Ordinal) { [MeasuresSettings.Place] = sample.Place }, loading, ct));
        foreach (var file in Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal))
        {
            await using var json = File.OpenRead(file);
            var extract = await FigureExtract.ReadAsync(json, ct);
            foreach (var indicator in sample.Indicators.Where(i => i.Target is not null && extract.Indicators.ContainsKey(i.Key)))
            {
                db.Add(TargetOf(indicator, indicators[indicator.Key], extract.Indicators[indicator.Key].Values.SelectMany(periods => periods.Keys).Union(["m-1", "m-0"])));
            }

            await db.SaveAsync(loading, ct);
            // Published figures are of indicators that no sample has to describe: the list does.
            if (extract.Indicators.Keys.Where(key => CatalogueEntry.Find(key) is not null).ToList() is { Count: > 0 } listed)
            {
                SampleLoader.Made(await catalogue.TakeAsync(listed, loading, ct));
            }

            await extracts.PutAsync(extract, calendar.Today, loading, ct);
        }
    }

    private TargetProposal TargetOf(SampleIndicator sample, Guid indicator, IEnumerable<string> periods) => TargetProposal.Approved(
        ThingId.New(clock), indicator, "What the partners agreed when the plan began",
        periods.Select(period => new TargetPoint(ExtractService.PeriodOf(period, calendar.Today, sample.Basis), sample.Target!.Value)), calendar.Today.AddYears(-4));
}
