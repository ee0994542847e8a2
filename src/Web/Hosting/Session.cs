using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Trellis.Kernel.Access;

namespace Trellis.Web.Hosting;

/// <summary>How long somebody stays signed in, and by which ways they can sign in.</summary>
internal static class Session
{
    public const int Minutes = 30;
    private static readonly TimeSpan Validity = TimeSpan.FromSeconds(30);

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
            cookie.Events.OnValidatePrincipal = ValidateAsync;
        });

        AddOrganisation(services, authentication, configuration.GetSection("Trellis:OpenIdConnect"));

        // Whoever is closed or loses a role is out within this time.
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = Validity);
    }

    /// <summary>
    /// Identity's own validator asks the clock the same question, but makes half a dozen services first; here they are made
    /// only when there is something to check.
    /// </summary>
    private static Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return context.Properties.IssuedUtc is { } issued && now >= issued && now - issued <= Validity
            ? Task.CompletedTask
            : SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    /// <summary>Settings <c>Trellis:OpenIdConnect:Name</c>, <c>Authority</c>, <c>ClientId</c> and <c>ClientSecret</c>.</summary>
    private static void AddOrganisation(IServiceCollection services, AuthenticationBuilder authentication, IConfigurationSection directory)
    {
        if (directory["Authority"] is not { Length: > 0 } authority)
        {
            services.AddSingleton(new OrganisationDirectory(Name: null));
            return;
        }

        services.AddSingleton(new OrganisationDirectory(directory["Name"] ?? "your organisation"));
        authentication.AddOpenIdConnect(OrganisationDirectory.Scheme, connect =>
        {
            connect.SignInScheme = IdentityConstants.ExternalScheme;
            connect.Authority = authority;
            connect.ClientId = directory["ClientId"];
            connect.ClientSecret = directory["ClientSecret"];
            connect.RequireHttpsMetadata = !new Uri(authority).IsLoopback;
            connect.ResponseType = OpenIdConnectResponseType.Code;
            // In the address, not in a form from another site: the cookies that guard the answer stay same-site.
            connect.ResponseMode = OpenIdConnectResponseMode.Query;
            connect.NonceCookie.SameSite = connect.CorrelationCookie.SameSite = SameSiteMode.Lax;
            connect.NonceCookie.SecurePolicy = connect.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            connect.CallbackPath = "/sign-in/organisation/answer";
            connect.AccessDeniedPath = "/sign-in";
            connect.MapInboundClaims = true;
            connect.SaveTokens = false;
            connect.GetClaimsFromUserInfoEndpoint = false;
            connect.Scope.Clear();
            connect.Scope.Add("openid");
            connect.Scope.Add("email");
            // Removed as noise unless asked for; a subject without its issuer could be anybody's.
            connect.ClaimActions.Remove(OrganisationDirectory.Issuer);
            connect.Events.OnRemoteFailure = FailAsync;
        });
    }

    /// <summary>
    /// An answer that was tampered with, came too late, or belongs to another browser. The person starts again; why it was
    /// not taken is for the operator.
    /// </summary>
    private static Task FailAsync(RemoteFailureContext context)
    {
        var log = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Trellis.SignIn");
        log.LogWarning("The answer of the organisation's directory was not taken: {Failure}", context.Failure?.Message);
        context.Response.Redirect(OrganisationDirectory.Failed);
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
