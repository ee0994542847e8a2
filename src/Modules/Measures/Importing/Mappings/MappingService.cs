using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Kernel.Settings;

namespace Trellis.Measures.Importing.Mappings;

/// <summary>A mapping with the title of the one indicator that its files are of; null where a column names it, or where it is no longer there.</summary>
public sealed record SavedMapping(ColumnMapping Mapping, string? IndicatorTitle);

/// <summary>Keeps what people said of the columns of files, and reads files by it.</summary>
public sealed class MappingService(AppDbContext db, CouncilSettings settings, TimeProvider clock)
{
    public Task<List<SavedMapping>> AllAsync(CancellationToken ct) => (
        from mapping in db.Set<ColumnMapping>().AsNoTracking()
        join one in db.Set<Indicator>().Where(i => !i.Withdrawn) on mapping.IndicatorId equals (Guid?)one.Id into found
        from indicator in found.DefaultIfEmpty()
        where !mapping.Withdrawn
        orderby mapping.Name
        select new SavedMapping(mapping, indicator == null ? null : indicator.Title)).ToListAsync(ct);

    public async Task<ColumnMapping?> FindAsync(string name, CancellationToken ct)
    {
        var asked = name.Trim();
        return await db.Set<ColumnMapping>().AsNoTracking().SingleOrDefaultAsync(m => m.Name == asked && !m.Withdrawn, ct);
    }

    /// <summary>The newest that was made of a file with the same columns.</summary>
    public async Task<ColumnMapping?> ForAsync(IReadOnlyList<string> columns, CancellationToken ct)
    {
        var joined = ColumnMapping.Joined(columns);
        return await db.Set<ColumnMapping>().AsNoTracking().Where(m => m.Columns == joined && !m.Withdrawn).OrderByDescending(m => m.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Saves it under its name; one of that name that was there, taken back or not, is replaced by it.</summary>
    public async Task<Result<ColumnMapping>> SaveAsync(MappingOptions options, IReadOnlyList<string> columns, Process process, CancellationToken ct)
    {
        var indicator = options.IndicatorId is { } id ? await db.Set<Indicator>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && !i.Withdrawn, ct) : null;
        if (options.Check([.. columns.Select(column => column.Trim())], indicator).ToList() is { Count: > 0 } errors)
        {
            return errors;
        }

        var name = options.Name!.Trim();
        if (await db.Set<ColumnMapping>().SingleOrDefaultAsync(m => m.Name == name, ct) is not { } mapping)
        {
            db.Add(mapping = new ColumnMapping { Id = ThingId.New(clock) });
        }

        mapping.Withdrawn = false;
        mapping.Columns = ColumnMapping.Joined(columns);
        options.Put(mapping, indicator);
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new FieldError("Name", "Somebody else saved it at the same moment. Nothing of yours was kept; try again");
        }

        return mapping;
    }

    /// <summary>The next file with its columns is asked about anew; figures that came by it stay.</summary>
    public async Task<Result<ColumnMapping>> WithdrawAsync(Guid id, Process process, CancellationToken ct)
    {
        if (await db.Set<ColumnMapping>().SingleOrDefaultAsync(m => m.Id == id && !m.Withdrawn, ct) is not { } mapping)
        {
            return NotFound.Row;
        }

        mapping.Withdrawn = true;
        await db.SaveAsync(process, ct);
        return mapping;
    }

    public async Task<FigureReading> ReadAsync(ColumnMapping mapping, NamedTable file, CancellationToken ct) => new MappedFigures(
        mapping, file.Table, new ReadingNotes(file.FileName), await FedIndicators.ReadAsync(db, ct), PlaceCode.Read(await settings.GetAsync(MeasuresSettings.Place, ct))).Read();
}
