using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Terminal;
using Trellis.Measures.Catalogue;
using Trellis.Measures.Importing.Mappings;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Commands;

/// <summary>Published figures from the terminal.</summary>
public sealed class FigureTests
{
    [Fact]
    public async Task DryRun_InteractiveToolWithItsDictionary_AccountsForEveryRow()
    {
        var answer = await TerminalAnswer.OfAsync("import", "figures", SharedFolder.PlaceOf("data/lait/bds_long_0.parquet"), SharedFolder.PlaceOf("data/lait/lait_data_dictionary.csv"), "--dry-run", "--json");

        Assert.Equal(ExitCode.Done, answer.Code);
        Assert.Equal((434, 640_900), (answer.Json.GetProperty("measures").GetInt32(), answer.Json.GetProperty("figures").GetInt32()));
        // 170 areas of one measure have the year "0": 641,070 rows in all.
        Assert.Equal(170, answer.Json.GetProperty("leftOut")[0].GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task DryRun_FiguresWithoutTheirDictionary_AsksForIt()
    {
        var answer = await TerminalAnswer.OfAsync("import", "figures", SharedFolder.PlaceOf("data/lait/bds_long_0.parquet"), "--dry-run");

        Assert.Equal(ExitCode.BadFile, answer.Code);
        Assert.Contains("Give the dictionary with it", answer.Error, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Import_ByANamedMapping_ReadsWhatSomebodySaidOfTheColumns(DatabaseKind kind)
    {
        await using var place = await TestPlace.MakeAsync(kind);
        await place.WithAsync(async services =>
        {
            var made = new Process("Made for a test", Actor.Program);
            await services.GetRequiredService<CatalogueService>().TakeAsync(["neet"], made, default);
            var options = new MappingOptions("Counts", "A publisher, A table, 2026", "who", false, "when", null, null, null, "part", "all", "which", null);
            return Assert.IsType<ColumnMapping>((await services.GetRequiredService<MappingService>().SaveAsync(options, ["when", "who", "which", "part", "all"], made, default)).Value);
        });
        var file = Path.Combine(place.Folder, "counts.csv");
        await File.WriteAllTextAsync(file, "when,who,which,part,all\n2024/25,Blackpool,neet,3,8\n");

        var unknown = await place.TypeAsync("import", "figures", file, "--mapping", "Nothing");
        Assert.Equal(ExitCode.BadFile, unknown.Code);
        Assert.Contains("No mapping is called “Nothing”", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("1 figures of 1 measures.", (await place.TypeAsync("import", "figures", file, "--mapping", "Counts", "--dry-run")).Out, StringComparison.Ordinal);
        var first = await place.TypeAsync("import", "figures", file, "--mapping", "Counts");
        Assert.Equal(ExitCode.Done, first.Code);
        Assert.Contains("1 new, 0 revised, 0 as before.", first.Out, StringComparison.Ordinal);
        Assert.Contains("0 new, 0 revised, 1 as before.", (await place.TypeAsync("import", "figures", file, "--mapping", "Counts")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "No kind of file that Trellis knows has the columns a, b")]
    [InlineData("", "The file is empty")]
    [InlineData("PAR1 and no more", "The Parquet file is damaged")]
    public async Task DryRun_AFileThatCannotBeRead_SaysWhatIsWrongAndWhatToDo(string content, string words)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("trellis").FullName, "figures.csv");
        await File.WriteAllTextAsync(file, content);

        var answer = await TerminalAnswer.OfAsync("import", "figures", file, "--dry-run");

        Assert.Equal(ExitCode.BadFile, answer.Code);
        Assert.Contains("figures.csv", answer.Error, StringComparison.Ordinal);
        Assert.Contains(words, answer.Error, StringComparison.Ordinal);
    }
}
