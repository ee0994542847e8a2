using Trellis.Kernel.Terminal;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Commands;

/// <summary>Published figures from the terminal, without a database.</summary>
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
