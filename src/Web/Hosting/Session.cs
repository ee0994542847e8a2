using Microsoft.AspNetCore.Identity;
using Trellis.Kernel.Access;

namespace Trellis.Web.Hosting;

/// <summary>How long somebody stays signed in, and by which ways they can sign in.</summary>
internal static class Session
{
    public const int Minutes = 30;

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "session";
            cookie.Cookie.HttpOnly = true;
            // Lax, not strict: the answer of the organisation's directory arrives from another site.
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(Minutes);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "back";
            cookie.AccessDeniedPath = "/error/403";
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });

        // Whoever is closed or loses a role is out within this time.
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromSeconds(30));
    }
}
