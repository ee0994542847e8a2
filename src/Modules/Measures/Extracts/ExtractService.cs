using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Measures.Neighbours;
using Trellis.Measures.Periods;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Extracts;

/// <summary>Cuts an extract out of the figures that are there, and puts one in.</summary>
public sealed class ExtractService(AppDbContext db, FigureReader reader, FigureWriting writing, NeighbourReader neighbours, StatusReckoning statuses, TimeProvider clock)
{
    /// <summary>The performance and contextual indicators at a place, at those like it, in its region and in England.</summary>
    /// <param name="years">How many years back.</param>
    public async Task<FigureExtract> CutAsync(PlaceCode place, int years, CancellationToken ct)
    {
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => i.Kind != IndicatorKind.DataOnly && !i.Withdrawn).OrderBy(i => i.Address).ToListAsync(ct);
        var list = await neighbours.OfAsync(place, ct);
        var alike = list?.Places ?? [];
        List<PlaceCode> places = [place, .. alike, .. EnglandPlaces.Find(place)?.Within is { } region ? [region] : Array.Empty<PlaceCode>(), EnglandPlaces.Country];
        var first = clock.GetUtcNow().Year - years;
        var read = await reader.ReadAsync([.. indicators.Select(i => i.Id)], places, ct);
        var batches = read.Values.SelectMany(p => p).SelectMany(p => p.Figures).Select(f => f.Batch).ToHashSet();
        var sources = await db.Set<FigureBatch>().AsNoTracking().Where(b => batches.Contains(b.Number)).OrderBy(b => b.Number).ToListAsync(ct);
        var titles = sources.Select(s => s.Source).Distinct(StringComparer.Ordinal).ToList();
        return new FigureExtract(
            Named(titles), sources.Select(s => s.Licence).FirstOrDefault(l => l is not null), BatchKind.Published,
            indicators.Where(i => read[i.Id].Count > 0).ToDictionary(i => i.Address, i => (IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>)read[i.Id].ToDictionary(
                p => $"{p.Place}", p => (IReadOnlyDictionary<string, string>)p.Figures.Where(f => f.Period.EndYear > first).ToDictionary(f => f.Period.Key, f => ExtractedFigure.Write(f.Said)))),
            list is null ? null : new ExtractNeighbours(list.Title, NeighbourImport.Source, $"{place}", [.. alike.Select(p => $"{p}")]),
            titles.Count > 1 ? titles : null);
    }

    /// <summary>All of them, or the first with the number of the others where they are too many for a line below a figure.</summary>
    private static string Named(List<string> titles) =>
        string.Join("; ", titles) is { Length: <= FigureBatch.LongestSource } all ? all : $"{titles[0]}, and {titles.Count - 1} other publications";

    /// <summary>Puts an extract in; indicators that are not there are passed over.</summary>
    /// <param name="today">Periods such as "m-3" are counted from its month.</param>
    /// <exception cref="FormatException">A place, a period or a figure cannot be read.</exception>
    public async Task PutAsync(FigureExtract extract, DateOnly today, Process process, CancellationToken ct)
    {
        var addresses = extract.Indicators.Keys.ToList();
        var known = await db.Set<Indicator>().AsNoTracking().Where(i => addresses.Contains(i.Address) && !i.Withdrawn).ToDictionaryAsync(i => i.Address, ct);
        if (extract.Neighbours is { } edition && !await db.Set<NeighbourList>().AnyAsync(ct))
        {
            var list = new NeighbourList { Id = ThingId.New(clock), Number = 1, Title = edition.Title, Source = edition.Source };
            db.Add(list);
            db.AddInBulk(edition.Places.Select((other, i) => new Neighbour { List = 1, Place = PlaceOf(edition.Of).Number, Rank = i + 1, Other = PlaceOf(other).Number }));
        }

        var said = extract.Indicators.Where(i => known.ContainsKey(i.Key)).Select(i => new IndicatorFigures(known[i.Key].Id, [.. i.Value.SelectMany(place => place.Value.Select(figure =>
            new NewFigure(PlaceOf(place.Key), PeriodOf(figure.Key, today, known[i.Key].Basis), ExtractedFigure.Read(figure.Value))))])).ToList();
        var written = await writing.SaveAsync(new BatchOptions(extract.Kind, extract.Source, extract.Licence), said, process, ct);
        if (!written.IsDone)
        {
            throw new InvalidOperationException(written.Errors[0].Message);
        }

        await statuses.ReckonAsync([.. said.Select(s => s.IndicatorId)], ct);
    }

    private static PlaceCode PlaceOf(string text) => PlaceCode.TryRead(text, out var code) ? code : throw new FormatException($"\"{text}\" is no code of a place.");

    /// <summary>A period of an extract: its key, or "m-3" for the third month before today's.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static Period PeriodOf(string text, DateOnly today, Basis basis)
    {
        if (!text.StartsWith("m-", StringComparison.Ordinal))
        {
            return Period.ReadKey(text) ?? throw new FormatException($"\"{text}\" is no period.");
        }

        var month = today.AddMonths(-int.Parse(text[2..], CultureInfo.InvariantCulture));
        return basis == Basis.Snapshot ? Period.AtEndOf(month.Year, month.Month) : Period.Month(month.Year, month.Month);
    }
}
