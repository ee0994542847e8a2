using System.Text.Json;
using Trellis.Kernel.Terminal;
using Trellis.Testing;

namespace Trellis.Cli.Tests.Commands;

public sealed class SpcTests
{
    private const string Case = """{"id":"one","input":{"date":["2024-01-01","2024-02-01","2024-03-01"],"y":[3,5,4],"improvementDirection":"increase","target":null,"rebaseAtIndex":[],"fixAfterNPoints":null,"screenOutliers":true}}""";

    [Fact]
    public async Task Spc_SeriesOfNhsRPlotTheDots_AnswersAsItDoes()
    {
        var answer = await TerminalAnswer.OfAsync("spc", SharedFolder.PlaceOf("oracles/spc-cases.json"));

        Assert.Equal(ExitCode.Done, answer.Code);
        var cases = answer.Json.GetProperty("cases");
        Assert.Equal(190, cases.GetArrayLength());
        Assert.All(cases.EnumerateArray(), c => Assert.True(IsSame(c.GetProperty("expected"), c.GetProperty("actual")), c.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Spc_OneCase_KeepsItAndAddsTheAnswer()
    {
        var answer = await TypeAsync($$"""{"meta":{"source":"here"},"cases":[{{Case}}]}""");

        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        Assert.Equal("here", answer.Json.GetProperty("meta").GetProperty("source").GetString());
        var drawn = answer.Json.GetProperty("cases")[0];
        Assert.Equal("[3,5,4]", drawn.GetProperty("input").GetProperty("y").GetRawText());
        Assert.Equal("[-1,1,0]", drawn.GetProperty("actual").GetProperty("relativeToMean").GetRawText());
        Assert.Equal("[true,true,true]", drawn.GetProperty("actual").GetProperty("shortGroupWarning").GetRawText());
    }

    [Fact]
    public async Task Spc_OnlyTheValuesAndDirection_IsEnough()
    {
        var answer = await TypeAsync("""{"cases":[{"input":{"y":[1,null,3,2],"improvementDirection":"neutral","target":[1,1,1,null],"rebaseAtIndex":[2,0]}}]}""");

        Assert.Equal(ExitCode.Done, answer.Code);
        Assert.Equal("[1,1,2,2]", answer.Json.GetProperty("cases")[0].GetProperty("actual").GetProperty("rebaseGroup").GetRawText());
    }

    [Fact]
    public async Task Spc_Options_ReachTheEngine()
    {
        var rising = """{"cases":[{"id":"up","input":{"y":[1,2,3,4,5,6],"improvementDirection":"decrease"}}]}""";

        var seven = await TypeAsync(rising);
        var six = await TypeAsync(rising, "--run-length", "6", "--minimum-points", "13", "--two-of-three", "near-or-outside");

        Assert.Equal("common_cause", Icon(seven));
        Assert.Equal("concern_high", Icon(six));
        Assert.Equal("6 Point Trend (Increasing)", six.Json.GetProperty("cases")[0].GetProperty("actual").GetProperty("specialCauseType")[0].GetString());
        Assert.Contains("up, points 1 to 6: no limits. There are too few points", six.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"y\":[3,5,4]", "\"y\":[3,\"5\",4]", "input.y[1] is neither a number nor null")]
    [InlineData("\"y\":[3,5,4]", "\"y\":[3,1e300,4]", "input.y[1]")]
    [InlineData("\"y\":[3,5,4]", "\"y\":[]", "input.y has no values")]
    [InlineData("\"y\":[3,5,4]", "\"z\":[3,5,4]", "input.y is not a list")]
    [InlineData("\"increase\"", "\"up\"", "input.improvementDirection is none of")]
    [InlineData("\"target\":null", "\"target\":\"90\"", "input.target is neither a number nor null")]
    [InlineData("\"target\":null", "\"target\":[1,2]", "input.target has 2 values for 3")]
    [InlineData("\"rebaseAtIndex\":[]", "\"rebaseAtIndex\":[3]", "input.rebaseAtIndex[0] is not a whole number from 0 to 2")]
    [InlineData("\"rebaseAtIndex\":[]", "\"rebaseAtIndex\":1", "input.rebaseAtIndex is not a list")]
    [InlineData("\"fixAfterNPoints\":null", "\"fixAfterNPoints\":0", "input.fixAfterNPoints is not a whole number from 1")]
    [InlineData("\"screenOutliers\":true", "\"screenOutliers\":\"yes\"", "input.screenOutliers is neither true nor false")]
    [InlineData("2024-02-01", "01/02/2024", "input.date[1] is not a date")]
    [InlineData("2024-03-01", "2024-01-31", "input.date[2] is not after")]
    [InlineData(",\"2024-03-01\"", "", "input.date is not a list of 3 dates")]
    [InlineData("\"input\":", "\"inputs\":", "input is not an object")]
    public async Task Spc_FieldThatCannotBeMeant_NamesCaseAndFieldAndPrintsNothing(string good, string bad, string words)
    {
        Assert.Contains(good, Case, StringComparison.Ordinal);
        var second = Case.Replace("\"one\"", "\"two\"", StringComparison.Ordinal).Replace(good, bad, StringComparison.Ordinal);

        var answer = await TypeAsync($$"""{"cases":[{{Case}},{{second}}]}""");

        Assert.Equal((ExitCode.BadFile, ""), (answer.Code, answer.Out));
        Assert.Contains("Case two: " + words, answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "it is not JSON")]
    [InlineData("[]", "it is not one JSON object")]
    [InlineData("{\"cases\":{}}", "there is no list")]
    [InlineData("{\"cases\":[],\"cases\":[]}", "it is not JSON")]
    public async Task Spc_FileOfAnotherKind_SaysSo(string text, string words)
    {
        var answer = await TypeAsync(text);

        Assert.Equal((ExitCode.BadFile, ""), (answer.Code, answer.Out));
        Assert.Contains(words, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spc_NoSuchFile_IsABadFile() => Assert.Equal(ExitCode.BadFile, (await TerminalAnswer.OfAsync("spc", "nowhere.json")).Code);

    [Theory]
    [InlineData("--run-length", "8")]
    [InlineData("--two-of-three", "far")]
    [InlineData("--minimum-points", "-1")]
    public async Task Spc_OptionOutOfRange_SaysUsage(string option, string value) =>
        Assert.Equal(ExitCode.Usage, (await TypeAsync("{\"cases\":[]}", option, value)).Code);

    private static async Task<TerminalAnswer> TypeAsync(string text, params string[] options)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("trellis").FullName, "series.json");
        await File.WriteAllTextAsync(file, text);
        return await TerminalAnswer.OfAsync(["spc", file, .. options]);
    }

    private static string Icon(TerminalAnswer answer) =>
        answer.Json.GetProperty("cases")[0].GetProperty("actual").GetProperty("variationIcon").GetString()!;

    /// <summary>The same names in the same order, the same words, and numbers to 1e-9.</summary>
    private static bool IsSame(JsonElement one, JsonElement other) => (one.ValueKind, other.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => Math.Abs(one.GetDouble() - other.GetDouble()) <= 1e-9,
        (JsonValueKind.Array, JsonValueKind.Array) => one.GetArrayLength() == other.GetArrayLength() && one.EnumerateArray().Zip(other.EnumerateArray()).All(pair => IsSame(pair.First, pair.Second)),
        (JsonValueKind.Object, JsonValueKind.Object) => one.EnumerateObject().Select(p => p.Name).SequenceEqual(other.EnumerateObject().Select(p => p.Name))
            && one.EnumerateObject().All(p => IsSame(p.Value, other.GetProperty(p.Name))),
        _ => JsonElement.DeepEquals(one, other),
    };
}
