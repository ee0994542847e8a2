using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Figures;

/// <summary>What is said at one place in one period.</summary>
public readonly record struct NewFigure(PlaceCode Place, Period Period, FigureValue Said);

/// <summary>What is said of one indicator, in any order, each place and period at most once.</summary>
public sealed record IndicatorFigures(Guid IndicatorId, List<NewFigure> Figures);

/// <summary>Where figures come from.</summary>
public sealed record BatchOptions(BatchKind Kind, string Source, string? Licence = null, string? FileName = null, string? FileHash = null, DateOnly? AsAt = null);

/// <summary>What became of figures that were brought in.</summary>
/// <param name="Batch">Null when all of them stood already: then nothing is written.</param>
public sealed record WrittenFigures(FigureBatch? Batch, int Added, int Revised, int Unchanged);

/// <summary>
/// Writes figures that say something new, all of them or none. What stands is never changed: a figure that differs becomes the next revision.
/// </summary>
public sealed class FigureWriting(AppDbContext db, FigureReader reader, TimeProvider clock)
{
    /// <summary>Sets the figures beside what stands, without writing.</summary>
    public async Task<WrittenFigures> CompareAsync(IReadOnlyList<IndicatorFigures> said, CancellationToken ct)
    {
        var (rows, revised, unchanged) = await NewRowsAsync(said, 0, await SeriesAsync(said, ct), ct);
        return new WrittenFigures(null, rows.Count - revised, revised, unchanged);
    }

    /// <summary>
    /// Writes what is new, together with whatever else the context holds, in one transaction. When everything stands already and the context
    /// holds nothing, nothing is written and nobody's history grows.
    /// </summary>
    public async Task<Result<WrittenFigures>> SaveAsync(BatchOptions from, IReadOnlyList<IndicatorFigures> said, Process process, CancellationToken ct)
    {
        var number = 1 + (await db.Set<FigureBatch>().MaxAsync(b => (int?)b.Number, ct) ?? 0);
        var series = await SeriesAsync(said, ct);
        var (rows, revised, unchanged) = await NewRowsAsync(said, number, series, ct);
        if (rows.Count == 0)
        {
            if (db.ChangeTracker.HasChanges())
            {
                await db.SaveAsync(process, ct);
            }

            return new WrittenFigures(null, 0, 0, unchanged);
        }

        var batch = new FigureBatch
        {
            Id = ThingId.New(clock), Number = number, Kind = from.Kind, Source = from.Source, Licence = from.Licence, FileName = from.FileName, FileHash = from.FileHash,
            AsAt = from.AsAt, RecordedAt = clock.GetUtcNow(), Added = rows.Count - revised, Revised = revised, Unchanged = unchanged, RowsHash = HashOf(rows),
        };
        db.Add(batch);
        db.AddRange(series.Values.Where(s => s.IsNew).Select(s => s.Series));
        db.AddInBulk(rows);
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new FieldError("", "Somebody else brought figures in at the same moment. Nothing of yours was kept; try again");
        }

        return new WrittenFigures(batch, batch.Added, revised, unchanged);
    }

    private sealed record KnownSeries(Series Series, bool IsNew);

    /// <summary>The series of each indicator; those that have none yet get the next numbers.</summary>
    private async Task<Dictionary<Guid, KnownSeries>> SeriesAsync(IReadOnlyList<IndicatorFigures> said, CancellationToken ct)
    {
        var ids = said.Select(s => s.IndicatorId).ToList();
        var series = await db.Set<Series>().AsNoTracking().Where(s => ids.Contains(s.IndicatorId)).ToDictionaryAsync(s => s.IndicatorId, s => new KnownSeries(s, false), ct);
        var next = 1 + (await db.Set<Series>().MaxAsync(s => (int?)s.Number, ct) ?? 0);
        foreach (var id in ids.Where(id => !series.ContainsKey(id)))
        {
            series.Add(id, new KnownSeries(new Series { Number = next++, IndicatorId = id }, true));
        }

        return series;
    }

    /// <summary>Walks what is said and what stands side by side, series by series.</summary>
    private async Task<(List<Observation> Rows, int Revised, int Unchanged)> NewRowsAsync(
        IReadOnlyList<IndicatorFigures> said, int batch, Dictionary<Guid, KnownSeries> series, CancellationToken ct)
    {
        var takenBack = await reader.TakenBackAsync(ct);
        var rows = new List<Observation>();
        var (revised, unchanged) = (0, 0);
        foreach (var (id, figures) in said.OrderBy(s => series[s.IndicatorId].Series.Number))
        {
            var (of, isNew) = series[id];
            var stands = isNew ? [] : await reader.StandingAsync(of.Number, takenBack, ct);
            figures.Sort(static (a, b) => a.Place != b.Place ? a.Place.CompareTo(b.Place) : a.Period.CompareTo(b.Period));
            var at = 0;
            foreach (var figure in figures)
            {
                while (at < stands.Count && IsBefore(stands[at].Last, figure))
                {
                    at++;
                }

                Standing? old = at < stands.Count && stands[at].Last.Place == figure.Place.Number && stands[at].Last.Period == figure.Period.Number ? stands[at] : null;
                if (old?.Newest is { } row && !SaysMore(row.Said, figure.Said))
                {
                    unchanged++;
                    continue;
                }

                revised += old?.Newest is null ? 0 : 1;
                rows.Add(RowOf(figure, of.Number, batch, 1 + (old?.Last.Revision ?? 0)));
            }
        }

        return (rows, revised, unchanged);
    }

    private static bool IsBefore(Observation row, NewFigure figure) => (row.Place, row.Period).CompareTo((figure.Place.Number, figure.Period.Number)) < 0;

    /// <summary>
    /// A figure that somebody does not have takes nothing away from one who has it; and who names only the value does not deny the counts
    /// behind it.
    /// </summary>
    private static bool SaysMore(FigureValue stands, FigureValue said) =>
        said.Shorthand != Shorthand.NotAvailable
        && (said.Value != stands.Value || said.Shorthand != stands.Shorthand || said.Status != stands.Status
            || (said.Numerator is not null && said.Numerator != stands.Numerator) || (said.Denominator is not null && said.Denominator != stands.Denominator));

    private static Observation RowOf(NewFigure figure, int series, int batch, int revision) => new()
    {
        Series = series, Place = figure.Place.Number, Period = figure.Period.Number, Revision = revision, Batch = batch,
        Value = figure.Said.Value, Numerator = figure.Said.Numerator, Denominator = figure.Said.Denominator,
        Status = figure.Said.Status, Shorthand = figure.Said.Shorthand,
    };

    /// <summary>SHA-256 over the rows in their order: what was brought in can be proved later.</summary>
    private static string HashOf(List<Observation> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> row = stackalloc byte[6 * sizeof(int) + 3 * 4 * sizeof(int)];
        Span<int> parts = stackalloc int[4];
        foreach (var o in rows)
        {
            ReadOnlySpan<int> numbers = [o.Series, o.Place, o.Period, o.Revision, (int)o.Status, (int)o.Shorthand];
            for (var i = 0; i < numbers.Length; i++)
            {
                BinaryPrimitives.WriteInt32BigEndian(row[(i * sizeof(int))..], numbers[i]);
            }

            var at = numbers.Length;
            foreach (var value in (ReadOnlySpan<decimal?>)[o.Value, o.Numerator, o.Denominator])
            {
                decimal.GetBits(value ?? decimal.MinValue, parts);
                foreach (var part in parts)
                {
                    BinaryPrimitives.WriteInt32BigEndian(row[(at++ * sizeof(int))..], part);
                }
            }

            hash.AppendData(row);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
