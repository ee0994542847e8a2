using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Trellis.Web.Hosting;

/// <summary>How often one address may try to sign in, and how much one account may ask.</summary>
internal static class TrafficLimits
{
    private const int SignInsAMinute = 20;
    private const int WritesAMinute = 300;

    public static void AddTrafficLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            if (!HttpMethods.IsPost(context.Request.Method))
            {
                return RateLimitPartition.GetNoLimiter("reads");
            }

            var address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
            var isSignIn = context.Request.Path.StartsWithSegments("/sign-in") || context.Request.Path.StartsWithSegments("/start");
            // A whole council may come from one address, so who is signed in counts for themselves.
            return RateLimitPartition.GetFixedWindowLimiter(
                isSignIn ? "sign-in " + address : "write " + (context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? address),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = isSignIn ? SignInsAMinute : WritesAMinute, Window = TimeSpan.FromMinutes(1) });
        });
    });
}
