using System.Net;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel.Access;
using Trellis.Testing;

namespace Trellis.Web.Tests.Outbox;

public sealed class FlakeTests(BothDatabases databases) : IClassFixture<BothDatabases>
{
    [Theory, OnBothDatabases]
    public async Task Get_Refused_WhileSettingsAreNotCached(DatabaseKind kind)
    {
        AppDomain.CurrentDomain.FirstChanceException += (_, e) => Console.Error.WriteLine($"X {e.Exception.GetType().Name} {e.Exception.Message} {new System.Diagnostics.StackTrace(1, false).ToString().Replace("\n", " | ")[..Math.Min(2500, new System.Diagnostics.StackTrace(1, false).ToString().Length)]}");
        var host = await databases.OnAsync(kind);
        using var visitor = await host.SignedInAsync(Role.Reader);
        for (var i = 0; i < 200; i++)
        {
            host.App.Services.GetRequiredService<IMemoryCache>().Remove("settings");
            var asked = visitor.GetAsync("/administration/outbox");
            Assert.True(await Task.WhenAny(asked, Task.Delay(TimeSpan.FromSeconds(60))) == asked, $"hang at {i}"); if ((await asked).Main.Length < 5) Console.Error.WriteLine("EMPTY {0}", i);
            Assert.Equal((i, HttpStatusCode.Forbidden), (i, (await asked).Status));
        }
    }
}
