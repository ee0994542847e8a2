using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Trellis.Kernel.Terminal;

namespace Trellis.Cli.Tests.Commands;

public sealed class ReturnsTests : IDisposable
{
    private const string Headings = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trellis-returns-");

    [Fact]
    public async Task Check_FolderWithAnError_NamesRuleTableRowAndFields()
    {
        Put("header.csv", Headings + "1,M,01/05/2015,WBRI,,,\n2,M,31/02/2015,WBRI,,,\n");

        var answer = await CheckAsync("--year", "2026");

        Assert.Equal(ExitCode.Failed, answer.Code);
        var rule = answer.Json.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "102");
        Assert.Equal("""[{"table":"Header","row":1,"fields":["DOB"]}]""", rule.GetProperty("failures").GetRawText());
        Assert.Equal("not stated", rule.GetProperty("severity").GetString());
        Assert.Contains(answer.Json.GetProperty("notRun").EnumerateArray(), r => r.GetProperty("code").GetString() == "141" && r.GetProperty("needs").GetString() == "Episodes");
        var departure = Assert.Single(answer.Json.GetProperty("departures").EnumerateArray());
        Assert.Equal(("header.csv", 3, "DOB"), (departure.GetProperty("file").GetString(), departure.GetProperty("line").GetInt32(), departure.GetProperty("column").GetString()));
    }

    [Fact]
    public async Task Check_ErrorMended_IsGone()
    {
        Put("missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,01/05/2015,X,01/06/2025,02/06/2025\n");
        var first = await CheckAsync("--year", "2026");
        Put("missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,01/05/2015,M,01/06/2025,02/06/2025\n");

        Assert.Contains("1006", Codes(first));
        Assert.DoesNotContain("1006", Codes(await CheckAsync("--year", "2026")));
    }

    [Fact]
    public async Task Check_LastYearBesideIt_RunsTheRulesThatNeedIt()
    {
        Put("header.csv", Headings + "1,M,01/05/2015,WBRI,,,\n");
        var before = folder.CreateSubdirectory("before");
        File.WriteAllText(Path.Combine(before.FullName, "header.csv"), Headings + "1,M,02/05/2015,WBRI,,,\n");

        Assert.DoesNotContain("203", Codes(await CheckAsync("--year", "2026")));
        Assert.Contains("203", Codes(await CheckAsync("--year", "2026", "--last", before.FullName)));
    }

    [Fact]
    public async Task Check_OnlyQueriesFound_AsksForAPerson()
    {
        Put("census.xml", """
            <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails></Header><Children><Child>
            <ChildIdentifiers><LAchildID>A1</LAchildID><UPNunknown>UN3</UPNunknown><PersonBirthDate>2015-05-01</PersonBirthDate><Sex>M</Sex></ChildIdentifiers>
            <ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities></ChildCharacteristics>
            <CINdetails><CINreferralDate>2025-06-02</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>false</ReferralNFA></CINdetails>
            </Child></Children></Message>
            """);

        var answer = await CheckAsync();

        Assert.Equal(["2887Q", "2888Q"], Codes(answer));
        Assert.Equal(ExitCode.NeedsPerson, answer.Code);
    }

    [Fact]
    public async Task Check_ForAPerson_SaysWhatWasReadFoundAndNotAsked()
    {
        Put("missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,01/05/2015,X,01/06/2025,02/06/2025\n");

        var answer = await TerminalAnswer.OfAsync("returns", "check", folder.FullName, "--year", "2026");

        Assert.Contains("SSDA903 of 2026: Missing 1", answer.Out, StringComparison.Ordinal);
        Assert.Contains("1006", answer.Out, StringComparison.Ordinal);
        Assert.Contains("Not run, for want of", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ReportAsCsv_HasALineForEachFailure()
    {
        Put("missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,01/05/2015,X,01/06/2025,02/06/2025\n");
        var report = Path.Combine(folder.FullName, "errors", "errors.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(report)!);

        await CheckAsync("--year", "2026", "--out", report);

        Assert.Contains(File.ReadAllLines(report), line => line.StartsWith("1006,not stated,1,Missing,1,MISSING,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_ReportAsExcel_HasARowForEachFailure()
    {
        Put("missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,01/05/2015,X,01/06/2025,02/06/2025\n");
        var report = Path.Combine(folder.FullName, "report", "errors.xlsx");
        Directory.CreateDirectory(Path.GetDirectoryName(report)!);

        var answer = await CheckAsync("--year", "2026", "--out", report);

        using var book = SpreadsheetDocument.Open(report, false);
        var sheets = book.WorkbookPart!.Workbook!.Descendants<Sheet>().ToList();
        Assert.Equal(["Failures", "By rule", "Read"], sheets.Select(s => s.Name!.Value));
        var rows = ((WorksheetPart)book.WorkbookPart.GetPartById(sheets[0].Id!.Value!)).Worksheet!.Descendants<Row>().Count();
        Assert.Equal(answer.Json.GetProperty("rules").EnumerateArray().Sum(r => r.GetProperty("failures").GetArrayLength()), rows - 1);
    }

    [Fact]
    public async Task Check_ReportOfAnotherKind_SaysWhichThereAre()
    {
        Put("missing.csv", "CHILD,DOB,MISSING\n1,01/05/2015,X\n");

        var answer = await CheckAsync("--year", "2026", "--out", Path.Combine(folder.FullName, "errors.pdf"));

        Assert.Equal(ExitCode.Usage, answer.Code);
        Assert.Contains(".xlsx", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes.txt", "Dear all")]
    [InlineData("book.xlsx", "PK\u0003\u0004")]
    [InlineData("census.xml", "<Message><Child>")]
    public async Task Check_NoReturn_SaysWhy(string name, string text)
    {
        Put(name, text);

        var answer = await CheckAsync("--year", "2026");

        Assert.Equal(ExitCode.BadFile, answer.Code);
        Assert.Contains(name, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NoSuchFolder_IsSaid() => Assert.Equal(ExitCode.BadFile, (await TerminalAnswer.OfAsync("returns", "check", Path.Combine(folder.FullName, "nowhere"))).Code);

    [Fact]
    public async Task Count_OfAFolder_GivesNumeratorDenominatorAndValueAndNobodysName()
    {
        Put("header.csv", Headings + "CHILD1,M,01/05/2015,WBRI,,,\nCHILD2,M,01/05/2015,WBRI,,,\n");
        Put("episodes.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\nCHILD1,01/05/2024,S,C2,N1,U1,PR1,,\nCHILD2,01/05/2025,S,V4,N1,U1,PR1,,\n");

        var answer = await TerminalAnswer.OfAsync("returns", "count", folder.FullName, "--year", "2026", "--json");

        var counted = answer.Json.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("code").GetString() == "cla.at-year-end");
        Assert.Equal((1, 1, 1), (counted.GetProperty("numerator").GetInt32(), counted.GetProperty("denominator").GetInt32(), counted.GetProperty("value").GetInt32()));
        Assert.Contains(answer.Json.GetProperty("notCounted").EnumerateArray(), i => i.GetProperty("code").GetString() == "cla.missing" && i.GetProperty("needs").GetString() == "Missing");
        Assert.DoesNotContain("CHILD1", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_TwoSubmissions_TellsWhatIsMendedAndNew()
    {
        var before = folder.CreateSubdirectory("before");
        File.WriteAllText(Path.Combine(before.FullName, "missing.csv"), "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,,X,,\n2,,X,,\n");
        Put("missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,,M,,\n2,,X,,\n3,,X,,\n");

        var answer = await TerminalAnswer.OfAsync("returns", "compare", before.FullName, folder.FullName, "--year", "2026", "--json");

        var rule = answer.Json.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "1006");
        Assert.Equal((1, 1, 1), (rule.GetProperty("fixed").GetInt32(), rule.GetProperty("same").GetInt32(), rule.GetProperty("new").GetInt32()));
    }

    [Fact]
    public async Task Rules_OfTheNewestYears_AreAllListedWithTheirCases()
    {
        var answer = await TerminalAnswer.OfAsync("returns", "rules", "--json");

        var rules = answer.Json.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(322, rules.Count(r => Is(r, "SSDA903", 2027)));
        Assert.Equal((83, 26), (rules.Count(r => Is(r, "CIN", 2026) && Severity(r) == "error"), rules.Count(r => Is(r, "CIN", 2026) && Severity(r) == "query")));
        Assert.All(rules, r => Assert.True(r.GetProperty("failing").GetInt32() > 0 && r.GetProperty("cases").GetInt32() > 1, r.GetProperty("code").GetString()));

        static bool Is(JsonElement rule, string name, int year) => rule.GetProperty("return").GetString() == name && rule.GetProperty("years").EnumerateArray().Any(y => y.GetInt32() == year);
        static string? Severity(JsonElement rule) => rule.GetProperty("severity").GetString();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string[] Codes(TerminalAnswer answer) => [.. answer.Json.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("code").GetString()!)];

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);

    private Task<TerminalAnswer> CheckAsync(params string[] more) => TerminalAnswer.OfAsync(["returns", "check", folder.FullName, "--json", .. more]);
}
