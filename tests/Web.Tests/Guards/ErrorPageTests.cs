using System.Net;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Web.Tests.Guards;

/// <summary>The page that says what went wrong is whole, whatever the program must read for it and whatever is broken.</summary>
public sealed class ErrorPageTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    [Theory, OnBothDatabases]
    public async Task Get_RefusedWhileSettingsMustBeReadAnew_AnswersWithWholePage(DatabaseKind kind)
    {
        var host = await databases.OnAsync(kind);
        using var visitor = await host.SignedInAsync(Role.Reader);

        for (var i = 0; i < 50; i++)
        {
            host.App.Services.GetRequiredService<IMemoryCache>().Remove("settings");
            var refused = await visitor.GetAsync("/administration/outbox");

            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Contains("You cannot see this page", refused.Main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_DatabaseIsGone_SaysSoOnAPage()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var host = await TrellisHost.StartAsync(DatabaseKind.Postgres);
        using var visitor = await host.SignedInAsync(Role.Reader);
        host.App.Services.GetRequiredService<IMemoryCache>().Remove("settings");
        await PostgresServer.ExecuteAsync($"DROP DATABASE {Path.GetFileName(host.Folder)} WITH (FORCE)");

        var answer = await visitor.GetAsync("/");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Contains("Sorry, there is a problem with the service", answer.Main, StringComparison.Ordinal);
    }
}
