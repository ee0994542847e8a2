using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Trellis.Kernel;
using Trellis.Kernel.Access;

namespace Trellis.Testing;

/// <summary>Makes an account, and a browser in which it is signed in.</summary>
public sealed class AccountBuilder
{
    private static int count;

    public string Name { get; init; } = "Priya Shah";

    public string Email { get; init; } = $"person{Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture)}@example.gov.uk";

    public IReadOnlyCollection<string> Roles { get; init; } = [Role.Reader];

    public Guid? OfficerId { get; init; }

    public Task<Account> MakeAsync(TrellisHost host) => host.InScopeAsync(async services =>
    {
        var made = await services.GetRequiredService<AccountService>().CreateAsync(
            new AccountOptions(Name, Email, Roles, OfficerId), new Process("Made for a test", Actor.Program), CancellationToken.None);
        return made.Value ?? throw new InvalidOperationException(string.Join("; ", made.Errors));
    });

    public async Task<Visitor> SignInAsync(TrellisHost host) => await SignInAsync(host, await MakeAsync(host));

    /// <summary>
    /// Gives the browser the session cookie that the program itself would give after a sign-in, made with the program's own
    /// services; the program has no door for tests.
    /// </summary>
    public static async Task<Visitor> SignInAsync(TrellisHost host, Account account)
    {
        var visitor = host.Anybody();
        var cookie = await host.InScopeAsync(async services =>
        {
            var stored = await services.GetRequiredService<UserManager<Account>>().FindByIdAsync(account.Id.ToString());
            var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(stored!);
            var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
            var now = host.Clock.GetUtcNow();
            var ticket = new AuthenticationTicket(
                principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan, AllowRefresh = true }, IdentityConstants.ApplicationScheme);
            return new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), "/", host.Address.Host);
        });
        visitor.Cookies.Add(cookie);
        return visitor;
    }
}
