using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Trellis.Kernel.Access;

/// <summary>The addresses of signing in that are no pages: what a browser asks a passkey, and the way to the organisation's directory.</summary>
public static class AccessEndpoints
{
    public const string PasskeyQuestion = "/sign-in/passkey-question";
    public const string NewPasskeyQuestion = "/account/passkey-question";
    public const string ToOrganisation = "/sign-in/to-organisation";

    public static void MapAccess(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(PasskeyQuestion, async (AccountSignIn door) => Json(await door.MakePasskeyRequestOptionsAsync(null))).AllowAnonymous();
        endpoints.MapPost(NewPasskeyQuestion, async (AccountSignIn door, CurrentUser user) => Json(await door.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = user.AccountId!.Value.ToString("D", CultureInfo.InvariantCulture),
            Name = user.Name,
            DisplayName = user.Name,
        }))).RequireAuthorization(KernelPermission.SignedIn);

        // A link, not a form: the content policy would stop a form whose answer leads to another site.
        endpoints.MapGet(ToOrganisation, GoToOrganisationAsync).AllowAnonymous();
    }

    private static async Task GoToOrganisationAsync(string? back, HttpContext http, AccountSignIn door, OrganisationDirectory directory)
    {
        if (directory.Name is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var answer = "/sign-in/organisation?back=" + Uri.EscapeDataString(LocalAddress.Of(back));
        try
        {
            await http.ChallengeAsync(OrganisationDirectory.Scheme, door.ConfigureExternalAuthenticationProperties(OrganisationDirectory.Scheme, answer));
        }
        catch (InvalidOperationException) when (!http.Response.HasStarted)
        {
            // The directory does not say how it wants to be asked: it is out of order, or the setting names another address.
            http.Response.Redirect(OrganisationDirectory.Failed);
        }
    }

    private static ContentHttpResult Json(string json) => TypedResults.Content(json, "application/json");
}

/// <summary>The organisation's own directory by which its people may sign in (OpenID Connect).</summary>
/// <param name="Name">As the button says it: "Sign in with Barset Council"; null where no directory is configured.</param>
public sealed record OrganisationDirectory(string? Name)
{
    public const string Scheme = "organisation";

    /// <summary>The page for an answer of the directory that cannot be taken.</summary>
    public const string Failed = "/sign-in/organisation/failed";

    /// <summary>The claim that names the directory: its subjects are nobody elsewhere.</summary>
    public const string Issuer = "iss";
}

/// <summary>An address that was sent along, to go back to. Only one within this service is followed.</summary>
public static class LocalAddress
{
    public static string Of(string? back) => RedirectHttpResult.IsLocalUrl(back) && back![0] == '/' ? back : "/";
}
