using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Trellis.GovUk;
using Trellis.Kernel.Access;
using Trellis.Kernel.Settings;

namespace Trellis.Web.Hosting;

/// <summary>The addresses that are no pages: health, theme, icon, keeping a session.</summary>
internal static class OwnEndpoints
{
    public static void MapOwnEndpoints(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapAccess();
        app.MapGet("/theme.css", ThemeAsync).AllowAnonymous();
        app.MapGet("/session/keep", () => Results.NoContent()).RequireAuthorization(KernelPermission.SignedIn);
    }

    private static async Task<IResult> ThemeAsync(CouncilSettings settings, HttpContext context, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Text(Theme.Css(await settings.ThemeAsync(ct)), "text/css");
    }
}
