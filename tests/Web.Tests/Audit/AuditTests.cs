using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Organisation;
using Trellis.Testing;

namespace Trellis.Web.Tests.Audit;

/// <summary>Whoever can write the database, past the program, is found out.</summary>
public sealed class AuditTests
{
    [Theory, OnBothDatabases]
    public async Task Save_WithoutAProcess_IsRefused(DatabaseKind kind)
    {
        await using var host = await TrellisHost.StartAsync(kind);

        await host.InDatabaseAsync(async db =>
        {
            db.Add(new Department { Id = ThingId.New(host.Clock) });
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            return true;
        });
    }

    [Theory, OnBothDatabases]
    public async Task Verify_UntouchedAudit_IsWhole(DatabaseKind kind)
    {
        await using var host = await WithHistoryAsync(kind);

        var report = await VerifyAsync(host);

        Assert.Empty(report.Faults);
        Assert.Equal(0, report.Unsealed);
        Assert.True(report is { Entries: > 3, Seals: > 1 });
    }

    [Theory, OnBothDatabases]
    public async Task Verify_TamperedAudit_NamesWhatWasDone(DatabaseKind kind)
    {
        foreach (var (sql, expected) in new[]
        {
            ("""UPDATE "AuditEntries" SET "Why" = 'another reason' WHERE "Process" = 'Made for a test'""", "was changed after it was written"),
            ("""UPDATE "AuditChanges" SET "Fields" = '{"Name":[null,"Other"]}' WHERE "Kind" = 'Department'""", "were changed, taken away or reordered"),
            ("""DELETE FROM "AuditChanges" WHERE "Kind" = 'Department'""", "are missing"),
            ("""DELETE FROM "AuditEntries" WHERE "Process" = 'Made for a test'""", "is missing"),
            ("""UPDATE "AuditSealMembers" SET "Position" = -"Position" - 1""", "were changed, taken away or reordered"),
            ("""UPDATE "AuditSeals" SET "Count" = "Count" + 1""", "was not made with this council's key"),
            ("""DELETE FROM "AuditSeals" WHERE "Number" = 2""", "was taken away: its copy outside the database is here"),
            ("""UPDATE "Departments" SET "Version" = "Version" + 1""", "stands at version 2, the audit at 1"),
        })
        {
            await using var host = await WithHistoryAsync(kind);
            await host.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)));

            var report = await VerifyAsync(host);

            Assert.False(report.IsWhole, sql);
            Assert.Contains(report.Faults, f => f.Contains(expected, StringComparison.Ordinal));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Verify_SealForgedWithAnotherKey_IsFound(DatabaseKind kind)
    {
        await using var host = await WithHistoryAsync(kind);
        var forger = new AuditKeys(Directory.CreateTempSubdirectory("trellis-forger-").FullName);
        await host.InDatabaseAsync(async db =>
        {
            var last = await db.Set<AuditSeal>().AsNoTracking().OrderBy(s => s.Number).LastAsync();
            var mac = Convert.ToHexString(forger.Mac(last));
            return await db.Database.ExecuteSqlRawAsync(kind == DatabaseKind.Sqlite
                ? $"""UPDATE "AuditSeals" SET "Mac" = X'{mac}' WHERE "Number" = {last.Number}"""
                : $"""UPDATE "AuditSeals" SET "Mac" = '\x{mac}' WHERE "Number" = {last.Number}""");
        });

        Assert.Contains((await VerifyAsync(host)).Faults, f => f.Contains("was not made with this council's key", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Save_TwoWritersOnOneThing_SecondFailsAndLeavesNoEntry(DatabaseKind kind)
    {
        await using var host = await WithHistoryAsync(kind);
        var process = new Process("Renamed", Actor.Program);
        await host.InDatabaseAsync(first => host.InDatabaseAsync(async second =>
        {
            var mine = await first.Set<Department>().SingleAsync();
            var theirs = await second.Set<Department>().SingleAsync();
            (mine.Name, theirs.Name) = ("First", "Second");
            await first.SaveAsync(process, default);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveAsync(process, default));
            return true;
        }));

        Assert.Equal(1, await host.InDatabaseAsync(db => db.Set<AuditEntry>().CountAsync(e => e.Process == "Renamed")));
        Assert.Empty((await VerifyAsync(host)).Faults);
    }

    [Fact]
    public async Task Post_VerifyOnThePage_SaysThatTheAuditIsWhole()
    {
        await using var host = await WithHistoryAsync(DatabaseKind.Sqlite);
        using var administrator = await host.SignedInAsync(Role.Administrator);

        var page = await administrator.SendAsync("/administration/audit", "verify");

        Assert.Contains("The audit is whole.", page.Main, StringComparison.Ordinal);
        Assert.Contains("Made for a test", page.Main, StringComparison.Ordinal);
        var account = await host.InDatabaseAsync(db => db.Users.Select(a => a.Id).FirstAsync());
        Assert.Contains("Nothing was done by this person", (await administrator.GetAsync($"/administration/audit?person={account}&period=7")).Main, StringComparison.Ordinal);
    }

    private static async Task<TrellisHost> WithHistoryAsync(DatabaseKind kind)
    {
        var host = await TrellisHost.StartAsync(kind);
        await new DepartmentBuilder().MakeAsync(host);
        await host.InScopeAsync(s => s.Get<Sealer>().SealAsync(default));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await new OfficerBuilder().MakeAsync(host);
        await host.InScopeAsync(s => s.Get<Sealer>().SealAsync(default));
        return host;
    }

    private static Task<AuditReport> VerifyAsync(TrellisHost host) => host.InScopeAsync(s => s.Get<AuditVerification>().VerifyAsync(default));
}
