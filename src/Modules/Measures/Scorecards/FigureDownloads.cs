using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Trellis.GovUk;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Measures.Statuses;
using Trellis.Papers.Png;

namespace Trellis.Measures.Scorecards;

/// <summary>What the pages of measures show, as files.</summary>
internal static class FigureDownloads
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/measures/scorecard.csv", async (HttpRequest request, Scorecard scores, CancellationToken ct) =>
            File(Lines(await scores.AllAsync(ScoreFilter.Of(request.Query), await scores.PlaceAsync(ct), ct)), "scorecard.csv")).RequireAuthorization(MeasuresPermission.Read);
        endpoints.MapGet("/measures/{address}/figures.csv", async (string address, string? place, IndicatorService indicators, IndicatorViews views, Scorecard scores, CancellationToken ct) =>
            await ViewAsync(address, place, indicators, views, scores, ct) is { } view ? File(Figures(view), $"{address}.csv") : Results.NotFound()).RequireAuthorization(MeasuresPermission.Read);
        endpoints.MapGet("/measures/{address}/figures.json", async (string address, string? place, IndicatorService indicators, IndicatorViews views, Scorecard scores, CancellationToken ct) =>
            await ViewAsync(address, place, indicators, views, scores, ct) is { } view ? Results.Json(Json(view)) : Results.NotFound()).RequireAuthorization(MeasuresPermission.Read);
        endpoints.MapGet("/measures/{address}/chart.svg", async (string address, string? place, IndicatorService indicators, IndicatorViews views, Scorecard scores, IServiceProvider services, ILoggerFactory logs, CancellationToken ct) =>
            await ViewAsync(address, place, indicators, views, scores, ct) is { Judgement: { } judgement } view
                ? Results.File(Encoding.UTF8.GetBytes(await DrawAsync(view, judgement, services, logs)), "image/svg+xml", $"{address}.svg")
                : Results.NotFound()).RequireAuthorization(MeasuresPermission.Read);
        endpoints.MapGet("/measures/{address}/chart.png", async (string address, string? place, IndicatorService indicators, IndicatorViews views, Scorecard scores, ChromiumPng png, IServiceProvider services, ILoggerFactory logs, CancellationToken ct) =>
            await ViewAsync(address, place, indicators, views, scores, ct) is { Judgement: { } judgement } view ? await PictureAsync(await DrawAsync(view, judgement, services, logs), address, png, ct) : Results.NotFound())
            .RequireAuthorization(MeasuresPermission.Read);
    }

    private static async Task<IResult> PictureAsync(string svg, string address, ChromiumPng png, CancellationToken ct)
    {
        var size = XElement.Parse(svg);
        try
        {
            return Results.File(await png.DrawAsync(svg, Pixels("width"), Pixels("height"), ct), ChromiumPng.ContentType, $"{address}.png");
        }
        catch (PngFailedException failure)
        {
            return Results.Problem(failure.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "The picture could not be made");
        }

        int Pixels(string name) => (int)Math.Ceiling(double.Parse(size.Attribute(name)!.Value, CultureInfo.InvariantCulture));
    }

    private static async Task<IndicatorView?> ViewAsync(string address, string? asked, IndicatorService indicators, IndicatorViews views, Scorecard scores, CancellationToken ct)
    {
        var place = PlaceCode.Read(asked) is { } code ? EnglandPlaces.Find(code) : await scores.PlaceAsync(ct);
        return place is not null && await indicators.FindAsync(address, ct) is { SetOfPlan: null } indicator ? await views.OfAsync(indicator, place, ct) : null;
    }

    private static IResult File(Csv csv, string name) => Results.File(Encoding.UTF8.GetBytes($"{csv}"), "text/csv; charset=utf-8", name);

    private static Csv Lines(List<ScoreLine> lines)
    {
        var csv = new Csv().Row("Indicator", "Unit", "Period", "Value", "Target", "Status", "Since the period before", "Since a year ago", "Variation", "Assurance", "Rank among neighbours", "Of", "Quarter of all authorities");
        foreach (var line in lines)
        {
            var s = line.Status;
            csv.Row(
                line.Title, line.UnitWords ?? line.Unit.Words(), s?.Of.Words ?? "", Number(s?.Value), Number(s?.Target), s is null or { Rag: Rag.None } ? "" : $"{s.Rag}",
                s?.FromPrevious.Words() ?? "", s?.FromYearBefore.Words() ?? "", s?.Variation.Words() ?? "", s?.Assurance.Words() ?? "", $"{s?.Rank}", $"{s?.RankOf}", $"{s?.Quartile}");
        }

        return csv;
    }

    private static Csv Figures(IndicatorView view)
    {
        var csv = new Csv().Row(["Indicator", "Place", "Place code", "Period", "Period key", "Value", "Numerator", "Denominator", "Mark", "Target", "Source", .. view.Comparators.Select(c => c.Name)]);
        foreach (var figure in view.Figures)
        {
            csv.Row([
                view.Indicator.Title, view.Place.Name, $"{view.Place.Code}", figure.Period.Words, figure.Period.Key, Number(figure.Value), Number(figure.Said.Numerator), Number(figure.Said.Denominator),
                Mark(figure), Number(view.Targets.For(figure.Period)?.Value), view.Sources.GetValueOrDefault(figure.Batch)?.Source ?? "",
                .. view.Comparators.Select(c => c.Values.TryGetValue(figure.Period, out var value) ? Number(value) : "")]);
        }

        return csv;
    }

    private static object Json(IndicatorView view) => new
    {
        indicator = view.Indicator.Address, title = view.Indicator.Title, unit = view.Indicator.UnitWords ?? view.Indicator.Unit.Words(), place = $"{view.Place.Code}", placeName = view.Place.Name,
        figures = view.Figures.Select(f => new
        {
            period = f.Period.Key, start = f.Period.Start, end = f.Period.End, words = f.Period.Words, value = f.Value, numerator = f.Said.Numerator, denominator = f.Said.Denominator,
            mark = Mark(f), revision = f.Revision, target = view.Targets.For(f.Period)?.Value, source = view.Sources.GetValueOrDefault(f.Batch)?.Source,
        }),
        licences = view.Sources.Values.Select(s => s.Licence).OfType<string>().Distinct(),
    };

    private static Task<string> DrawAsync(IndicatorView view, Judgement judgement, IServiceProvider services, ILoggerFactory logs)
    {
        var indicator = view.Indicator;
        return ChartFile.RenderAsync<TimeChart>(services, logs, new Dictionary<string, object?>
        {
            [nameof(TimeChart.Id)] = "figures", [nameof(TimeChart.Title)] = indicator.Title, [nameof(TimeChart.Finding)] = Finding.Of(view), [nameof(TimeChart.SeriesName)] = view.Place.Name,
            [nameof(TimeChart.Unit)] = indicator.UnitWords ?? indicator.Unit.Words(), [nameof(TimeChart.Points)] = ChartPoints.Of(view, judgement),
            [nameof(TimeChart.Comparators)] = ChartPoints.ComparatorsOf(view, judgement), [nameof(TimeChart.Breaks)] = ChartPoints.BreaksOf(view, judgement), [nameof(TimeChart.Say)] = (Func<decimal, string>)(v => indicator.Unit.Say(v, indicator.Decimals)),
        });
    }

    private static string Mark(Figure figure) => figure.Said.Shorthand.Mark() + figure.Said.Status.Mark();

    /// <summary>Unrounded, as a program reads it.</summary>
    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
