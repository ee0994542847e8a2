using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Access;
using Trellis.Kernel.Terminal;
using Trellis.Plans;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Upgrades;

public sealed class UpgradeTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Upgrades");

    [Theory, OnBothDatabases]
    public async Task Restore_OfAnEarlierVersion_OpensWithEverythingInIt(DatabaseKind kind)
    {
        var backups = Directory.GetFiles(Folder, $"*-{kind.ToString().ToLowerInvariant()}.zip");

        Assert.NotEmpty(backups);
        foreach (var backup in backups)
        {
            await using var place = await TestPlace.MakeAsync(kind);

            var restored = await place.TypeAsync("restore", backup);

            Assert.Equal((ExitCode.Done, ""), (restored.Code, restored.Error));
            Assert.Empty(await place.InDatabaseAsync(async db => (await db.Database.GetPendingMigrationsAsync()).ToList()));
            Assert.Equal(2, await place.InDatabaseAsync(db => db.Set<Plan>().CountAsync()));
            Assert.Equal("Performance officer", await place.InDatabaseAsync(db => db.Set<Account>().Select(a => a.DisplayName).SingleAsync()));
            var imported = await place.InDatabaseAsync(db => db.Set<Milestone>().SingleAsync(m => m.Title == "First hub opens"));
            Assert.Equal(Due.On(new DateOnly(2027, 1, 12)), imported.CurrentDue);
            var audit = await place.TypeAsync("audit", "verify", "--json");
            Assert.True(audit.Json.GetProperty("whole").GetBoolean(), audit.Out);
            Assert.Equal(1, audit.Json.GetProperty("seals").GetInt32());
        }
    }
}
