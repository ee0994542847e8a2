namespace Trellis.Web.Hosting;

/// <summary>
/// A form that takes long is sent by script, which shows how much of it is on its way. Such a script cannot see a redirect: it is told the
/// address instead, and the browser goes there by itself, so that the page and what it says are fetched once.
/// </summary>
internal static class SentWithProgress
{
    public const string Asked = "Trellis-Progress";
    public const string Next = "Trellis-Next";

    public static void UseSentWithProgress(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Headers.ContainsKey(Asked))
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response is { StatusCode: StatusCodes.Status302Found, Headers.Location: { Count: > 0 } address } answer)
                {
                    answer.StatusCode = StatusCodes.Status200OK;
                    answer.Headers[Next] = address;
                    answer.Headers.Remove("Location");
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    });
}
