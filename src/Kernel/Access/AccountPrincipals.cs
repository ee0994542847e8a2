using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Trellis.Kernel.Access;

/// <summary>Puts an account's name, roles and officer into its cookie. The address and anything personal else stay out.</summary>
internal sealed class AccountPrincipals(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(CurrentUser.NameClaim, user.DisplayName));
        identity.AddClaims(user.Roles.Select(role => new Claim(ClaimTypes.Role, role)));
        if (user.OfficerId is { } officer)
        {
            identity.AddClaim(new Claim(CurrentUser.OfficerClaim, officer.ToString()));
        }

        return identity;
    }
}
