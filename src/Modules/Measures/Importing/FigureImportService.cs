using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Measures.Figures;
using Trellis.Measures.Statuses;
using Trellis.Tables;

namespace Trellis.Measures.Importing;

/// <summary>A file as it was given.</summary>
public sealed record GivenFile(string Name, byte[] Bytes);

/// <summary>What an import would do.</summary>
/// <param name="NewIndicators">The titles of the measures for which there is no indicator yet.</param>
/// <param name="Figures">What would become of the figures.</param>
public sealed record ImportPreview(FigureReading Reading, IReadOnlyList<string> NewIndicators, WrittenFigures Figures);

/// <summary>Brings published figures in: all that a file says, or nothing of it. The same file again changes nothing.</summary>
public sealed class FigureImportService(AppDbContext db, IndicatorService indicators, FigureWriting figures, StatusReckoning statuses)
{
    /// <summary>Reads files that belong together. What is wrong with them stands in the reading.</summary>
    public static async Task<FigureReading> ReadAsync(IReadOnlyList<GivenFile> given, CancellationToken ct)
    {
        var tables = new List<NamedTable>();
        foreach (var file in given)
        {
            var read = await ColumnTableReader.ReadAsync(file.Bytes, file.Name, null, ct);
            if (read.Failure is { } failure)
            {
                return FigureFormats.Refused(failure.Where, failure.What.TrimEnd('.'), failure.WhatToDo.TrimEnd('.'));
            }

            tables.Add(new NamedTable(file.Name, read.Table!));
        }

        return FigureFormats.Read(tables);
    }

    public async Task<ImportPreview> PreviewAsync(FigureReading reading, CancellationToken ct)
    {
        var known = await KnownAsync(ct);
        var missing = reading.Measures.Where(m => Find(known, m) is null && m.Proposal is not null).ToList();
        var compared = await figures.CompareAsync([.. reading.Measures.Select(m => (Find(known, m), m.Figures)).Where(m => m.Item1 is not null).Select(m => new IndicatorFigures(m.Item1!.Id, m.Figures))], ct);
        return new ImportPreview(reading, [.. missing.Select(m => m.Proposal!.Title)], compared with { Added = compared.Added + missing.Sum(m => m.Figures.Count) });
    }

    public async Task<Result<WrittenFigures>> SaveAsync(FigureReading reading, IReadOnlyList<GivenFile> given, DateOnly? asAt, Process process, CancellationToken ct)
    {
        if (reading.Faults.Count > 0)
        {
            return reading.Faults.Select(fault => new FieldError("", $"{fault}")).ToList();
        }

        var known = await KnownAsync(ct);
        var staged = await indicators.StageAsync([.. reading.Measures.Where(m => m.Proposal is not null && Find(known, m) is null)], ct);
        var said = new List<IndicatorFigures>();
        foreach (var measure in reading.Measures)
        {
            if (staged.GetValueOrDefault(measure.Feed) is { } made)
            {
                said.Add(new IndicatorFigures(made.Id, measure.Figures));
            }
            else if (Find(known, measure) is { } found)
            {
                Join(found, measure);
                said.Add(new IndicatorFigures(found.Id, measure.Figures));
            }
        }

        var main = given.MaxBy(file => file.Bytes.Length)!;
        var written = await figures.SaveAsync(
            new BatchOptions(BatchKind.Published, reading.Source, reading.Licence, main.Name, Convert.ToHexStringLower(SHA256.HashData(main.Bytes)), asAt), said, process, ct);
        if (written is { IsDone: true, Value.Batch: not null })
        {
            await statuses.ReckonAsync([.. said.Select(s => s.IndicatorId)], ct);
        }

        return written;
    }

    private static Indicator? Find(Dictionary<string, Indicator> known, ReadMeasure measure) => measure.Feeds.Select(known.GetValueOrDefault).FirstOrDefault(found => found is not null);

    /// <summary>An indicator that another kind of file feeds is fed by this one too from now on.</summary>
    private void Join(Indicator indicator, ReadMeasure measure)
    {
        var feeds = indicator.FeedList;
        if (measure.Feeds.Except(feeds, StringComparer.Ordinal).ToList() is { Count: > 0 } more)
        {
            db.Attach(indicator);
            indicator.Feeds = string.Join('\n', feeds.Concat(more));
        }
    }

    /// <summary>The indicators by the names under which published files carry their figures.</summary>
    private async Task<Dictionary<string, Indicator>> KnownAsync(CancellationToken ct)
    {
        var known = new Dictionary<string, Indicator>(StringComparer.Ordinal);
        foreach (var indicator in await db.Set<Indicator>().AsNoTracking().Where(i => !i.Withdrawn).OrderBy(i => i.Id).ToListAsync(ct))
        {
            foreach (var feed in indicator.FeedList)
            {
                known.TryAdd(feed, indicator);
            }
        }

        return known;
    }
}
