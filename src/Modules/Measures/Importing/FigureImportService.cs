using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Measures.Entry;
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
public sealed class FigureImportService(AppDbContext db, IndicatorService indicators, FigureWriting figures, StatusReckoning statuses, RebasedRates rates)
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
        var (found, missing) = (reading.Measures.Where(m => known.ContainsKey(m.Feed)), reading.Measures.Where(m => !known.ContainsKey(m.Feed) && m.Proposal is not null).ToList());
        var compared = await figures.CompareAsync([.. found.Select(m => new IndicatorFigures(known[m.Feed].Id, m.Figures))], ct);
        return new ImportPreview(reading, [.. missing.Select(m => m.Proposal!.Title)], compared with { Added = compared.Added + missing.Sum(m => m.Figures.Count) });
    }

    public async Task<Result<WrittenFigures>> SaveAsync(FigureReading reading, IReadOnlyList<GivenFile> given, DateOnly? asAt, Process process, CancellationToken ct)
    {
        if (reading.Faults.Count > 0)
        {
            return reading.Faults.Select(fault => new FieldError("", $"{fault}")).ToList();
        }

        var known = (await KnownAsync(ct)).ToDictionary(k => k.Key, k => k.Value.Id, StringComparer.Ordinal);
        foreach (var (feed, indicator) in await indicators.StageAsync(reading.Measures.Where(m => m.Proposal is not null && !known.ContainsKey(m.Feed)).Select(m => (m.Feed, m.Proposal!)), ct))
        {
            known.Add(feed, indicator.Id);
        }

        var said = reading.Measures.Where(m => known.ContainsKey(m.Feed)).Select(m => new IndicatorFigures(known[m.Feed], m.Figures)).ToList();
        var main = given.MaxBy(file => file.Bytes.Length)!;
        var written = await figures.SaveAsync(
            new BatchOptions(BatchKind.Published, reading.Source, reading.Licence, main.Name, Convert.ToHexStringLower(SHA256.HashData(main.Bytes)), asAt), said, process, ct);
        if (written is { IsDone: true, Value.Batch: not null })
        {
            var changed = said.ConvertAll(s => s.IndicatorId);
            await statuses.ReckonAsync(changed, ct);
            if (await rates.RemakeAsync(changed, process, ct) is { IsDone: false } refused)
            {
                return refused.Errors.ToList();
            }
        }

        return written;
    }

    /// <summary>The indicators by the names under which published files carry their figures.</summary>
    private async Task<Dictionary<string, Indicator>> KnownAsync(CancellationToken ct)
    {
        var known = new Dictionary<string, Indicator>(StringComparer.Ordinal);
        foreach (var indicator in await db.Set<Indicator>().AsNoTracking().Where(i => !i.Withdrawn).OrderBy(i => i.Id).ToListAsync(ct))
        {
            foreach (var feed in indicator.Feeds.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                known.TryAdd(feed, indicator);
            }
        }

        return known;
    }
}
