using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Web.Hosting;

namespace Trellis.Bench;

/// <summary>The real web program in this process, with one endpoint more: the plaintext that every rate stands beside.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    /// <summary>An endpoint like any other that needs no sign-in: routing, limits and headers are ours.</summary>
    public const string Plaintext = "/plaintext";

    /// <summary>The same words from the bare server.</summary>
    public const string Bare = "/bare";

    private static readonly byte[] Hello = "Hello, World!"u8.ToArray();

    private BenchHost(WebApplication app) => App = app;

    public WebApplication App { get; }

    public Uri Address => new(App.Urls.First());

    public static async Task<BenchHost> StartAsync(string folder, string? postgres = null)
    {
        var app = TrellisApp.Build(["--urls=http://127.0.0.1:0", $"--Trellis:Data={folder}", "--environment=Production", .. postgres is null ? Array.Empty<string>() : [$"--Trellis:Postgres={postgres}"]], builder =>
            builder.Services.AddSingleton<IStartupFilter, AtTheDoor>());
        app.MapGet(Plaintext, HelloAsync).AllowAnonymous();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<FirstStart>().PrepareAsync(CancellationToken.None);
        }

        await app.StartAsync();
        return new BenchHost(app);
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>The session cookie of a new account, as the program itself gives it after a sign-in.</summary>
    public Task<string> SignInAsync() => SignInAsync(new AccountOptions("Priya Shah", "priya@example.gov.uk", [Role.Performance], null));

    public Task<string> SignInAsync(AccountOptions options) => InScopeAsync(async services =>
    {
        var account = (await services.GetRequiredService<AccountService>().CreateAsync(options, new Process("Made for the benchmark", Actor.Program), default)).Value!;
        var stored = await services.GetRequiredService<UserManager<Account>>().FindByIdAsync(account.Id.ToString());
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(stored!);
        var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(
            principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + cookie.ExpireTimeSpan, AllowRefresh = true }, IdentityConstants.ApplicationScheme);
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}";
    });

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
    }

    /// <summary>Answers at the door, before anything of ours: what the server beneath can do at all.</summary>
    private sealed class AtTheDoor : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) => context.Request.Path == Bare ? HelloAsync(context) : rest(context));
            next(app);
        };
    }

    private static Task HelloAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = Hello.Length;
        return context.Response.Body.WriteAsync(Hello, 0, Hello.Length);
    }
}
