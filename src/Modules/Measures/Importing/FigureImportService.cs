using System.Security.Cryptography;
using Trellis.Kernel;
using Trellis.Measures.Entry;
using Trellis.Measures.Figures;
using Trellis.Measures.Importing.Mappings;
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
public sealed class FigureImportService(
    AppDbContext db, IndicatorService indicators, FigureWriting figures, MappingService mappings, StatusReckoning statuses, RebasedRates rates)
{
    /// <summary>Reads files of the kinds that Trellis knows and that belong together. What is wrong with them stands in the reading.</summary>
    public static async Task<FigureReading> ReadAsync(IReadOnlyList<GivenFile> given, CancellationToken ct)
    {
        var (tables, refused) = await TablesAsync(given, ct);
        return refused ?? FigureFormats.Read(tables);
    }

    /// <summary>Reads them, and a single file of another kind by what somebody said of its columns.</summary>
    /// <param name="mapping">The name under which that was saved; null takes the one that was saved of a file with the same columns.</param>
    public async Task<FigureReading> ReadAsync(IReadOnlyList<GivenFile> given, string? mapping, CancellationToken ct)
    {
        var (tables, refused) = await TablesAsync(given, ct);
        var reading = refused ?? FigureFormats.Read(tables);
        if (refused is not null || tables.Count > 1 || (mapping is null && reading.UnknownColumns is null))
        {
            return mapping is null || refused is not null ? reading : FigureFormats.Refused(given[0].Name, "A mapping is of one file, and several were given", "Give each of them in an import of its own");
        }

        var found = mapping is null ? await mappings.ForAsync(tables[0].Table.Columns, ct) : await mappings.FindAsync(mapping, ct);
        return found is not null ? await mappings.ReadAsync(found, tables[0], ct)
            : mapping is null ? reading
            : FigureFormats.Refused(given[0].Name, $"No mapping is called “{mapping}”", "Say in the pages which column is what, under that name");
    }

    private static async Task<(List<NamedTable> Tables, FigureReading? Refused)> TablesAsync(IReadOnlyList<GivenFile> given, CancellationToken ct)
    {
        var tables = new List<NamedTable>();
        foreach (var file in given)
        {
            var read = await ColumnTableReader.ReadAsync(file.Bytes, file.Name, null, ct);
            if (read.Failure is { } failure)
            {
                return (tables, FigureFormats.Refused(failure.Where, failure.What.TrimEnd('.'), failure.WhatToDo.TrimEnd('.')));
            }

            tables.Add(new NamedTable(file.Name, read.Table!));
        }

        return (tables, null);
    }

    public async Task<ImportPreview> PreviewAsync(FigureReading reading, CancellationToken ct)
    {
        var known = await FedIndicators.ReadAsync(db, ct);
        var missing = reading.Measures.Where(m => known.Find(m) is null && m.Proposal is not null).ToList();
        var compared = await figures.CompareAsync([.. reading.Measures.Select(m => (known.Find(m), m.Figures)).Where(m => m.Item1 is not null).Select(m => new IndicatorFigures(m.Item1!.Id, m.Figures))], ct);
        return new ImportPreview(reading, [.. missing.Select(m => m.Proposal!.Title)], compared with { Added = compared.Added + missing.Sum(m => m.Figures.Count) });
    }

    public Task<Result<WrittenFigures>> SaveAsync(FigureReading reading, IReadOnlyList<GivenFile> given, DateOnly? asAt, Process process, CancellationToken ct)
    {
        var main = given.MaxBy(file => file.Bytes.Length)!;
        return SaveAsync(reading, new BatchOptions(BatchKind.Published, reading.Source, reading.Licence, main.Name, Convert.ToHexStringLower(SHA256.HashData(main.Bytes)), asAt), process, ct);
    }

    /// <summary>Saves what does not come out of a file: counted figures, where <paramref name="from"/> says so.</summary>
    public async Task<Result<WrittenFigures>> SaveAsync(FigureReading reading, BatchOptions from, Process process, CancellationToken ct)
    {
        if (reading.Faults.Count > 0)
        {
            return reading.Faults.Select(fault => new FieldError("", $"{fault}")).ToList();
        }

        var known = await FedIndicators.ReadAsync(db, ct);
        var staged = await indicators.StageAsync([.. reading.Measures.Where(m => m.Proposal is not null && known.Find(m) is null)], ct);
        var said = new List<IndicatorFigures>();
        foreach (var measure in reading.Measures)
        {
            if (staged.GetValueOrDefault(measure.Feed) is { } made)
            {
                said.Add(new IndicatorFigures(made.Id, measure.Figures));
            }
            else if (known.Find(measure) is { } found)
            {
                Join(found, measure);
                said.Add(new IndicatorFigures(found.Id, measure.Figures));
            }
        }

        var written = await figures.SaveAsync(from, said, process, ct);
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

    /// <summary>An indicator that another kind of file feeds is fed by this one too from now on.</summary>
    private void Join(Indicator indicator, ReadMeasure measure)
    {
        var feeds = indicator.FeedList;
        if (measure.Proposal is not null && measure.Feeds.Except(feeds, StringComparer.Ordinal).ToList() is { Count: > 0 } more)
        {
            db.Attach(indicator);
            indicator.Feeds = string.Join('\n', feeds.Concat(more));
        }
    }
}
