using Microsoft.Net.Http.Headers;

namespace Trellis.Web.Hosting;

/// <summary>
/// Keeps the public pages (the same for everybody, no form on them) ready as bytes for a minute, and answers with them
/// before anything else runs.
/// </summary>
internal static partial class PublicCache
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private static readonly HashSet<string> Pages = new(StringComparer.Ordinal) { "/about", "/accessibility", "/privacy" };

    public static void UsePublicCache(this WebApplication app)
    {
        var kept = new System.Collections.Concurrent.ConcurrentDictionary<string, KeptPage>(StringComparer.Ordinal);
        var clock = app.Services.GetRequiredService<TimeProvider>();
        app.Use(async (context, next) =>
        {
            var path = context.Request.Path.Value!;
            // The header of somebody signed in carries their name: they get the page made for them.
            if (!HttpMethods.IsGet(context.Request.Method) || !IsPublic(path) || context.Request.QueryString.HasValue
                || context.Request.Headers.ContainsKey(HeaderNames.Cookie))
            {
                await next(context);
                return;
            }

            if (!kept.TryGetValue(path, out var page) || page.Until < clock.GetTimestamp())
            {
                page = await MakeAsync(context, next, clock);
                if (page is null)
                {
                    return;
                }

                kept[path] = page;
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = page.Bytes.Length;
            context.Response.Headers.CacheControl = "public, max-age=60";
            await context.Response.BodyWriter.WriteAsync(page.Bytes, context.RequestAborted);
        });
    }

    /// <summary>One way only of writing each address: what is kept does not grow with how people type it.</summary>
    private static bool IsPublic(string path) => Pages.Contains(path) || Published().IsMatch(path);

    [System.Text.RegularExpressions.GeneratedRegex("^/published(/[a-z0-9-]{1,60}(/versions/[1-9][0-9]{0,3})?)?$", System.Text.RegularExpressions.RegexOptions.None, 1000)]
    private static partial System.Text.RegularExpressions.Regex Published();

    private sealed record KeptPage(byte[] Bytes, long Until);

    private static async Task<KeptPage?> MakeAsync(HttpContext context, RequestDelegate next, TimeProvider clock)
    {
        var body = context.Response.Body;
        using var made = new MemoryStream();
        context.Response.Body = made;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            context.Response.Headers.SetCookie = default;
            return new KeptPage(made.ToArray(), clock.GetTimestamp() + (long)(Life.TotalSeconds * clock.TimestampFrequency));
        }

        await context.Response.Body.WriteAsync(made.ToArray(), context.RequestAborted);
        return null;
    }
}
