using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Data;
using Trellis.Kernel.Places;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Figures;

/// <summary>The figures of one indicator at one place, in the order of their periods.</summary>
public sealed record PlaceFigures(PlaceCode Place, IReadOnlyList<Figure> Figures);

/// <summary>One figure as it stands.</summary>
/// <param name="Newest">Null when every batch that said it was taken back.</param>
/// <param name="Last">The row with the highest revision, taken back or not.</param>
internal readonly record struct Standing(Observation? Newest, Observation Last);

/// <summary>Reads figures as they stand: of each the newest revision that nobody took back.</summary>
public sealed class FigureReader(AppDbContext db)
{
    private const string StandingRows =
        """
        SELECT "Place", "Period", "Revision", "Batch", "Value", "Numerator", "Denominator", "Status", "Shorthand"
        FROM "MeasuresObservations" WHERE "Series" = @key ORDER BY "Place", "Period", "Revision"
        """;

    /// <summary>Of each indicator the figures at these places, and at all places when none are named.</summary>
    public async Task<Dictionary<Guid, List<PlaceFigures>>> ReadAsync(IReadOnlyCollection<Guid> indicatorIds, IReadOnlyCollection<PlaceCode> places, CancellationToken ct)
    {
        var series = await db.Set<Series>().AsNoTracking().Where(s => indicatorIds.Contains(s.IndicatorId)).ToDictionaryAsync(s => s.Number, s => s.IndicatorId, ct);
        var numbers = series.Keys.ToList();
        var rows = db.Set<Observation>().AsNoTracking().Where(o => numbers.Contains(o.Series));
        if (places.Count > 0)
        {
            var wanted = places.Select(p => p.Number).ToList();
            rows = rows.Where(o => wanted.Contains(o.Place));
        }

        var read = indicatorIds.Distinct().ToDictionary(id => id, _ => new List<PlaceFigures>());
        List<Figure>? open = null;
        var key = (Series: 0, Place: -1);
        await foreach (var standing in StandingAsync(rows, await TakenBackAsync(ct), ct))
        {
            if (standing.Newest is not { } row)
            {
                continue;
            }

            if (open is null || key != (row.Series, row.Place))
            {
                key = (row.Series, row.Place);
                read[series[row.Series]].Add(new PlaceFigures(new PlaceCode(row.Place), open = []));
            }

            open.Add(FigureOf(row));
        }

        return read;
    }

    /// <summary>The figures of one indicator at one place.</summary>
    public async Task<IReadOnlyList<Figure>> ReadAsync(Guid indicatorId, PlaceCode place, CancellationToken ct) =>
        (await ReadAsync([indicatorId], [place], ct))[indicatorId] is [var only] ? only.Figures : [];

    /// <summary>What is said of one period, by place.</summary>
    public async Task<Dictionary<PlaceCode, Figure>> AtAsync(Guid indicatorId, Period period, CancellationToken ct)
    {
        var numbers = await db.Set<Series>().Where(s => s.IndicatorId == indicatorId).Select(s => s.Number).ToListAsync(ct);
        var read = new Dictionary<PlaceCode, Figure>();
        await foreach (var standing in StandingAsync(db.Set<Observation>().AsNoTracking().Where(o => numbers.Contains(o.Series) && o.Period == period.Number), await TakenBackAsync(ct), ct))
        {
            if (standing.Newest is { } row)
            {
                read[new PlaceCode(row.Place)] = FigureOf(row);
            }
        }

        return read;
    }

    /// <summary>Everything that was ever said of one figure, the newest first.</summary>
    public async Task<List<Figure>> RevisionsAsync(Guid indicatorId, PlaceCode place, Period period, CancellationToken ct) =>
        [.. (await (from series in db.Set<Series>()
                    join row in db.Set<Observation>() on series.Number equals row.Series
                    where series.IndicatorId == indicatorId && row.Place == place.Number && row.Period == period.Number
                    orderby row.Revision descending
                    select row).AsNoTracking().ToListAsync(ct)).Select(FigureOf)];

    /// <summary>
    /// One series after another, and of each all figures in the order of place and period. While the caller works on one the next is being read:
    /// until the last came, nobody else may ask anything of the context.
    /// </summary>
    internal async IAsyncEnumerable<List<Standing>> EachAsync(IReadOnlyList<int> series, HashSet<int> takenBack, [EnumeratorCancellation] CancellationToken ct)
    {
        Task<List<Standing>>? next = null;
        try
        {
            for (var at = 0; at < series.Count; at++)
            {
                var read = await (next ?? StandingAsync(series[at], takenBack, ct));
                next = at + 1 < series.Count ? ReadBeside(series[at + 1]) : null;
                yield return read;
            }
        }
        finally
        {
            // The caller may have given up in the middle; the context is theirs again only when nobody reads.
            await (next as Task ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<List<Standing>> ReadBeside(int number) => Task.Run(() => StandingAsync(number, takenBack, ct), CancellationToken.None);
    }

    /// <summary>All figures of one series, in the order of place and period.</summary>
    internal async Task<List<Standing>> StandingAsync(int series, HashSet<int> takenBack, CancellationToken ct)
    {
        var standing = new List<Standing>();
        foreach (var row in await db.ReadInBulkAsync(StandingRows, series, row => ReadRow(row, series), ct))
        {
            var newest = takenBack.Contains(row.Batch) ? null : row;
            if (standing.Count > 0 && IsSame(standing[^1].Last, row))
            {
                standing[^1] = new Standing(newest ?? standing[^1].Newest, row);
            }
            else
            {
                standing.Add(new Standing(newest, row));
            }
        }

        return standing;
    }

    private static Observation ReadRow(BulkRow row, int series) => new()
    {
        Series = series, Place = row.Int(0), Period = row.Int(1), Revision = row.Int(2), Batch = row.Int(3),
        Value = row.Decimal(4), Numerator = row.Decimal(5), Denominator = row.Decimal(6), Status = (FigureStatus)row.Int(7), Shorthand = (Shorthand)row.Int(8),
    };

    /// <summary>The batches that somebody took back: their figures count no more.</summary>
    internal async Task<HashSet<int>> TakenBackAsync(CancellationToken ct) =>
        await db.Set<FigureBatch>().AsNoTracking().Where(b => b.Withdrawn).Select(b => b.Number).ToHashSetAsync(ct);

    /// <summary>In the order of series, place and period.</summary>
    internal static async IAsyncEnumerable<Standing> StandingAsync(
        IQueryable<Observation> rows, HashSet<int> takenBack, [EnumeratorCancellation] CancellationToken ct)
    {
        Standing? open = null;
        await foreach (var row in rows.OrderBy(o => o.Series).ThenBy(o => o.Place).ThenBy(o => o.Period).ThenBy(o => o.Revision).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (open is { } whole && !IsSame(whole.Last, row))
            {
                yield return whole;
                open = null;
            }

            open = new Standing(takenBack.Contains(row.Batch) ? open?.Newest : row, row);
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static bool IsSame(Observation one, Observation other) =>
        one.Period == other.Period && one.Place == other.Place && one.Series == other.Series;

    private static Figure FigureOf(Observation row) => new(new Period(row.Period), row.Said, row.Revision, row.Batch);
}
