using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Terminal;
using Trellis.Plans;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Commands;

public sealed class ImportTests
{
    [Fact]
    public async Task DryRun_GivenDocument_PrintsOneObjectWithItsCounts()
    {
        var answer = await TerminalAnswer.OfAsync("import", "plan", GivenDocument.Place(), "--dry-run", "--json");

        Assert.Equal(ExitCode.Done, answer.Code);
        var counts = new[] { "priorities", "objectives", "keyActions", "milestones", "indicators", "risks", "challenges", "linesTotal", "linesMapped", "linesLeft", "doubts" }
            .Select(name => answer.Json.GetProperty(name).GetInt32());
        Assert.Equal([1, 5, 8, 19, 5, 3, 15, 213, 136, 0, 12], counts);
        Assert.Equal(1, answer.Json.GetProperty("tree").GetArrayLength());
    }

    [Theory, OnBothDatabases]
    public async Task Import_WithDoubts_WaitsForAPersonUnlessTheProposalsAreTaken(DatabaseKind kind)
    {
        var document = GivenDocument.Place();
        await using var place = await TestPlace.MakeAsync(kind);
        await place.PrepareAsync(samples: false);

        Assert.Equal(ExitCode.NeedsPerson, (await place.TypeAsync("import", "plan", document, "--json")).Code);
        Assert.Equal(0, await place.InDatabaseAsync(db => db.Set<Plan>().CountAsync()));

        Assert.Equal(ExitCode.Done, (await place.TypeAsync("import", "plan", document, "--accept-proposed")).Code);
        Assert.Equal(19, await place.InDatabaseAsync(db => db.Set<Milestone>().CountAsync()));
        Assert.Equal(ExitCode.Done, (await place.TypeAsync("audit", "verify")).Code);
    }

    [Fact]
    public async Task Import_NoSuchFile_IsABadFile() =>
        Assert.Equal(ExitCode.BadFile, (await TerminalAnswer.OfAsync("import", "plan", "nowhere.docx", "--dry-run")).Code);

    [Fact]
    public async Task Import_TruncatedWordFile_SaysWhatIsWrong()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("trellis").FullName, "plan.docx");
        await File.WriteAllBytesAsync(file, [.. "PK\u0003\u0004"u8, .. new byte[200]]);

        var answer = await TerminalAnswer.OfAsync("import", "plan", file, "--dry-run");

        Assert.Equal(ExitCode.BadFile, answer.Code);
        Assert.Contains("plan.docx", answer.Error, StringComparison.Ordinal);
    }
}
