using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Trellis.GovUk;
using Trellis.Kernel.Access;
using Trellis.Kernel.Settings;

namespace Trellis.Web.Hosting;

/// <summary>The addresses that are no pages: health, theme, robots, keeping a session.</summary>
internal static class OwnEndpoints
{
    /// <summary>What is written for the public may be found; the rest is behind a door that a robot cannot open.</summary>
    private const string Robots = """
        User-agent: *
        Allow: /public/
        Allow: /published
        Allow: /figures
        Allow: /open-data
        Allow: /api/v1/
        Allow: /about
        Allow: /accessibility
        Allow: /privacy
        Allow: /_content/
        Allow: /theme.css
        Disallow: /public/boards/search
        Disallow: /

        """;

    public static void MapOwnEndpoints(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable } }).AllowAnonymous();
        app.MapAccess();
        app.MapGet("/theme.css", ThemeAsync).AllowAnonymous();
        app.MapGet("/robots.txt", () => Results.Text(Robots)).AllowAnonymous();
        app.MapGet("/session/keep", () => Results.NoContent()).RequireAuthorization(KernelPermission.SignedIn);
    }

    private static async Task<IResult> ThemeAsync(CouncilSettings settings, HttpContext context, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Text(Theme.Css(await settings.ThemeAsync(ct)), "text/css");
    }
}
