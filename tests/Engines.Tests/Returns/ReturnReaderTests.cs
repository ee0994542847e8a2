using System.Text;
using Trellis.Returns;

namespace Trellis.Engines.Tests.Returns;

/// <summary>Files as councils have them: what departs from the form is understood where it leaves no doubt, and said with its place.</summary>
public sealed class ReturnReaderTests
{
    private static readonly ReadOptions Of2026 = new() { Year = 2026 };

    public static TheoryData<byte[]> Encodings => new(
        Encoding.UTF8.GetBytes("CHILD,MISSING\n1,café\n"),
        [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("CHILD,MISSING\n1,café\n")],
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("CHILD,MISSING\n1,café\n")],
        [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("CHILD,MISSING\n1,café\n")],
        Encoding.Latin1.GetBytes("CHILD,MISSING\n1,café\n"));

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_AnyEncoding_GivesTheSameText(byte[] file)
    {
        var read = Read(("missing.csv", file));

        Assert.Equal("café", CellOf(read, "Missing", 0, "MISSING"));
    }

    [Fact]
    public void Read_ColumnsInAnyOrderAndCase_AreFoundByName()
    {
        var read = Read(("Missing_2026.csv", "mis_end;MISSING ;child\n01/05/2025;M;A1\n"));

        Assert.Equal("M", CellOf(read, "Missing", 0, "MISSING"));
        Assert.Equal("01/05/2025", CellOf(read, "Missing", 0, "MIS_END"));
        Assert.Empty(read.Departures);
    }

    [Fact]
    public void Read_QuotedCells_KeepWhatIsWithin()
    {
        var read = Read(("episodes.csv", "CHILD,HOME_POST,LS\r\n\"1\",\"AB1, \"\"x\"\"\nY\",C1\r\n2,,C2\r\n"));

        Assert.Equal("AB1, \"x\"\nY", CellOf(read, "Episodes", 0, "HOME_POST"));
        Assert.Equal("C2", CellOf(read, "Episodes", 1, "LS"));
    }

    [Theory]
    [InlineData("2025-05-01", true)]
    [InlineData("1/5/2025", true)]
    [InlineData("01-05-2025", true)]
    [InlineData("01.05.2025", true)]
    [InlineData("1 May 2025", true)]
    [InlineData("2025-05-01T00:00:00", true)]
    [InlineData("01/05/2025 00:00", true)]
    [InlineData("01/05/25", false)]
    [InlineData("31/02/2025", false)]
    [InlineData("05/13/2025", false)]
    [InlineData("soon", false)]
    public void Read_DateInAnotherForm_IsUnderstoodOnlyWithoutDoubt(string date, bool isUnderstood)
    {
        var read = Read(("missing.csv", $"CHILD,MISSING,MIS_START\n1,M,{date}\n"));

        Assert.Equal(isUnderstood ? "01/05/2025" : date, CellOf(read, "Missing", 0, "MIS_START"));
        var said = Assert.Single(read.Departures);
        Assert.Equal(("missing.csv", 2, "MIS_START"), (said.File, said.Line, said.Column));
        Assert.DoesNotContain(date, said.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SpacesAndSmallLettersInAChildsName_AreTheSameChild()
    {
        var read = Read(("header.csv", "CHILD,SEX,DOB\nab1,M,01/05/2015\n"), ("episodes.csv", "CHILD,DECOM\n AB1 ,01/05/2025\n"));

        Assert.Equal(1, read.Return!.Children);
        Assert.Equal(2, read.Departures.Count);
    }

    [Fact]
    public void Read_RowsOfAnotherLength_UnknownAndRepeatedColumns_AreSaidAndReadOn()
    {
        var read = Read(("missing.csv", "CHILD,MISSING,SHOE,MISSING\n1,M\n2,A,,,\n3,A,4,M,9\n\n4,M,,\n"));

        Assert.Equal(4, read.Return!.Tables.Single().Value);
        Assert.Equal([1, 1, 2, 4], read.Departures.Select(d => d.Line));
    }

    [Fact]
    public void Read_EmptyFilesAndHeadingsAlone_AreSaid()
    {
        var read = Read(("missing.csv", ""), ("oc3.csv", "CHILD,IN_TOUCH\n"), ("header.csv", "CHILD,DOB\n1,01/05/2015\n"));

        Assert.Equal(["missing.csv", "oc3.csv"], read.Departures.Select(d => d.File).Order());
    }

    [Fact]
    public void Read_AFileThatIsNoTable_IsRefusedAndTheOthersAreRead()
    {
        var read = Read(("notes.txt", "Dear all,\nsee attached"), ("book.xlsx", "PK\u0003\u0004"), ("header.csv", "CHILD,DOB\n1,01/05/2015\n"));

        Assert.Equal(["book.xlsx", "notes.txt"], read.Refused.Select(d => d.File).Order());
        Assert.Equal(1, read.Return!.Children);
    }

    [Fact]
    public void Read_AFileThatEndsInLast_IsLastYears()
    {
        var read = Read(("Header.csv", "CHILD,DOB\n1,01/05/2015\n"), ("Header_last.csv", "CHILD,DOB\n1,02/05/2015\n"));

        Assert.Equal(1, Assert.Single(read.Return!.Tables).Value);
        Assert.Contains(read.Return.Check().Failures(), f => f.Rule.Code == "203");
        Assert.Empty(read.Refused);
    }

    /// <summary>Ofsted's own columns: what the rules need is known by its heading, and a rule whose column is not there says so.</summary>
    [Fact]
    public void Read_ProvidersWithOfstedsHeadings_AreTheListThatRulesAsk()
    {
        var read = Read(
            ("episodes.csv", "CHILD,DECOM,PLACE,URN,PL_POST\n1,01/05/2025,K2,SC999,AB1 0JD\n2,01/05/2025,K2,SC123,AB1 0JE\n"),
            ("Social_care_providers_2026.csv", "Provider type,Provider URN,Places,Setting postcode\nChildren's home,SC123,4,AB1 0JD\n"));

        var result = read.Return!.Check();
        Assert.Equal([0], result.Of("1008").Select(f => f.Row!.Value));
        Assert.Equal([1], result.Of("221").Select(f => f.Row!.Value));
        Assert.Equal("the column PLACE_CODES of Providers", result.Rules.First(r => r.Code == "219").Lacks);
        Assert.Empty(read.Departures);
    }

    [Fact]
    public void Read_AWorkbookOfProviders_IsTheSameList()
    {
        var book = TestWorkbook.Of(
            ("Notes", [["As at 31 March 2026"]]),
            ("CH list", [["Children's homes"], ["URN", "Post code", "Registration end date"], ["SC123", "AB1 0JD", new DateOnly(2025, 6, 1)]]),
            ("SCP list", [["URN", "Name", "Postcode"], ["SC124", "Anywhere", "AB1 0JE"]]));
        var read = ReturnReader.Read(
            [TestWorkbook.File("providers.xlsx", book), new ReturnFile("episodes.csv", () => new MemoryStream("CHILD,DECOM,PLACE,URN\n1,01/05/2025,K2,SC123\n1,01/07/2025,K2,SC124\n1,01/07/2025,K2,SC125\n"u8.ToArray()))], [], Of2026);

        var result = read.Return!.Check();
        Assert.Equal([2], result.Of("1008").Select(f => f.Row!.Value));
        Assert.Equal(2, read.Return.Tables.Single(t => t.Key == "Providers").Value);
        Assert.Equal("01/06/2025", CellOf(read, "Providers", 0, "REG_END"));
        Assert.Empty(read.Refused);
    }

    [Fact]
    public void Read_APostcodeList_GivesDistances()
    {
        const string episodes = "CHILD,DECOM,LS,HOME_POST,PL_POST\n1,01/05/2025,C2,AB1 0JD,ab10je\n2,01/05/2025,C2,AB1 0JD,ZZ1 1ZZ\n3,01/05/2025,C2,AB1 0JD,AB1 0JD\n4,01/05/2025,C2,,AB1 0JD\n";
        const string header = "CHILD,SEX\n1,M\n2,M\n3,M\n4,M\n";
        var with = Read(("episodes.csv", episodes), ("header.csv", header), ("uasc.csv", "CHILD,DUC\n"), ("postcodes.csv", "pcds,oseast1m,osnrth1m\nAB1 0JD,385000,801000\nAB1 0JE,430000,861000\nZZ1 1ZZ,,\n"));
        var without = Read(("episodes.csv", episodes), ("header.csv", header), ("uasc.csv", "CHILD,DUC\n"));

        Assert.Equal(["46.6", "", "0.0", ""], Enumerable.Range(0, 4).Select(row => CellOf(with, "Episodes", row, "PL_DISTANCE")));
        Assert.Equal([1, 3], with.Return!.Check().Of("392a").Select(f => f.Row!.Value));
        Assert.Contains("Postcodes", without.Return!.Check().Rules.Single(r => r.Code == "392a").Lacks, StringComparison.Ordinal);
        Assert.Equal(4, with.Return.Children);
    }

    [Fact]
    public void Read_TheSameReturnAsXmlAndAsCsv_HoldsTheSame()
    {
        var xml = Read(("return.xml", "<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID><SEX>M</SEX><DOB>01/05/2015</DOB><AREVIEW><REVIEW>02/05/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW><IN_TOUCH>YES</IN_TOUCH></HEADER>"
            + "<EPISODE><DECOM>01/05/2025</DECOM><PL>U1</PL></EPISODE><EPISODE><DECOM>03/05/2025</DECOM></EPISODE></CHILD></EXPSSDA903>"));

        Assert.Equal("U1", CellOf(xml, "Episodes", 0, "PLACE"));
        Assert.Equal("1", CellOf(xml, "Episodes", 1, "CHILD"));
        Assert.Equal("01/05/2015", CellOf(xml, "Reviews", 0, "DOB"));
        Assert.Equal("YES", CellOf(xml, "OC3", 0, "IN_TOUCH"));
        Assert.Equal(1, xml.Return!.Children);
        Assert.Empty(xml.Departures);
    }

    [Fact]
    public void Read_CensusInXml_JoinsWhatBelongsTogether()
    {
        var read = Read(("census.xml", """
            <Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails></Header><Children><Child>
            <ChildIdentifiers><LAchildID>A1</LAchildID></ChildIdentifiers>
            <CINdetails><CINreferralDate>2025-05-01</CINreferralDate></CINdetails>
            <CINdetails><CINreferralDate>2025-06-01</CINreferralDate><Assessments><AssessmentActualStartDate>2025-06-02</AssessmentActualStartDate>
            <FactorsIdentifiedAtAssessment><AssessmentFactors>1A</AssessmentFactors><AssessmentFactors>2A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
            <ChildProtectionPlans><CPPstartDate>2025-07-01</CPPstartDate><Reviews><CPPreviewDate>2025-09-01</CPPreviewDate></Reviews></ChildProtectionPlans></CINdetails>
            </Child></Children></Message>
            """));

        Assert.Equal(2026, read.Return!.Year.Number);
        Assert.Equal("2", CellOf(read, "Reviews", 0, "CINdetailsID"));
        Assert.Equal("1", CellOf(read, "Reviews", 0, "CPPID"));
        Assert.Equal("A1", CellOf(read, "Reviews", 0, "LAchildID"));
        Assert.Equal("02/06/2025", CellOf(read, "AssessmentFactorsList", 1, "AssessmentActualStartDate"));
        Assert.Equal("2A", CellOf(read, "Assessments", 0, "AssessmentFactors"));
        Assert.Empty(read.Departures);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;\">]><Message><Children>&y;</Children></Message>")]
    [InlineData("<Message><Children><Child><ChildIdentifiers><LAchildID>1</LAchildID>")]
    [InlineData("<Message><Children></Child></Message>")]
    [InlineData("<Message><Children></Children></Message><Message></Message>")]
    [InlineData("<Message><Children></Children></Message>and more")]
    [InlineData("<Message><Children a=\"1></Children></Message>")]
    [InlineData("<Message><Children a=1></Children></Message>")]
    [InlineData("<Message><Children><1/></Children></Message>")]
    [InlineData("<Message><!--></Message>")]
    [InlineData("<Message><![CDATA[</Message>")]
    [InlineData("<Message>&nbsp;</Message>")]
    [InlineData("<Message>&#2;</Message>")]
    [InlineData("<Message>\u0002</Message>")]
    public void Read_XmlThatIsNone_IsRefusedWithItsLine(string xml)
    {
        var read = Read(("census.xml", xml));

        Assert.Null(read.Return);
        Assert.Equal(1, Assert.Single(read.Refused).Line);
    }

    [Fact]
    public void Read_XmlWithAttributesCommentsPrefixesAndEntities_SaysTheSame()
    {
        var read = Read(("census.xml", """
            <?xml version="1.0" encoding="utf-8"?>
            <!-- made > today --><c:Message xmlns:c="urn:census" note='1 > 0'><Header><Year >2026</Year ></Header><Children><?keep this?><Child>
            <ChildIdentifiers><LAchildID>A&amp;1&#x2D;&#50;</LAchildID><!-- <UPN>X</UPN> --><UPN><![CDATA[<é>]]></UPN><Sex/></ChildIdentifiers></Child></Children></c:Message>

            """));

        Assert.Equal("A&1-2", CellOf(read, "ChildIdentifiers", 0, "LAchildID"));
        Assert.Equal("<é>", CellOf(read, "ChildIdentifiers", 0, "UPN"));
        Assert.Equal("2026", CellOf(read, "Header", 0, "Year"));
        Assert.Empty(read.Departures);
    }

    [Fact]
    public void Check_TheHeaderOfACensusThatFails_IsNoChilds()
    {
        var read = Read(("census.xml", "<Message><Header><ReferenceDate>2026-03-30</ReferenceDate></Header><Children><Child><ChildIdentifiers><LAchildID>1</LAchildID></ChildIdentifiers></Child></Children></Message>"));
        var failure = Assert.Single(read.Return!.Check().Failures(), f => f.Table == "Header");

        Assert.Null(failure.Child);
        Assert.Equal("", failure.ChildName);
    }

    public static TheoryData<byte[]> XmlEncodings => new(
        [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("<Message><Header><LEA>é</LEA></Header></Message>")],
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<Message><Header><LEA>é</LEA></Header></Message>")],
        Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><Message><Header><LEA>é</LEA></Header></Message>"));

    [Theory]
    [MemberData(nameof(XmlEncodings))]
    public void Read_XmlInAnyEncoding_GivesTheSameText(byte[] file) => Assert.Equal("é", CellOf(Read(("census.xml", file)), "Header", 0, "LEA"));

    /// <summary>A stream that gives a few bytes at a time, so that every piece of the text is cut somewhere.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Read_XmlLongerThanItsWindow_LosesNothing(int step)
    {
        var child = "<Child><ChildIdentifiers><LAchildID>{0}</LAchildID><UPN>A{0}</UPN></ChildIdentifiers></Child>\n";
        var text = "<Message><Children>" + string.Concat(Enumerable.Range(1, 3000).Select(n => child.Replace("{0}", $"{n}", StringComparison.Ordinal))) + "<!--" + new string('-', 200_000) + "--></Children></Message>";
        var read = ReturnReader.Read([new ReturnFile("census.xml", () => new SlowStream(Encoding.UTF8.GetBytes(text), step))], [], Of2026);

        Assert.Equal(3000, read.Return!.Children);
        Assert.Equal("A3000", CellOf(read, "ChildIdentifiers", 2999, "UPN"));
        Assert.Empty(read.Departures);
    }

    [Fact]
    public void Read_XmlWithTextBetweenElements_SaysTheLineOnWhichItBegins()
    {
        var read = Read(("census.xml", "<Message>\n<Children>\n<Child>\n<ChildIdentifiers>note\n\n<LAchildID>1</LAchildID>\n</ChildIdentifiers></Child></Children></Message>"));

        Assert.Equal(4, Assert.Single(read.Departures).Line);
    }

    [Fact]
    public void Read_TheSameFaultInBothYears_IsKeptAHundredTimesAndCounted()
    {
        var rows = "CHILD,DOB\n" + string.Concat(Enumerable.Range(1, 90).Select(n => $"{n},soon\n"));
        var read = Read(("header.csv", rows), ("header_last.csv", rows));
        var same = ReturnReader.Read([new ReturnFile("header.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(rows)))], [new ReturnFile("header.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(rows)))], Of2026);

        Assert.Equal(180, read.Departures.Count);
        Assert.Equal(101, same.Departures.Count);
        Assert.StartsWith("80 more", same.Departures[^1].What, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_XmlNestedDeepOrWithAHugeValue_IsRefused()
    {
        var deep = "<Message>" + string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000)) + "</Message>";
        var huge = $"<Message><Children><Child><ChildIdentifiers><LAchildID>{new string('9', 1_000_000)}</LAchildID></ChildIdentifiers></Child></Children></Message>";

        Assert.Single(Read(("deep.xml", deep)).Refused);
        Assert.Single(Read(("huge.xml", huge)).Refused);
    }

    private static ReadReturn Read(params (string Name, string Text)[] files) => Read([.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    private static ReadReturn Read(params (string Name, byte[] Bytes)[] files) => ReturnReader.Read([.. files.Select(f => new ReturnFile(f.Name, () => new MemoryStream(f.Bytes)))], [], Of2026);

    private static string CellOf(ReadReturn read, string table, int row, string column)
    {
        var rows = read.Return!.Data.Now.OfType<RowTable>().Single(t => t.Shape.Name == table);
        var place = rows.Shape.Find(column);
        var cell = rows.Cells[place][row];
        return rows.Shape.Columns[place].Kind == ColumnKind.Date && cell > 0 ? new Day(cell).ToString() : rows.Words.TextOf(Math.Abs(cell));
    }

    private sealed class SlowStream(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, step));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, step)]);
    }
}
