using System.Text.Json;
using DocumentFormat.OpenXml;
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
    public async Task CheckAndCount_OfAnAnnexA_SayItsDepartures()
    {
        var file = Path.Combine(folder.FullName, "annex.xlsx");
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(
                RowOf("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Date of Contact", "Contact Source"),
                RowOf("A1", "b) Female", "a) WBRI", "01/05/2015", "10", "02/03/2026", "q) 6: Police"),
                RowOf("A2", "b) Female", "a) WBRI", "01/05/2015", "10", "02/03/2025", "the cat")));
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = "List 1", SheetId = 1, Id = book.GetIdOfPart(part) }));
        }

        var checkedOne = await TerminalAnswer.OfAsync("returns", "check", file, "--as-at", "2026-03-31", "--json");
        var counted = await TerminalAnswer.OfAsync("returns", "count", file, "--as-at", "2026-03-31", "--json");

        Assert.Equal(ExitCode.NeedsPerson, checkedOne.Code);
        Assert.Equal(["Contact_Source", "Date_of_Contact"], checkedOne.Json.GetProperty("departures").EnumerateArray().Where(d => d.GetProperty("line").GetInt32() == 3).Select(d => d.GetProperty("column").GetString()!).Order());
        Assert.Equal(1, counted.Json.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("code").GetString() == "annex-a.contacts").GetProperty("value").GetInt32());

        static Row RowOf(params string[] cells) => new(cells.Select(c => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(c)) }));
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
    public async Task Count_AtAnotherDay_CountsWhoWasThereThen()
    {
        Put("episodes.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n1,01/05/2024,S,C2,N1,U1,PR1,30/09/2025,E4A\n2,01/05/2025,S,C2,N1,U1,PR1,,\n3,01/10/2025,S,C2,N1,U1,PR1,,\n");

        var answer = await TerminalAnswer.OfAsync("returns", "count", folder.FullName, "--year", "2026", "--at", "2025-09-29", "--json");

        var indicators = answer.Json.GetProperty("indicators").EnumerateArray().ToDictionary(i => i.GetProperty("code").GetString()!);
        Assert.Equal((2, "2025-09-29"), (indicators["cla.at-year-end"].GetProperty("value").GetInt32(), indicators["cla.at-year-end"].GetProperty("on").GetString()));
        Assert.Equal("Children looked after on 29 September 2025", indicators["cla.at-year-end"].GetProperty("title").GetString());
        Assert.Equal((2, JsonValueKind.Null), (indicators["cla.started"].GetProperty("value").GetInt32(), indicators["cla.started"].GetProperty("on").ValueKind));
    }

    [Theory]
    [InlineData("2025-03-31")]
    [InlineData("2026-04-01")]
    public async Task Count_AtADayOfAnotherYear_SaysWhichDaysThereAre(string day)
    {
        Put("episodes.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n1,01/05/2024,S,C2,N1,U1,PR1,,\n");

        var answer = await TerminalAnswer.OfAsync("returns", "count", folder.FullName, "--year", "2026", "--at", day);

        Assert.Equal(ExitCode.Usage, answer.Code);
        Assert.Contains("from 01/04/2025 to 31/03/2026", answer.Error, StringComparison.Ordinal);
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
    public async Task History_OfTwoYears_PrintsRepairsAndOneChildsStory()
    {
        const string headings = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n";
        var before = folder.CreateSubdirectory("before");
        File.WriteAllText(Path.Combine(before.FullName, "episodes.csv"), headings + "C1,01/05/2024,S,C2,N1,U6,PR1,31/07/2024,X1\nC1,01/08/2024,P,C2,N1,K2,PR1,,\n");
        Put("episodes.csv", headings + "C1,01/08/2024,P,C2,N1,K2,PR1,01/06/2025,E4A\n");

        var answer = await TerminalAnswer.OfAsync("returns", "history", before.FullName, folder.FullName, "--child", "c1", "--json");
        var nobody = await TerminalAnswer.OfAsync("returns", "history", before.FullName, "--child", "C2");

        Assert.Equal("gap-of-one-day", Assert.Single(answer.Json.GetProperty("repairs").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Equal(
            ["care 2024-05-01 2025-06-01", "legal-status 2024-05-01 2025-06-01", "placement 2024-05-01 2024-08-01", "placement 2024-08-01 2025-06-01"],
            answer.Json.GetProperty("story").EnumerateArray().Select(e => $"{e.GetProperty("kind").GetString()} {e.GetProperty("from").GetString()} {e.GetProperty("to").GetString()}"));
        Assert.Equal(ExitCode.NotFound, nobody.Code);
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
