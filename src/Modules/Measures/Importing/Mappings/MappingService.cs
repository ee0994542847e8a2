using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Kernel.Settings;

namespace Trellis.Measures.Importing.Mappings;

/// <summary>Keeps what people said of the columns of files, and reads files by it.</summary>
public sealed class MappingService(AppDbContext db, CouncilSettings settings, TimeProvider clock)
{
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

    /// <summary>Saves it under its name; one of that name that was there is replaced by it.</summary>
    public async Task<Result<ColumnMapping>> SaveAsync(MappingOptions options, IReadOnlyList<string> columns, Process process, CancellationToken ct)
    {
        var indicator = options.IndicatorId is { } id ? await db.Set<Indicator>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && !i.Withdrawn, ct) : null;
        if (options.Check([.. columns.Select(column => column.Trim())], indicator).ToList() is { Count: > 0 } errors)
        {
            return errors;
        }

        var name = options.Name!.Trim();
        if (await db.Set<ColumnMapping>().SingleOrDefaultAsync(m => m.Name == name && !m.Withdrawn, ct) is not { } mapping)
        {
            db.Add(mapping = new ColumnMapping { Id = ThingId.New(clock) });
        }

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

    public async Task<FigureReading> ReadAsync(ColumnMapping mapping, NamedTable file, CancellationToken ct) => new MappedFigures(
        mapping, file.Table, new ReadingNotes(file.FileName), await FedIndicators.ReadAsync(db, ct), PlaceCode.Read(await settings.GetAsync(MeasuresSettings.Place, ct))).Read();
}
