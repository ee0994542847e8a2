using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Pages;

namespace Trellis.Web.Hosting;

/// <summary>
/// Meets every posted form before its page does: one that is too large gets a page that says so, one whose token is no
/// longer good gets its text back with a new token.
/// </summary>
internal static class FormGuard
{
    public const long LargestBody = 32 * 1024 * 1024;
    public const int MostFields = 20_000;

    /// <summary>How much of a body that is too large is read away, so that the browser hears the answer at all.</summary>
    private const long MostDrained = 512L * 1024 * 1024;

    public static void UseFormGuard(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
        {
            await next(context);
            return;
        }

        var largest = context.GetEndpoint()?.Metadata.GetMetadata<FormInMemoryAttribute>()?.MostBytes ?? LargestBody;
        if (context.Request.ContentLength > largest)
        {
            await DrainAsync(context);
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, $"What you sent is larger than {largest / (1024 * 1024)} MB", null);
            return;
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, $"What you sent has more than {MostFields:N0} fields, or is damaged", null);
            return;
        }

        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        if (await antiforgery.IsRequestValidAsync(context))
        {
            try
            {
                await next(context);
            }
            catch (DbUpdateConcurrencyException) when (!context.Response.HasStarted)
            {
                // Both had read the same version; the page's own check of it comes when this is sent again.
                await RefuseAsync(context, StatusCodes.Status409Conflict, "Somebody else saved the same thing at the same moment", form);
            }

            return;
        }

        await RefuseAsync(context, StatusCodes.Status400BadRequest, "This page was open for too long, or you signed in again since", form);
    });

    private static async Task DrainAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostDrained;
        }

        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            context.Response.Headers.Connection = "close";
        }
    }

    private static async Task RefuseAsync(HttpContext context, int status, string reason, IFormCollection? form)
    {
        context.Response.StatusCode = status;
        // The page may have begun to answer: this one needs services that begin afresh, and adds the header itself.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        var pages = context.RequestServices;
        await using var scope = pages.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        var fields = form?.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList() ?? [];
        var resend = new RazorComponentResult<Errors.Resend>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(Errors.Resend.Reason)] = reason,
            [nameof(Errors.Resend.Handler)] = form?["_handler"].ToString(),
            [nameof(Errors.Resend.Fields)] = fields.Where(f => f.Key != "_handler").ToList(),
            [nameof(Errors.Resend.HadFiles)] = form?.Files.Count > 0,
            [nameof(Errors.Resend.Address)] = context.Request.Path + context.Request.QueryString,
        }) { StatusCode = status };
        await resend.ExecuteAsync(context);
        context.RequestServices = pages;
    }
}
