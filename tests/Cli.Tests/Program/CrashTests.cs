using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Terminal;
using Trellis.Plans;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Program;

/// <summary>
/// The program killed at moments that nothing chose. TRELLIS_CRASH_ROUNDS=100 makes the same go on for longer.
/// </summary>
public sealed class CrashTests
{
    private const int Writers = 4;
    private static readonly int Rounds =
        int.TryParse(Environment.GetEnvironmentVariable("TRELLIS_CRASH_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 4;

    [Fact]
    public async Task Kill_InTheMiddleOfWrites_EachIsWholeOrAbsent()
    {
        await using var host = await TrellisHost.StartAsync();
        host.Clock.AdjustTime(TimeProvider.System.GetUtcNow());
        using var visitor = await host.SignedInAsync(Role.Performance);
        await host.App.StopAsync();
        var random = new Random(20260601);
        var promised = new ConcurrentBag<string>();
        for (var round = 0; round < Rounds; round++)
        {
            using var program = RealProgram.Serve(host.Folder);
            await program.ReadyAsync();
            using var ended = new CancellationTokenSource();
            var writers = Enumerable.Range(0, Writers).Select(w => WriteAsync(program.Address, visitor.Cookies, $"{round}-{w}", promised, ended.Token)).ToList();
            var enough = promised.Count + 20 + random.Next(50);
            for (var patience = 0; promised.Count < enough && patience < 1000; patience++)
            {
                await Task.Delay(20);
            }

            await program.KillAsync();
            await ended.CancelAsync();
            await Task.WhenAll(writers);
            await CheckAsync(host.Folder, promised);
        }

        Assert.True(promised.Count > Rounds * 20, $"Only {promised.Count} writes were answered.");
    }

    [Fact]
    public async Task Kill_DuringTheFirstStart_TheNextStartCompletesIt()
    {
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
            var samples = Path.Combine(AppContext.BaseDirectory, "samples");
            using (var killed = RealProgram.Serve(place.Folder, samples))
            {
                await Task.WhenAny(killed.ReadyAsync(), Task.Delay(200 + random.Next(3000)));
                await killed.KillAsync();
            }

            using var program = RealProgram.Serve(place.Folder, samples);
            await program.ReadyAsync();
            using var anybody = new Visitor(program.Address);
            Assert.Equal("Start as the first administrator", (await anybody.GetAsync(new Uri(await program.FirstLinkAsync()).AbsolutePath)).Heading);
            await program.KillAsync();
            var audit = await place.TypeAsync("audit", "verify");
            Assert.True(audit.Code == ExitCode.Done, audit.Out + audit.Error);
            Assert.Equal(24, await place.InDatabaseAsync(db => db.Set<Milestone>().CountAsync()));
            Assert.Equal(1, await place.InDatabaseAsync(db => db.Set<Plan>().CountAsync()));
        }
    }

    [Fact]
    public async Task Kill_WhileMigrating_TheNextStartDoesNotWaitForTheDead()
    {
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
        // What a program leaves that was killed before its first migration was done.
        await using (var services = TestPlace.Services(place.Folder, null, null))
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.ExecuteSqlAsync(
                $"""
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-01-01 00:00:00')
                """);
        }

        var listed = await place.TypeAsync("user", "list").WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((ExitCode.Done, ""), (listed.Code, listed.Error));
    }

    /// <summary>Makes plans and puts a priority into each, and notes what the program said was done.</summary>
    private static async Task WriteAsync(Uri address, CookieContainer cookies, string who, ConcurrentBag<string> promised, CancellationToken ct)
    {
        using var writer = new Visitor(address);
        writer.Cookies.Add(cookies.GetAllCookies());
        try
        {
            for (var n = 0; !ct.IsCancellationRequested; n++)
            {
                var title = $"Plan {who}-{n}";
                var plan = await writer.SendAsync("/plan/new", "new", ("Form.Title", title), ("Form.Year", "2026/27"));
                Assert.Equal(HttpStatusCode.OK, plan.Status);
                promised.Add(title);
                var added = await writer.SendAsync($"{plan.Path}/add/priorities", "add", ("Form.Title", $"Priority of {title}"));
                Assert.Equal(HttpStatusCode.OK, added.Status);
                promised.Add($"Priority of {title}");
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // The program was killed while it was asked: this write may stand or not, but it was not promised.
        }
    }

    private static async Task CheckAsync(string folder, IEnumerable<string> promised)
    {
        var audit = await TerminalAnswer.OfAsync("audit", "verify", "--data", folder);
        Assert.True(audit.Code == ExitCode.Done, audit.Out + audit.Error);
        var (plans, priorities) = await ReadAsync(folder);
        Assert.Empty(promised.Except([.. plans, .. priorities]));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private static async Task<(List<string> Plans, List<string> Priorities)> ReadAsync(string folder)
    {
        await using var services = TestPlace.Services(folder, null, null);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return (await db.Set<Plan>().Select(p => p.Title).ToListAsync(), await db.Set<Priority>().Select(p => p.Title).ToListAsync());
    }
}
