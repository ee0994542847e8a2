using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Trellis.Kernel.Access;

/// <summary>Who asks, as the request's cookie says.</summary>
public sealed class CurrentUser(IHttpContextAccessor http, IAuthorizationService authorization)
{
    public const string OfficerClaim = "officer";
    public const string NameClaim = "display-name";

    private ClaimsPrincipal Principal => http.HttpContext?.User ?? new ClaimsPrincipal();

    public bool IsSignedIn => Principal.Identity?.IsAuthenticated == true && AccountId is not null;

    public Guid? AccountId => Id(ClaimTypes.NameIdentifier);

    public Guid? OfficerId => Id(OfficerClaim);

    public string Name => Principal.FindFirstValue(NameClaim) ?? "";

    /// <summary>Tells one person's drafts from another's in a shared browser, and says nothing of who it is.</summary>
    public string? Mark => AccountId is { } id ? Convert.ToHexString(SHA256.HashData(id.ToByteArray()), 0, 8) : null;

    public bool IsIn(string role) => Principal.HasClaim(ClaimTypes.Role, role);

    public async Task<bool> MayAsync(string permission) => (await authorization.AuthorizeAsync(Principal, null, permission)).Succeeded;

    public Process Doing(string process, string? why = null) => new(
        process,
        Actor.OfPage(AccountId ?? throw new InvalidOperationException("Only somebody signed in can do this.")),
        string.IsNullOrWhiteSpace(why) ? null : why.Trim());

    private Guid? Id(string claim) => Guid.TryParse(Principal.FindFirstValue(claim), out var id) ? id : null;
}
