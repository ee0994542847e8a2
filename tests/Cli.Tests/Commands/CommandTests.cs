using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Terminal;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Commands;

public sealed class CommandTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("user", "add")]
    [InlineData("serve", "--port", "many")]
    [InlineData("serve", "--port", "70000")]
    public async Task Any_WordsThatMakeNoCommand_SaysUsage(params string[] words) =>
        Assert.Equal(ExitCode.Usage, (await TerminalAnswer.OfAsync(words)).Code);

    [Fact]
    public async Task Any_NoDatabase_SaysSoAndMakesNone()
    {
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);

        var answer = await place.TypeAsync("audit", "verify", "--json");

        Assert.Equal(ExitCode.NotFound, answer.Code);
        Assert.Equal(ExitCode.NotFound, answer.Json.GetProperty("exitCode").GetInt32());
        Assert.Contains("There is no database", answer.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(place.Folder, "trellis.db")));
    }

    [Theory, OnBothDatabases]
    public async Task AuditVerify_WholeAndThenTamperedWith_TellsThemApart(DatabaseKind kind)
    {
        await using var place = await TestPlace.MakeAsync(kind);
        await place.PrepareAsync(samples: true);

        var whole = await place.TypeAsync("audit", "verify", "--json");
        await place.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE \"Plans\" SET \"Version\" = 9"));
        var tampered = await place.TypeAsync("audit", "verify");

        Assert.Equal(ExitCode.Done, whole.Code);
        Assert.True(whole.Json.GetProperty("whole").GetBoolean());
        Assert.True(whole.Json.GetProperty("changes").GetInt32() > 100);
        Assert.Equal(ExitCode.Failed, tampered.Code);
        Assert.Contains("stands at version 9", tampered.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_FromAddToReopen_DoesEach()
    {
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
        await place.PrepareAsync(samples: false);

        var added = await place.TypeAsync("user", "add", "priya@example.gov.uk", "--name", "Priya Shah", "--role", "administrator", "reader", "--json");
        var link = await place.TypeAsync("user", "link", "PRIYA@example.gov.uk", "--json");
        var last = await place.TypeAsync("user", "close", "priya@example.gov.uk");
        await place.TypeAsync("user", "add", "sam@example.gov.uk", "--name", "Sam Hill", "--role", "administrator");
        var roles = await place.TypeAsync("user", "roles", "priya@example.gov.uk", "--role", "clerk", "--json");
        var closed = await place.TypeAsync("user", "close", "priya@example.gov.uk", "--json");
        var refused = await place.TypeAsync("user", "link", "priya@example.gov.uk");
        var reopened = await place.TypeAsync("user", "reopen", "priya@example.gov.uk", "--json");
        var list = await place.TypeAsync("user", "list", "--json");

        Assert.StartsWith("/start/", added.Json.GetProperty("link").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(added.Json.GetProperty("link").GetString(), link.Json.GetProperty("link").GetString());
        Assert.Equal(ExitCode.Refused, last.Code);
        Assert.Contains("last administrator", last.Error, StringComparison.Ordinal);
        Assert.Equal("clerk", Assert.Single(roles.Json.GetProperty("roles").EnumerateArray()).GetString());
        Assert.True(closed.Json.GetProperty("closed").GetBoolean());
        Assert.Equal(ExitCode.Refused, refused.Code);
        Assert.False(reopened.Json.GetProperty("closed").GetBoolean());
        Assert.Equal(2, list.Json.GetProperty("accounts").GetArrayLength());
    }

    [Theory]
    [InlineData("no-such-role", ExitCode.Refused)]
    [InlineData("administrator", ExitCode.NotFound)]
    public async Task UserRoles_WrongRoleOrAddress_ChangesNothing(string role, int code)
    {
        await using var place = await TestPlace.MakeAsync(DatabaseKind.Sqlite);
        await place.PrepareAsync(samples: false);
        await place.TypeAsync("user", "add", "priya@example.gov.uk", "--name", "Priya Shah", "--role", "administrator");

        var email = code == ExitCode.NotFound ? "nobody@example.gov.uk" : "priya@example.gov.uk";
        Assert.Equal(code, (await place.TypeAsync("user", "roles", email, "--role", role)).Code);
    }

    [Theory, OnBothDatabases]
    public async Task ExportPlan_Sample_WritesTheWholeTree(DatabaseKind kind)
    {
        await using var place = await TestPlace.MakeAsync(kind);
        await place.PrepareAsync(samples: true);
        var address = await place.InDatabaseAsync(db => db.Set<Plans.Plan>().Select(p => p.Address).SingleAsync());

        var json = await place.TypeAsync("export", "plan", address);
        var file = Path.Combine(place.Folder, "plan.csv");
        var csv = await place.TypeAsync("export", "plan", address, "--csv", "--to", file);
        var none = await place.TypeAsync("export", "plan", "no-such-plan");

        Assert.Equal(2, json.Json.GetProperty("priorities").GetArrayLength());
        Assert.Equal(ExitCode.Done, csv.Code);
        Assert.Equal(25, (await File.ReadAllLinesAsync(file)).Length);
        Assert.Equal(ExitCode.NotFound, none.Code);
    }
}
