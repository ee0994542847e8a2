using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Trellis.Kernel;
using Trellis.Web.Hosting;
using Xunit;

namespace Trellis.Testing;

/// <summary>
/// The real program, started within the test on a free port with a database of its own and a clock that the test sets.
/// As a class fixture it serves all tests of a class.
/// </summary>
public sealed class TrellisHost : IAsyncLifetime
{
    private TestDatabase database = null!;

    /// <summary>
    /// Stands at Monday 1 June 2026, 10 in the morning in London, until a test moves it. It is a little past the hour, finer
    /// than a database keeps: what is hashed must not rest on what is lost.
    /// </summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero).AddTicks(1_234_567));

    public WebApplication App { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>Where this program keeps database and keys.</summary>
    public string Folder => database.Folder;

    /// <param name="adjust">Changes services before the program is built.</param>
    /// <param name="settings">As on the command line: <c>--Trellis:Name=value</c>.</param>
    public static async Task<TrellisHost> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        var host = new TrellisHost();
        await host.StartAsync(await TestDatabase.MakeAsync(kind), adjust, settings);
        return host;
    }

    /// <summary>
    /// Without the sealer of the audit, which a clock that leaps over months would wake for every few seconds of them, and
    /// without the calendar of the reporting cycles and the clock that deletes, which the test itself follows.
    /// </summary>
    public static Task<TrellisHost> StartToLeapAsync(DatabaseKind kind) => StartAsync(kind, builder =>
    {
        foreach (var service in builder.Services.Where(s => s.ImplementationType?.Name is "SealingService" or "CycleClock" or "RetentionClock").ToList())
        {
            builder.Services.Remove(service);
        }
    });

    public async ValueTask InitializeAsync() => await StartAsync(await TestDatabase.MakeAsync(DatabaseKind.Sqlite), null, []);

    /// <summary>Somebody at a browser who has not signed in.</summary>
    public Visitor Anybody() => new(Address);

    /// <summary>Somebody at a browser, signed in to a new account with these roles.</summary>
    public Task<Visitor> SignedInAsync(params string[] roles) => new AccountBuilder { Roles = roles }.SignInAsync(this);

    /// <summary>Works with the program's own services, as a page does.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task InScopeAsync(Func<IServiceProvider, Task> work) => InScopeAsync(async services =>
    {
        await work(services);
        return true;
    });

    public Task<T> InDatabaseAsync<T>(Func<AppDbContext, Task<T>> work) => InScopeAsync(services => work(services.GetRequiredService<AppDbContext>()));

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task StartAsync(TestDatabase own, Action<WebApplicationBuilder>? adjust, string[] settings)
    {
        database = own;
        App = TrellisApp.Build(
            ["--urls=http://127.0.0.1:0", "--Trellis:Logs=" + Path.Combine(own.Folder, "log.json"), .. own.Arguments, .. settings],
            builder =>
            {
                builder.Services.RemoveAll<TimeProvider>();
                builder.Services.AddSingleton<TimeProvider>(Clock);
                // Stylesheets and scripts lie in the projects that bring them, as when a developer starts the program.
                builder.WebHost.UseStaticWebAssets();
                adjust?.Invoke(builder);
            });
        await App.StartAsync();
        // The same host name everywhere: a cookie or a passkey of 127.0.0.1 is none of localhost's.
        Address = new UriBuilder(App.Urls.First()) { Host = "localhost" }.Uri;
    }
}
