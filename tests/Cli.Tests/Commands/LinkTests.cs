using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Parquet.Serialization;
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
    [InlineData("people.csv.gz")]
    [InlineData("people.xlsx")]
    [InlineData("people.parquet")]
    public async Task Link_OtherFormats_GiveWhatTheCsvGives(string name)
    {
        string[][] rows = [.. People().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        switch (Path.GetExtension(name))
        {
            case ".gz":
                await using (var zipped = new GZipStream(File.Create(At(name)), CompressionLevel.Fastest))
                {
                    await zipped.WriteAsync(Encoding.UTF8.GetBytes(People()), TestContext.Current.CancellationToken);
                }

                break;
            case ".xlsx":
                using (var package = SpreadsheetDocument.Create(At(name), SpreadsheetDocumentType.Workbook))
                {
                    var book = package.AddWorkbookPart();
                    var part = book.AddNewPart<WorksheetPart>();
                    part.Worksheet = new Worksheet(new SheetData(rows.Select(r => new Row(r.Select(c => new Cell(new InlineString(new Text(c))) { DataType = CellValues.InlineString })))));
                    book.Workbook = new Workbook(new Sheets(new Sheet { Name = "People", SheetId = 1, Id = book.GetIdOfPart(part) }));
                }

                break;
            default:
                await ParquetSerializer.SerializeAsync(
                    rows.Skip(1).Select(r => new Held(r[0], r[1], r[2], r[3], r[4].Length == 0 ? null : DateTime.SpecifyKind(DateTime.Parse(r[4], CultureInfo.InvariantCulture), DateTimeKind.Utc), r[5])), At(name),
                    cancellationToken: TestContext.Current.CancellationToken);
                break;
        }

        var (csv, map) = (Write("people.csv", People()), Write("map.json", Map));
        var plain = await TerminalAnswer.OfAsync("link", csv, "--map", map, "--truth", "truth", "--json", "--out", At("plain.csv"));
        var other = await TerminalAnswer.OfAsync("link", At(name), "--map", map, "--truth", "truth", "--json", "--out", At("other.csv"));
        Assert.Equal((ExitCode.Done, ""), (other.Code, other.Error));
        Assert.Equal(plain.Json.GetProperty("proof").GetRawText(), other.Json.GetProperty("proof").GetRawText());
        Assert.Equal(await File.ReadAllTextAsync(At("plain.csv"), TestContext.Current.CancellationToken), (await File.ReadAllTextAsync(At("other.csv"), TestContext.Current.CancellationToken)).Replace(name, "people.csv", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\u001F\u008B\u0008 and no more", "cannot be unpacked")]
    [InlineData("PAR1 and no more", "damaged")]
    public async Task Link_DamagedFile_SaysSo(string content, string said)
    {
        await File.WriteAllBytesAsync(At("people"), Encoding.Latin1.GetBytes(content), TestContext.Current.CancellationToken);
        var answer = await TerminalAnswer.OfAsync("link", At("people"), "--map", Write("map.json", Map));
        Assert.Equal(ExitCode.BadFile, answer.Code);
        Assert.Contains(said, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_Search_FindsThePerson()
    {
        var (records, map) = (Write("people.csv", People()), Write("map.json", Map));
        var answer = await TerminalAnswer.OfAsync("link", records, "--map", map, "--json", "--search", "given=olivi", "family name=ashhart", "BIRTH=1999-06-22");
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        var found = answer.Json.GetProperty("found")[0];
        Assert.StartsWith("77", found.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("77a", found.GetProperty("person").GetString());
        Assert.True(found.GetProperty("probability").GetDouble() > 0.5);
    }

    [Theory]
    [InlineData("family", "what=text")]
    [InlineData("shoes=9", "“shoes”")]
    public async Task Link_SearchForWhatIsNotThere_SaysSo(string search, string said)
    {
        var answer = await TerminalAnswer.OfAsync("link", Write("people.csv", People()), "--map", Write("map.json", Map), "--search", search);
        Assert.Equal(ExitCode.Usage, answer.Code);
        Assert.Contains(said, answer.Error, StringComparison.Ordinal);
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

    /// <summary>A row of the file, as Parquet has it: the date is one.</summary>
    private sealed record Held(string id, string truth, string first, string last, DateTime? born, string place);

    private string At(string name) => Path.Combine(folder, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }
}
