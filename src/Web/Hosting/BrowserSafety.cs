namespace Trellis.Web.Hosting;

/// <summary>What every answer tells the browser to refuse, and what it must not keep.</summary>
internal static class BrowserSafety
{
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; object-src 'none'; "
        + "frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    public static void UseBrowserSafety(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            context.Response.OnStarting(static state =>
            {
                // Pages of somebody signed in are for nobody's cache; files with a version in their name say so themselves.
                var response = (HttpResponse)state;
                if (response.Headers.CacheControl.Count == 0 || response.HttpContext.User.Identity?.IsAuthenticated == true)
                {
                    response.Headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            }, context.Response);
            return next(context);
        });
    }

    /// <summary>HEAD is answered as GET without a body.</summary>
    public static void UseHeadAsGet(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        var body = context.Response.Body;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
            context.Request.Method = HttpMethods.Head;
        }
    });

    /// <summary>
    /// A form posted to a row that is not this person's finds no page that would take it, which the framework calls a bad
    /// request. It is answered as the page itself is: not found.
    /// </summary>
    public static void UseNotFoundForPosts(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status400BadRequest && !context.Response.HasStarted
            && context.Items.ContainsKey(Kernel.Pages.TrellisPage.NotFoundMark))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    });

    /// <summary>An endpoint that names no policy answers nobody. A test finds it long before.</summary>
    public static void UseDenyByDefault(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is { } endpoint
            && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>() is null
            && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is null)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
