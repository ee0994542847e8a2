using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Kernel;
using Trellis.Kernel.Pages;
using Trellis.Kernel.Places;
using Trellis.Measures.Figures;

namespace Trellis.Measures.Public;

/// <summary>Public figures as a spreadsheet.</summary>
internal static class PublicDownloads
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/figures/{address}.csv", CsvAsync).AllowAnonymous();

    private static async Task<IResult> CsvAsync(string address, PublicIndicators indicators, AppDbContext db, HttpContext http, CancellationToken ct)
    {
        if (await indicators.FindAsync(address, ct) is not { } indicator)
        {
            return Results.NotFound();
        }

        var figures = await indicators.FiguresAsync(indicator, ct);
        var sources = await PublicSource.OfAsync(db, figures, ct);
        var csv = new Csv().Row("Indicator", "Indicator id", "Place", "Place code", "Period", "Period key", "Value", "Numerator", "Denominator", "Status", "Shorthand", "Source", "Licence");
        foreach (var (place, periods) in figures)
        {
            foreach (var figure in periods)
            {
                var source = sources[figure.Batch];
                csv.Row(
                    indicator.Title, indicator.Address, EnglandPlaces.Find(place)?.Name ?? "", $"{place}", figure.Period.Words, figure.Period.Key, Number(figure.Value),
                    Number(figure.Said.Numerator), Number(figure.Said.Denominator), figure.Said.Status.Mark(), figure.Said.Shorthand.Mark(), source.Title, source.Licence ?? PublicSource.Licensed);
            }
        }

        http.Response.Headers.CacheControl = PublicPage.Cacheable;
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.File(Encoding.UTF8.GetBytes($"{csv}"), "text/csv; charset=utf-8", $"{address}.csv");
    }

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
