using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Trellis.Kernel.Access;

/// <summary>Identity's own sign-in, which lets no closed account in by any way.</summary>
public sealed class AccountSignIn(
    UserManager<Account> accounts,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> principals,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation
) : SignInManager<Account>(accounts, http, principals, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Account user) => !user.Closed && await base.CanSignInAsync(user);
}
