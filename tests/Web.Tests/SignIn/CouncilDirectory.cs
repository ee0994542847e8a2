using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Trellis.Testing;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Trellis.Web.Tests.SignIn;

/// <summary>Whom the directory vouches for.</summary>
/// <param name="Subject">The directory's own name for the person, which never goes to another.</param>
/// <param name="IsVerified">Whether it says the address is theirs; null when it says nothing of it.</param>
internal sealed record KnownPerson(string Subject, string Email, bool? IsVerified = true);

/// <summary>
/// A council's own directory: a real OpenID Connect server (OpenIddict) on a free port, which asks for no password and
/// vouches for whoever the test put before it.
/// </summary>
internal sealed class CouncilDirectory : IAsyncDisposable
{
    private const string Client = "trellis";
    private const string Secret = "a secret between the two";
    private readonly WebApplication server;

    private CouncilDirectory(WebApplication server) => this.server = server;

    /// <summary>Who sits at the browser; null when they press "cancel" at the directory.</summary>
    public KnownPerson? Person { get; set; }

    /// <summary>How this directory says that it wants to be asked.</summary>
    public IConfigurationManager<OpenIdConnectConfiguration> Configuration => new ConfigurationManager<OpenIdConnectConfiguration>(
        Address + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = false });

    private string Address => server.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public static async Task<CouncilDirectory> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("authorise").SetTokenEndpointUris("token");
            server.AllowAuthorizationCodeFlow();
            server.RegisterScopes(Scopes.OpenId, Scopes.Email);
            // Keys that are made in a blink; the usual ones take seconds.
            server.AddEphemeralSigningKey(SecurityAlgorithms.EcdsaSha256).AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
            // It keeps no list of clients in a database: the one client it knows is checked here.
            server.EnableDegradedMode();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(check => check.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || !Uri.TryCreate(context.RedirectUri, UriKind.Absolute, out var to) || to.AbsolutePath != "/sign-in/organisation/answer")
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient);
                }

                return default;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(check => check.UseInlineHandler(context =>
            {
                if (context.ClientId != Client || context.ClientSecret != Secret)
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient);
                }

                return default;
            }));
            server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
        });
        var directory = new CouncilDirectory(builder.Build());
        directory.server.UseAuthentication();
        directory.server.MapGet("/authorise", () => directory.Answer());
        await directory.server.StartAsync();
        return directory;
    }

    /// <summary>Trellis, with this directory as its organisation's.</summary>
    /// <remarks>On the machine's own clock: the tokens' times, and the browser's cookies, are checked by it.</remarks>
    public Task<TrellisHost> StartTrellisAsync(DatabaseKind kind = DatabaseKind.Sqlite) => TrellisHost.StartAsync(kind, builder =>
    {
        builder.Services.RemoveAll<TimeProvider>();
        builder.Services.AddSingleton(TimeProvider.System);
    }, "--Trellis:OpenIdConnect:Name=Barset Council", $"--Trellis:OpenIdConnect:Authority={Address}",
        $"--Trellis:OpenIdConnect:ClientId={Client}", $"--Trellis:OpenIdConnect:ClientSecret={Secret}");

    /// <summary>Is not there any more, as on a day when the directory is out of order.</summary>
    public Task StopAsync() => server.StopAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private IResult Answer()
    {
        if (Person is not { } person)
        {
            return Results.Forbid(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(Claims.Subject, person.Subject).SetClaim(Claims.Email, person.Email);
        if (person.IsVerified is { } isVerified)
        {
            identity.SetClaim(Claims.EmailVerified, isVerified);
        }

        identity.SetScopes(Scopes.OpenId, Scopes.Email).SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
