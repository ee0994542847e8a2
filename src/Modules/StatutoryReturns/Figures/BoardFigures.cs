using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Measures.Scorecards;
using Trellis.StatutoryReturns.Uploads;
using Indicator = Trellis.Measures.Indicator;

namespace Trellis.StatutoryReturns.Figures;

/// <summary>One row of the improvement board's page.</summary>
/// <param name="Years">The figures of the years that the page shows, in their order; null where there is none.</param>
/// <param name="England">England's newest figure, with its period.</param>
/// <param name="Behind">Where the children behind it stand within a return: the indicator's name there, and its group.</param>
/// <param name="Upload">The kept return whose count the newest figure is; null for a published one.</param>
public sealed record BoardLine(Indicator Indicator, IReadOnlyList<Figure?> Years, Figure? England, string Behind, ReturnUpload? Upload);

/// <summary>The improvement board's key figures: what returns are counted for, this year's beside the published ones of earlier years.</summary>
public sealed class BoardFigures(AppDbContext db, FigureReader reader, Scorecard scores)
{
    public const int MostYears = 5;

    /// <summary>The years, and the lines in the order of the list of indicators; no lines where the place is not known.</summary>
    public async Task<(IReadOnlyList<int> Years, IReadOnlyList<BoardLine> Lines)> ReadAsync(CancellationToken ct)
    {
        if (await scores.PlaceAsync(ct) is not { } place)
        {
            return ([], []);
        }

        var ours = (await db.Set<Indicator>().AsNoTracking().Where(i => !i.Withdrawn && i.Feeds.Contains(ReturnFigures.Feed)).OrderBy(i => i.SortKey).ThenBy(i => i.Id).ToListAsync(ct))
            .OrderBy(i => i.Kind == IndicatorKind.DataOnly).ToList();
        var england = EnglandPlaces.Country;
        var figures = await reader.ReadAsync(ours.ConvertAll(i => i.Id), [place.Code, england], ct);
        var uploads = (await db.Set<ReturnUpload>().AsNoTracking().Where(u => u.Batch != null && u.ErasedAt == null).ToListAsync(ct)).ToDictionary(u => u.Batch!.Value);
        var own = ours.ConvertAll(i => (Indicator: i, Figures: Of(figures, i, place.Code)));
        var newest = own.SelectMany(o => o.Figures).Select(f => f.Period.EndYear).DefaultIfEmpty().Max();
        var years = Enumerable.Range(newest - MostYears + 1, MostYears).Where(y => own.Exists(o => At(o.Figures, y) is not null)).ToList();
        return (years, [
            .. own.Where(o => o.Figures.Count > 0).Select(o => new BoardLine(
                o.Indicator, [.. years.Select(y => At(o.Figures, y))], Of(figures, o.Indicator, england).Select(f => (Figure?)f).LastOrDefault(), BehindOf(o.Indicator),
                At(o.Figures, newest) is { } last ? uploads.GetValueOrDefault(last.Batch) : null)),
        ]);
    }

    private static string BehindOf(Indicator indicator) =>
        indicator.Feeds.Split('\n').First(f => f.StartsWith(ReturnFigures.Feed, StringComparison.Ordinal))[ReturnFigures.Feed.Length..].Split('/') switch
        {
            [var code, var group] when group != ReturnFigures.Rate => $"{code}?group={group}",
            [var code, ..] => code,
            _ => "",
        };

    private static Figure? At(IReadOnlyList<Figure> figures, int year) => figures.Where(f => f.Period.EndYear == year && f.Period.EndMonth == 3 && f.Value is not null).Select(f => (Figure?)f).LastOrDefault();

    private static IReadOnlyList<Figure> Of(Dictionary<Guid, List<PlaceFigures>> read, Indicator indicator, PlaceCode place) =>
        read[indicator.Id].Find(p => p.Place == place)?.Figures ?? [];
}
