using Microsoft.AspNetCore.Components.Endpoints;
using Trellis.GovUk;
using Trellis.Kernel.Settings;

namespace Trellis.Web.Hosting;

/// <summary>
/// Reads how this council's pages look before the page itself begins. The framework does not wait for what an error page
/// reads: its request was over while the database still answered, and the next one met it at the same connection.
/// </summary>
internal static class CouncilTheme
{
    public static void UseCouncilTheme(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            context.Items[typeof(Theme)] = await ReadAsync(context);
        }

        await next(context);
    });

    public static Theme Of(HttpContext context) => (Theme)context.Items[typeof(Theme)]!;

    private static async Task<Theme> ReadAsync(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<CouncilSettings>().ThemeAsync(context.RequestAborted);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && context.Request.Path.StartsWithSegments("/error"))
        {
            // It is told already; the page that says so must not fail by the same.
            return new Theme();
        }
    }
}
