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
    private const int BytesOfRow = 6 * sizeof(int) + 3 * 4 * sizeof(int);
    private const int HashedTogether = 256;

    /// <summary>Sets the figures beside what stands, without writing.</summary>
    public async Task<WrittenFigures> CompareAsync(IReadOnlyList<IndicatorFigures> said, CancellationToken ct)
    {
        var (rows, revised, unchanged) = await NewRowsAsync(said, await SeriesAsync(said, ct), ct);
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
        var (rows, revised, unchanged) = await NewRowsAsync(said, series, ct);
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
            AsAt = from.AsAt, RecordedAt = clock.GetUtcNow(), Added = rows.Count - revised, Revised = revised, Unchanged = unchanged, RowsHash = HashOf(rows.Select(row => row.Of(number))),
        };
        db.Add(batch);
        db.AddRange(series.Values.Where(s => s.IsNew).Select(s => s.Series));
        db.AddInBulk(rows.Select(row => row.Of(number)));
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

    /// <summary>Where a figure stands that says something new, and its revision. The row is made when it is written: together they fill the memory.</summary>
    private readonly record struct NewRow(int Series, List<NewFigure> Figures, int At, int Revision)
    {
        public Observation Of(int batch) => RowOf(Figures[At], Series, batch, Revision);
    }

    /// <summary>Walks what is said and what stands side by side, series by series.</summary>
    private async Task<(List<NewRow> Rows, int Revised, int Unchanged)> NewRowsAsync(
        IReadOnlyList<IndicatorFigures> said, Dictionary<Guid, KnownSeries> series, CancellationToken ct)
    {
        var ordered = said.OrderBy(s => series[s.IndicatorId].Series.Number).ToList();
        List<int> known = [.. ordered.Where(s => !series[s.IndicatorId].IsNew).Select(s => series[s.IndicatorId].Series.Number)];
        await using var standing = reader.EachAsync(known, await reader.TakenBackAsync(ct), ct).GetAsyncEnumerator(ct);
        var rows = new List<NewRow>();
        var (revised, unchanged) = (0, 0);
        foreach (var (id, figures) in ordered)
        {
            var (of, isNew) = series[id];
            var stands = !isNew && await standing.MoveNextAsync() ? standing.Current : [];
            var at = 0;
            foreach (var next in OrderOf(figures))
            {
                var figure = figures[next];
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
                rows.Add(new NewRow(of.Number, figures, next, 1 + (old?.Last.Revision ?? 0)));
            }
        }

        return (rows, revised, unchanged);
    }

    /// <summary>Where the figures stand in the order of place and period: they are too large to be moved about.</summary>
    private static int[] OrderOf(List<NewFigure> figures)
    {
        var (keys, order) = (new long[figures.Count], new int[figures.Count]);
        for (var at = 0; at < figures.Count; at++)
        {
            (keys[at], order[at]) = (((long)figures[at].Place.Number << 32) | (uint)figures[at].Period.Number, at);
        }

        Array.Sort(keys, order);
        return order;
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
    private static string HashOf(IEnumerable<Observation> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> some = new byte[HashedTogether * BytesOfRow];
        Span<int> parts = stackalloc int[4];
        var filled = 0;
        foreach (var o in rows)
        {
            var row = some.Slice(filled, BytesOfRow);
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

            filled += BytesOfRow;
            if (filled == some.Length)
            {
                hash.AppendData(some);
                filled = 0;
            }
        }

        hash.AppendData(some[..filled]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
