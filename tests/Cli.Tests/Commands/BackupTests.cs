using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Audit;
using Trellis.Kernel.Terminal;
using Trellis.Plans;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Commands;

public sealed class BackupTests
{
    private static readonly Process Test = new("Made for a test", Actor.Program);

    [Theory, OnBothDatabases]
    public async Task Restore_IntoAnEmptyPlace_BringsEverythingBack(DatabaseKind kind)
    {
        await using var place = await TestPlace.MakeAsync(kind);
        await using var other = await TestPlace.MakeAsync(kind);
        await place.PrepareAsync(samples: true);
        await place.TypeAsync("user", "add", "priya@example.gov.uk", "--name", "Priya Shah", "--role", "administrator");
        await place.WithAsync(s => s.Get<Sealer>().SealAsync(default));
        var zip = Path.Combine(other.Folder, "backup of today.zip");

        var made = await place.WithAsync(_ => place.TypeAsync("backup", zip, "--json"));
        var restored = await other.TypeAsync("restore", zip);

        Assert.Equal((ExitCode.Done, ""), (made.Code, made.Error));
        Assert.Equal((ExitCode.Done, ""), (restored.Code, restored.Error));
        Assert.Equal(
            await place.InDatabaseAsync(db => db.Set<PlanItem>().AsNoTracking().OrderBy(i => i.Id).Select(i => i.Title).ToListAsync()),
            await other.InDatabaseAsync(db => db.Set<PlanItem>().AsNoTracking().OrderBy(i => i.Id).Select(i => i.Title).ToListAsync()));
        Assert.Contains("Priya Shah", (await other.TypeAsync("user", "list")).Out, StringComparison.Ordinal);
        var audit = await other.TypeAsync("audit", "verify", "--json");
        Assert.True(audit.Json.GetProperty("whole").GetBoolean(), audit.Out);
        Assert.Equal(1, audit.Json.GetProperty("seals").GetInt32());
        await other.WithAsync(async s => (await s.Get<PlanService>().CreateAsync(PlanOptions.New("Goes on", "2026/27"), Test, default)).IsDone);
        await other.WithAsync(s => s.Get<Sealer>().SealAsync(default));
        Assert.Equal(ExitCode.Done, (await other.TypeAsync("audit", "verify")).Code);
    }

    [Theory, OnBothDatabases]
    public async Task Restore_SomebodyErasedSince_ErasesThemAgain(DatabaseKind kind)
    {
        await using var place = await TestPlace.MakeAsync(kind);
        await place.PrepareAsync(samples: false);
        var id = await place.WithAsync(async s =>
        {
            var accounts = s.Get<AccountService>();
            await accounts.CreateAsync(new("Sam Hill", "sam@example.gov.uk", [Role.Administrator], null), Test, default);
            return (await accounts.CreateAsync(new("Priya Shah", "priya@example.gov.uk", [Role.Reader], null), Test, default)).Value!.Id;
        });
        var zip = Path.Combine(place.Folder, "backup.zip");
        await place.TypeAsync("backup", zip);
        await place.WithAsync(async s =>
        {
            await s.Get<AccountService>().CloseAsync(id, true, Test, default);
            return (await s.Get<AccountService>().EraseAsync(id, Test, default)).IsDone;
        });

        var restored = await place.TypeAsync("restore", zip, "--replace");

        Assert.Equal((ExitCode.Done, ""), (restored.Code, restored.Error));
        var list = await place.TypeAsync("user", "list");
        Assert.Contains("Sam Hill", list.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("riya", list.Out, StringComparison.Ordinal);
        Assert.Equal(0, await place.InDatabaseAsync(db => db.Set<SubjectKey>().CountAsync(k => k.SubjectId == id)));
        Assert.Equal(ExitCode.Done, (await place.TypeAsync("audit", "verify")).Code);
    }

    [Theory, OnBothDatabases]
    public async Task Restore_NotEmpty_RefusesUnlessTold(DatabaseKind kind)
    {
        await using var place = await TestPlace.MakeAsync(kind);
        await place.PrepareAsync(samples: true);
        var zip = Path.Combine(place.Folder, "backup.zip");
        await place.TypeAsync("backup", zip);
        await place.WithAsync(async s => (await s.Get<PlanService>().CreateAsync(PlanOptions.New("Newer", "2026/27"), Test, default)).IsDone);

        var refused = await place.TypeAsync("restore", zip);
        var before = await place.InDatabaseAsync(db => db.Set<Plan>().CountAsync());
        var replaced = await place.TypeAsync("restore", zip, "--replace");

        Assert.Equal(ExitCode.Refused, refused.Code);
        Assert.Equal(2, before);
        Assert.Equal((ExitCode.Done, ""), (replaced.Code, replaced.Error));
        Assert.Equal(1, await place.InDatabaseAsync(db => db.Set<Plan>().CountAsync()));
        Assert.Equal(ExitCode.Done, (await place.TypeAsync("audit", "verify")).Code);
    }

    [Fact]
    public async Task Restore_AProgramIsAtWork_Refuses()
    {
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
        await place.PrepareAsync(samples: false);
        var zip = Path.Combine(place.Folder, "backup.zip");
        await place.TypeAsync("backup", zip);

        var refused = await place.WithAsync(_ => place.TypeAsync("restore", zip, "--replace"));

        Assert.Equal(ExitCode.Refused, refused.Code);
        Assert.Contains("Stop it first", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OtherKindOfDatabase_Refuses()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
        await using var other = await TestPlace.MakeAsync(DatabaseKind.Postgres);
        await place.PrepareAsync(samples: false);
        var zip = Path.Combine(place.Folder, "backup.zip");
        await place.TypeAsync("backup", zip);

        Assert.Equal(ExitCode.BadFile, (await other.TypeAsync("restore", zip)).Code);
    }

    [Theory]
    [InlineData("cut", "not a zip")]
    [InlineData("text", "not a zip")]
    [InlineData("changed", "was changed or is damaged")]
    [InlineData("missing", "missing or cut off")]
    [InlineData("outside", "a part that no backup has")]
    [InlineData("newer", "which knew tables")]
    [InlineData("bare", "no manifest")]
    public async Task Restore_DamagedZip_SaysSoAndChangesNothing(string damage, string words)
    {
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
        await place.PrepareAsync(samples: true);
        var zip = Path.Combine(place.Folder, "backup.zip");
        await place.TypeAsync("backup", zip);
        Damage(zip, damage);
        await place.WithAsync(async s => (await s.Get<PlanService>().CreateAsync(PlanOptions.New("Newer", "2026/27"), Test, default)).IsDone);

        var refused = await place.TypeAsync("restore", zip, "--replace");

        Assert.Equal(ExitCode.BadFile, refused.Code);
        Assert.Contains(words, refused.Error, StringComparison.Ordinal);
        Assert.Equal(2, await place.InDatabaseAsync(db => db.Set<Plan>().CountAsync()));
        Assert.Equal(ExitCode.Done, (await place.TypeAsync("audit", "verify")).Code);
    }

    private static void Damage(string path, string how)
    {
        switch (how)
        {
            case "cut":
                using (var file = File.OpenWrite(path))
                {
                    file.SetLength(file.Length / 2);
                }

                return;
            case "text":
                File.WriteAllText(path, "This was a backup.");
                return;
        }

        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        var ring = zip.Entries.First(e => e.FullName.StartsWith("keys/ring/", StringComparison.Ordinal));
        switch (how)
        {
            case "changed":
                Rewrite(zip, ring.FullName, text => text.Replace("<key ", "<kei ", StringComparison.Ordinal));
                break;
            case "missing":
                ring.Delete();
                break;
            case "outside":
                Rewrite(zip, "manifest.json", text => text.Replace("keys/ring/", "keys/../../", StringComparison.Ordinal));
                break;
            case "newer":
                Rewrite(zip, "manifest.json", text => text.Replace("\"migration\": \"", "\"migration\": \"2999", StringComparison.Ordinal));
                break;
            default:
                zip.GetEntry("manifest.json")!.Delete();
                break;
        }
    }

    private static void Rewrite(ZipArchive zip, string name, Func<string, string> change)
    {
        byte[] bytes;
        using (var reader = new MemoryStream())
        {
            using var entry = zip.GetEntry(name)!.Open();
            entry.CopyTo(reader);
            bytes = reader.ToArray();
        }

        zip.GetEntry(name)!.Delete();
        using var changed = zip.CreateEntry(name).Open();
        changed.Write(Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bytes))));
    }
}
