using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Trellis.Kernel;
using Trellis.Kernel.Pages;
using Trellis.Kernel.Places;
using Trellis.Measures.Figures;

namespace Trellis.Measures.Public;

/// <summary>Public figures for programs. Addresses and names of fields stay as they are; what changes gets a "v2" beside it.</summary>
internal static class OpenApi
{
    private const string Root = "api/v1";

    public static void Add(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = api => api.RelativePath?.StartsWith(Root, StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Public figures";
            document.Info.Version = "1";
            document.Info.Description = $"Indicators of the plan for children that the council made public, and their figures. {PublicSource.Licensed}.";
            // Where the program stands is the reader's to know: addresses are relative to this file.
            document.Servers = [];
            return Task.CompletedTask;
        });
    });

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup(Root).AllowAnonymous().AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return next(context);
        });
        api.MapGet("/indicators", ListAsync).WithName("indicators").WithSummary("All indicators that are public").Produces<OpenIndicators>();
        api.MapGet("/indicators/{id}", OneAsync).WithName("indicator").WithSummary("One indicator").Produces<OpenIndicator>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/indicators/{id}/figures", FiguresAsync).WithName("figures").WithSummary("Its figures")
            .WithDescription("place: nine characters of the Office for National Statistics, all places without it. from, to: months as 2025-03; figures whose period ends between them.")
            .Produces<OpenFigureList>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/{**rest}", () => Missing("There is nothing at this address. Start at /api/v1/indicators.")).ExcludeFromDescription();
        endpoints.MapOpenApi($"/{Root}/openapi.json").AllowAnonymous();
    }

    private static async Task<IResult> ListAsync(PublicIndicators indicators, HttpContext http, CancellationToken ct) =>
        Send(http, new OpenIndicators([.. (await indicators.All.OrderBy(i => i.SortKey).ThenBy(i => i.Id).ToListAsync(ct)).Select(OpenIndicator.Of)], PublicSource.Licensed));

    private static async Task<IResult> OneAsync(string id, PublicIndicators indicators, HttpContext http, CancellationToken ct) =>
        await indicators.FindAsync(id, ct) is { } indicator ? Send(http, OpenIndicator.Of(indicator)) : NoIndicator(id);

    private static async Task<IResult> FiguresAsync(string id, string? place, string? from, string? to, PublicIndicators indicators, AppDbContext db, HttpContext http, CancellationToken ct)
    {
        if (await indicators.FindAsync(id, ct) is not { } indicator)
        {
            return NoIndicator(id);
        }

        if (place is not null && PlaceCode.Read(place) is null)
        {
            return Wrong("place", "It is nine characters of the Office for National Statistics, for example E06000009.");
        }

        if ((from is not null && Month(from) is null) || (to is not null && Month(to) is null))
        {
            return Wrong(from is not null && Month(from) is null ? "from" : "to", "It is a month, for example 2025-03.");
        }

        var figures = await indicators.FiguresAsync(indicator, ct);
        var sources = await PublicSource.OfAsync(db, figures, ct);
        var asked = figures.Where(p => place is null || p.Place == PlaceCode.Read(place))
            .SelectMany(p => p.Figures.Where(f => (from is null || f.Period.End >= Month(from)) && (to is null || f.Period.End < Month(to)!.Value.AddMonths(1))).Select(f => (p.Place, Figure: f))).ToList();
        return Send(http, new OpenFigureList(
            indicator.Address, [.. asked.Select(f => OpenFigure.Of(f.Place, f.Figure, sources[f.Figure.Batch]))], Signs.Of(asked.Select(f => f.Figure)), PublicSource.Licensed));
    }

    private static DateOnly? Month(string text) => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    private static IResult NoIndicator(string id) => Missing($"There is no public indicator with the id \"{id}\". /api/v1/indicators lists them.");

    private static IResult Missing(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found");

    private static IResult Wrong(string name, string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: $"\"{name}\" cannot be read");

    /// <summary>Whoever has it already is told so by its tag.</summary>
    private static IResult Send<T>(HttpContext http, T answer)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, JsonSerializerOptions.Web);
        http.Response.Headers.CacheControl = PublicPage.Cacheable;
        return Results.Bytes(bytes, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\""));
    }
}
