using Trellis.Kernel.Terminal;

namespace Trellis.Cli.Tests.Commands;

public sealed class LinkTests : IDisposable
{
    private const string Map = """{"id": "id", "given": "first", "family": "last", "birth": "born", "postcode": "place"}""";

    private readonly string folder = Directory.CreateTempSubdirectory("trellis-link-").FullName;

    [Fact]
    public async Task Link_OneFile_WritesPersonsPairsModelAndPage()
    {
        var (records, map) = (Write("people.csv", People()), Write("map.json", Map));
        var answer = await TerminalAnswer.OfAsync(
            "link", records, "--map", map, "--truth", "truth", "--json", "--out", At("out.csv"), "--pairs", At("pairs.csv"), "--model", At("model.json"), "--report", At("page.html"), "--explain", "0a", "0b");

        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        var proof = answer.Json.GetProperty("proof");
        Assert.True(proof.GetProperty("pairs").GetProperty("at95").GetProperty("f1").GetDouble() > 0.95);
        Assert.True(proof.GetProperty("clusters").GetProperty("best").GetProperty("f1").GetDouble() > 0.95);
        Assert.Equal(3, proof.GetProperty("calibration").GetArrayLength());
        Assert.True(answer.Json.GetProperty("explanation").GetProperty("probability").GetDouble() > 0.95);
        var persons = await File.ReadAllLinesAsync(At("out.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(["file,id,person", "people.csv,0a,1", "people.csv,0b,1"], persons[..3]);
        Assert.Equal(801, persons.Length);
        Assert.StartsWith("file_a,id_a,file_b,id_b,probability,one_person", await File.ReadAllTextAsync(At("pairs.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Weights of given name", await File.ReadAllTextAsync(At("page.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var again = await TerminalAnswer.OfAsync("link", records, "--map", map, "--model", At("model.json"), "--json");
        Assert.Equal(answer.Json.GetProperty("persons").GetInt32(), again.Json.GetProperty("persons").GetInt32());
    }

    [Fact]
    public async Task Link_Decisions_BindAndAreTold()
    {
        var (records, map) = (Write("people.csv", People()), Write("map.json", Map));
        var answer = await TerminalAnswer.OfAsync(
            "link", records, "--map", map, "--json", "--out", At("out.csv"), "--cannot", Write("cannot.csv", "a,b\n0a,0b\n"), "--must", Write("must.csv", "people.csv,0a,people.csv,7a\n"));

        Assert.Equal(ExitCode.Done, answer.Code);
        var persons = (await File.ReadAllLinesAsync(At("out.csv"), TestContext.Current.CancellationToken)).Skip(1).Select(l => l.Split(',')).ToDictionary(c => c[1], c => c[2]);
        Assert.NotEqual(persons["0a"], persons["0b"]);
        Assert.Equal(persons["0a"], persons["7a"]);
        Assert.Equal(2, answer.Json.GetProperty("doubts").GetArrayLength());
    }

    [Fact]
    public async Task Link_DecisionsThatContradict_NeedAPerson()
    {
        var (records, map) = (Write("people.csv", People()), Write("map.json", Map));
        var answer = await TerminalAnswer.OfAsync("link", records, "--map", map, "--must", Write("must.csv", "0a,7a\n"), "--cannot", Write("cannot.csv", "0a,7a\n"));
        Assert.Equal(ExitCode.NeedsPerson, answer.Code);
    }

    [Theory]
    [InlineData("{\"given\": \"nobody\"}", "“nobody”")]
    [InlineData("{", "not JSON")]
    public async Task Link_MapThatDoesNotFit_SaysWhatToMend(string map, string said)
    {
        var answer = await TerminalAnswer.OfAsync("link", Write("people.csv", People()), "--map", Write("map.json", map));
        Assert.Equal(ExitCode.BadFile, answer.Code);
        Assert.Contains(said, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_UnknownRecord_SaysWhere()
    {
        var answer = await TerminalAnswer.OfAsync("link", Write("people.csv", People()), "--map", Write("map.json", Map), "--cannot", Write("cannot.csv", "0a,0b\n0a,nobody\n"));
        Assert.Equal(ExitCode.BadFile, answer.Code);
        Assert.Contains("cannot.csv, line 2", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", answer.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Four hundred persons, each held twice, every tenth with a slip in the second.</summary>
    private static string People()
    {
        string[] first = ["olivia", "jack", "amelia", "thomas", "priya", "zofia", "grace"];
        string[] last = ["ash", "brook", "carter", "dale", "ever", "field", "green", "hart", "knox", "lane", "marsh"];
        return "id,truth,first,last,born,place\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
        {
            var (given, family) = (first[i % 7], last[i % 11] + last[i / 11 % 11]);
            var (born, place) = ($"{1950 + (i * 7 % 70)}-{1 + (i % 12):00}-{1 + (i * 5 % 28):00}", $"B{1 + (i % 30)} {1 + (i % 9)}AB");
            return $"{i}a,{i},{given},{family},{born},{place}\n{i}b,{i},{(i % 10 == 3 ? given + "e" : given)},{family},{(i % 10 == 6 ? "" : born)},{place}\n";
        }));
    }

    private string At(string name) => Path.Combine(folder, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }
}
