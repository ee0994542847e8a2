using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Trellis.Returns;
using Trellis.Returns.AnnexA;
using Trellis.Testing;

namespace Trellis.Engines.Tests.Returns;

/// <summary>Workbooks as authorities fill them.</summary>
public sealed class AnnexAReaderTests
{
    private static readonly ReadOptions AtMarch = new() { AsAt = new DateOnly(2026, 3, 31) };
    private static readonly object?[] ContactHeadings = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)", "Date of Contact", "Contact Source"];
    private static readonly object?[] Contact = ["A1", "b) Female", "a) WBRI", new DateOnly(2015, 5, 1), 10, new DateOnly(2026, 3, 2), "q) 6: Police"];

    /// <summary>Each code list once, by a column that has it. The cleaner split the answers about activity into single letters.</summary>
    public static TheoryData<int, string> ColumnsOfAnswers => [.. Lists.All.SelectMany(l => l.Columns.Where(c => c.Codes is not null && c.Name != "Activity").Select(c => (l.Number, c))).DistinctBy(c => c.c.Codes).Select(c => (c.Number, c.c.Headings[0]))];

    [Fact]
    public void Read_AWorkbook_GivesItsListsAsAtADay()
    {
        var read = Read(("List 1", [ContactHeadings, Contact]));

        var given = Assert.IsType<AnnexAReturn>(read.Return);
        Assert.Equal(new DateOnly(2026, 3, 31), given.AsAt);
        Assert.Equal("police", Cell(given, "Contacts", "Contact_Source"));
        Assert.Equal("02/03/2026", Cell(given, "Contacts", "Date_of_Contact"));
        Assert.Equal("A1", Cell(given, "Contacts", "Child_Unique_ID"));
        Assert.Equal(10, read.Departures.Count(d => d.What.Contains("is not there", StringComparison.Ordinal)));
        Assert.Equal(10, read.Departures.Count);
    }

    [Fact]
    public void Read_HeadingsInOtherWords_AreTheSameColumns()
    {
        object?[] headings = ["1. CHILD  unique\nidentifier", "2. Sex", "3) ethnicity", "dob", "Age", "Date of\u00A0the contact", "Source of contact"];
        var read = Read(("Contacts in the six months", [["List 1: Contacts"], [], headings, Contact]));

        Assert.Equal("police", Cell(read.Return!, "Contacts", "Contact_Source"));
        Assert.DoesNotContain(read.Departures, d => d.What.Contains("heading", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WhatARowLacksOrMisspells_IsSaidWithItsPlaceAndNotRepeated()
    {
        var read = Read(("List 1", [ContactHeadings, Contact, ["A2", "Zebra", null, "31/02/2015", 10.5, new DateOnly(2026, 3, 2), "#N/A"]]));

        Assert.Equal(["Age", "Contact_Source", "Contact_Source", "Date_of_Birth", "Ethnicity", "Gender"], read.Departures.Where(d => d.Line == 3).Select(d => d.Column!).Order());
        Assert.All(read.Departures.Where(d => d.Line == 3), d => Assert.Equal("annex.xlsx, List 1", d.File));
        Assert.DoesNotContain(read.Departures, d => d.What.Contains("Zebra", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_RowsOutsideTheTimeOfTheirList_AreSaid()
    {
        object?[] before = [.. Contact], after = [.. Contact];
        (before[5], after[5]) = (new DateOnly(2025, 9, 29), new DateOnly(2026, 4, 1));
        object?[] first = [.. Contact];
        first[5] = new DateOnly(2025, 9, 30);

        var read = Read(("List 1", [ContactHeadings, before, Contact, after, first]));

        Assert.Equal([2, 4], read.Departures.Where(d => d.What.Contains("outside", StringComparison.Ordinal)).Select(d => d.Line));
    }

    [Fact]
    public void Read_WithoutADay_TakesTheLatestInItAndSaysSo()
    {
        var read = ReturnReader.Read([TestWorkbook.File("annex.xlsx", TestWorkbook.Of(("List 1", [ContactHeadings, Contact])))], [], new ReadOptions());

        Assert.Equal(new DateOnly(2026, 3, 2), Assert.IsType<AnnexAReturn>(read.Return).AsAt);
        Assert.Contains(read.Departures, d => d.What.Contains("02/03/2026", StringComparison.Ordinal));
    }

    [Fact]
    public void Count_FromAWorkbook_GoesBackToItsChildren()
    {
        object?[] other = [.. Contact];
        (other[0], other[6]) = ("A2", "e) 2A: Schools");
        var counted = Read(("List 1", [ContactHeadings, Contact, other])).Return!.Count(TestContext.Current.CancellationToken);

        var contacts = counted.Single(i => i.Code == "annex-a.contacts");
        Assert.Equal(2, contacts.Value);
        Assert.Equal(["A1 police", "A2 schools"], contacts.Cases().Select(c => $"{c.Child} {c.Group}"));
        Assert.Contains("Referrals", counted.Single(i => i.Code == "annex-a.re-referrals").Lacks, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AWorkbookOfOtherSheets_IsRefused()
    {
        var read = Read(("Sheet1", [["Name", "Colour"], ["A", "red"]]));

        Assert.Null(read.Return);
        Assert.Contains("no Annex A", Assert.Single(read.Refused).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AWorkbookBesideTheFilesOfAReturn_IsRefusedAndTheyAreRead()
    {
        var read = ReturnReader.Read(
            [TestWorkbook.File("annex.xlsx", TestWorkbook.Of(("List 1", [ContactHeadings, Contact]))), new ReturnFile("header.csv", () => new MemoryStream("CHILD,DOB\n1,01/05/2015\n"u8.ToArray()))], [], AtMarch);

        Assert.Equal("SSDA903", read.Return!.Name);
        Assert.Equal("annex.xlsx", Assert.Single(read.Refused).File);
    }

    /// <summary>A part of zeroes that unpacks a thousandfold, a document type with entities, elements nested too deep, and a workbook cut short.</summary>
    [Theory]
    [InlineData("bomb")]
    [InlineData("entities")]
    [InlineData("depth")]
    [InlineData("cut")]
    public void Read_AHostileWorkbook_IsRefused(string how)
    {
        var whole = TestWorkbook.Of(("List 1", [ContactHeadings, Contact]));
        var bytes = how switch
        {
            "bomb" => With(whole, "xl/sharedStrings.xml", "<sst>" + new string(' ', 400_000_000) + "</sst>"),
            "entities" => With(whole, "xl/sharedStrings.xml", "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\">]><sst><si><t>&x;</t></si></sst>"),
            "depth" => With(whole, "xl/sharedStrings.xml", "<sst>" + string.Concat(Enumerable.Repeat("<a>", 1000)) + "</sst>"),
            _ => whole[..(whole.Length / 2)],
        };

        var read = ReturnReader.Read([TestWorkbook.File("annex.xlsx", bytes)], [], AtMarch);

        Assert.Null(read.Return);
        Assert.Equal("annex.xlsx", Assert.Single(read.Refused).File);
    }

    [Fact]
    public void Read_OfSpoiltWorkbooks_NeverThrows()
    {
        var whole = TestWorkbook.Of(("List 1", [ContactHeadings, Contact, Contact]), ("List 3", [["Child Unique ID", "Date of referral"], ["A1", "soon"]]));
        var random = new Random(26);
        for (var i = 0; i < 300; i++)
        {
            var spoilt = (byte[])whole.Clone();
            for (var n = random.Next(1, 20); n > 0; n--)
            {
                spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
            }

            var failure = Record.Exception(() => ReturnReader.Read([TestWorkbook.File("annex.xlsx", spoilt)], [], AtMarch).Return?.Count());
            Assert.True(failure is null, $"{i}: {failure}");
        }
    }

    /// <summary>Ofsted's own headings are those of the list that they are said to be of, each its own column.</summary>
    [Fact]
    public void Headings_OfEveryList_AreFound()
    {
        foreach (var list in Lists.All)
        {
            var found = Headings.Find([.. list.Columns.Select(c => c.Headings[0])], null);
            Assert.Equal(list.Number, found!.Value.List.Number);
            Assert.Equal(Enumerable.Range(0, list.Columns.Length), found.Value.Columns);
        }
    }

    /// <summary>Headings and answers that a cleaner of data met in the workbooks of many authorities: the headings are all known, and of the answers to a column most are, few as something else.</summary>
    [Theory]
    [MemberData(nameof(ColumnsOfAnswers))]
    public void Answers_OfManyAuthorities_AreMostlyUnderstood(int list, string heading)
    {
        const string file = "oracles/returns/spec/annex-a-columns.json";
        var form = Lists.All[list - 1];
        using var spec = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.PlaceOf(file)));
        var columns = spec.RootElement.GetProperty("column_map").GetProperty($"list_{list}").EnumerateObject().ToList();
        var found = Headings.Find([.. columns.Select(c => c.Name)], form)!.Value.Columns;
        Assert.Equal(columns.Count, found.Count(c => c >= 0));
        var column = columns.Index().Single(c => found[c.Index] == Array.FindIndex(form.Columns, o => o.Headings[0] == heading)).Item;
        var codes = form.Columns.Single(c => c.Headings[0] == heading).Codes!;
        var (all, right, wrong) = (0, 0, new List<string>());
        foreach (var answer in column.Value.GetProperty("category").EnumerateArray().Where(a => !a.GetProperty("code").ToString().StartsWith("zz", StringComparison.Ordinal)))
        {
            var taken = answer.GetProperty("name").EnumerateArray().Select(n => (Written: n.ToString(), Code: codes.Find(n.ToString()))).ToList();
            var mostly = taken.Where(t => t.Code is not null).CountBy(t => t.Code!).OrderByDescending(t => t.Value).FirstOrDefault().Key;
            (all, right) = (all + taken.Count, right + taken.Count(t => t.Code is not null && t.Code == mostly));
            wrong.AddRange(taken.Where(t => t.Code is not null && t.Code != mostly).Select(t => $"{t.Written} > {t.Code}, not {mostly}"));
        }

        Assert.True(right >= all * 0.55 && wrong.Count <= all * 0.17, $"{right} of {all}; wrong {wrong.Count}: {string.Join(" | ", wrong.Take(40))}");
    }

    [Fact]
    public void Read_AFileForEachList_GivesTheSameAsAWorkbook()
    {
        var files = ReadFiles(
            ("what we were told.csv", "Child Unique ID;Gender;Ethnicity;Date of Birth;Age of Child (Years);Date of Contact;Contact Source\nA1;b) Female;a) WBRI;01/05/2015;10;02/03/2026;q) 6: Police\nA2;b) Female;a) WBRI;01/05/2015;#N/A;2026-03-02;\"the\ncat\"\n\nA3;b) Female;a) WBRI;01/05/2015;10;02/03/2025;Police\n"),
            ("List 4.csv", "Child ID,Start Date\n"),
            ("List_10_adoption.csv", string.Join(',', Lists.Adoption.Columns.Select(c => c.Headings[0])) + "\n"));

        Assert.Equal("police", Cell(files.Return!, "Contacts", "Contact_Source"));
        Assert.Equal("02/03/2026", Cell(files.Return!, "Contacts", "Date_of_Contact"));
        Assert.Equal(3, files.Return!.Tables.Single(t => t.Key == "Contacts").Value);
        Assert.Equal(["3 Age", "3 Contact_Source", "3 Date_of_Contact", "6 Date_of_Contact"], files.Departures.Where(d => d.File == "what we were told.csv").Select(d => $"{d.Line} {d.Column}").Order());
        Assert.Equal(["List 4.csv", "List_10_adoption.csv"], files.Departures.Where(d => d.Line == 1 && d.File.StartsWith("List", StringComparison.Ordinal)).Select(d => d.File).Order());
        Assert.Equal(9, files.Departures.Count(d => d.What.Contains("is not there", StringComparison.Ordinal)));
        Assert.Empty(files.Refused);
    }

    [Theory]
    [InlineData("header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,M,01/05/2015,WBRI,,,\n")]
    [InlineData("Assessments.csv", "LAchildID,CINdetailsID,AssessmentActualStartDate,AssessmentAuthorisationDate\n1,1,01/05/2025,\n")]
    public void Read_AFileOfAnotherReturn_IsNoList(string name, string text) => Assert.IsNotType<AnnexAReturn>(ReadFiles((name, text)).Return);

    private static ReadReturn ReadFiles(params (string Name, string Text)[] files) =>
        ReturnReader.Read([.. files.Select(f => new ReturnFile(f.Name, () => new MemoryStream(Encoding.UTF8.GetBytes(f.Text))))], [], AtMarch);

    private static ReadReturn Read(params (string, object?[][])[] sheets) => ReturnReader.Read([TestWorkbook.File("annex.xlsx", TestWorkbook.Of(sheets))], [], AtMarch);

    private static string Cell(StatutoryReturn given, string table, string column) => given.Check().CellsOf(table, 0).Single(c => c.Key == column).Value;

    private static byte[] With(byte[] book, string part, string text)
    {
        var stream = new MemoryStream();
        stream.Write(book);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var entry = zip.CreateEntry(part).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }
}
