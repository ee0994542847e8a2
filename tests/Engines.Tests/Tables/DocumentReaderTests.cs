using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using Trellis.Tables;

namespace Trellis.Engines.Tests.Tables;

public sealed class DocumentReaderTests
{
    [Fact]
    public void Read_Text_CountsLinesAndSkipsEmptyOnes()
    {
        var document = Read("One\n \u00A0\n\f\nTwo\tb\t\nend");

        Assert.Equal(5, document.LinesTotal);
        Assert.Equal([1, 4, 5], document.Blocks.Select(block => block.Position.Line));
        Assert.Equal([false, true, false], document.Blocks.Select(block => block.AfterGap));
        Assert.Equal(3, Assert.IsType<SourceRow>(document.Blocks[1]).Cells.Count);
    }

    [Fact]
    public void Read_ListAndBold_AreTakenApartAndPutTogether()
    {
        var document = Read("- **Bold** and plain\n  - nested");

        var item = Assert.IsType<SourceParagraph>(document.Blocks[0]);
        Assert.Equal((1, "Bold and plain", "- **Bold** and plain"), (item.ListLevel, item.Text, item.ToMarkdown()));
        Assert.Equal(2, Assert.IsType<SourceParagraph>(document.Blocks[1]).ListLevel);
    }

    [Theory]
    [InlineData("A    B    C\n        d    e", RowLayout.EvenSpaces, "|||d|e")]
    [InlineData("A       B   C\nd       e   f\n        g", RowLayout.Aligned, "|d|e|f")]
    public void Read_SpacesForTabs_FindsTheColumns(string text, RowLayout layout, string second)
    {
        var row = Assert.IsType<SourceRow>(Read(text).Blocks[1]);

        Assert.Equal(layout, row.Layout);
        Assert.Equal(second, string.Concat(row.Cells.Select(cell => "|" + cell.Text)));
    }

    [Theory]
    [InlineData("a,\"b \"\"q\"\", c\"\r\nd,e", ',')]
    [InlineData("a;\"b \"\"q\"\", c\"\r\nd;e", ';')]
    public void Read_Csv_KnowsQuotesAndSeparators(string text, char separator)
    {
        Assert.Contains(separator, text);

        var row = Assert.IsType<SourceRow>(Read(text, "plan.csv").Blocks[0]);

        Assert.Equal(["a", "b \"q\", c"], row.Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Read_Encodings_GiveTheSameLetters()
    {
        const string Text = "Children\u2019s \u2013 \u00A345";
        byte[] windows = [.. "Children"u8, 0x92, .. "s "u8, 0x96, .. " "u8, 0xA3, .. "45"u8];

        Assert.Equal(Text, Read(windows).Blocks[0].Text);
        Assert.Equal(Text, Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)]).Blocks[0].Text);
        Assert.Equal(Text, Read([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)]).Blocks[0].Text);
    }

    [Fact]
    public void Read_WordTable_KnowsMergedCellsShadingAndSymbols()
    {
        var table = new Table(
            new TableRow(
                OfficeFile.Cell("Top", new VerticalMerge { Val = MergedCellValues.Restart }),
                OfficeFile.Cell("a", new Shading { Fill = "00b050", Val = ShadingPatternValues.Clear })
            ),
            new TableRow(
                OfficeFile.Cell("", new VerticalMerge()),
                new TableCell(
                    new Paragraph(
                        new Run(
                            new RunProperties(new Color { Val = "FF0000" }),
                            new SymbolChar { Font = "Wingdings", Char = "F06C" }
                        )
                    )
                )
            )
        );

        var document = Read(OfficeFile.Word(OfficeFile.Paragraph("Before"), OfficeFile.Paragraph(""), table), "plan.docx");

        Assert.Equal(4, document.LinesTotal);
        var rows = document.Blocks.OfType<SourceRow>().ToList();
        Assert.Equal("00B050", rows[0].Cells[1].Shading);
        Assert.Equal((true, "Top"), (rows[1].Cells[0].Covered, rows[1].Cells[0].CoveredText));
        Assert.Equal(["wingdings:6C"], rows[1].Cells[1].Symbols);
        Assert.Equal(["FF0000"], rows[1].Cells[1].Inks);
        Assert.Equal("table 1, row 2", rows[1].Position.Place);
        Assert.True(rows[0].AfterGap);
    }

    [Theory]
    [InlineData("theme=\"9\"", "70AD47")]
    [InlineData("theme=\"9\" tint=\"0.5\"", "B8D6A3")]
    [InlineData("theme=\"7\" tint=\"-0.25\"", "BF9000")]
    [InlineData("indexed=\"10\"", "FF0000")]
    [InlineData("rgb=\"FF00b050\"", "00B050")]
    public void Read_ExcelFill_IsTheColourThatExcelShows(string colour, string expected)
    {
        const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var book = OfficeFile.Zip(
            ("[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="{Kinds}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kinds}.styles+xml"/>
                <Override PartName="/xl/sheet.xml" ContentType="{Kinds}.worksheet+xml"/></Types>
                """),
            ("_rels/.rels", Links($"<Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/>")),
            ("xl/_rels/workbook.xml.rels", Links($"<Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"r2\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>")),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Sheets}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Plan\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/styles.xml", $"<styleSheet xmlns=\"{Sheets}\"><fonts><font/></fonts><fills><fill><patternFill patternType=\"solid\"><fgColor {colour}/></patternFill></fill></fills><cellXfs><xf fillId=\"0\" fontId=\"0\"/></cellXfs></styleSheet>"),
            ("xl/sheet.xml", $"<worksheet xmlns=\"{Sheets}\"><sheetData><row r=\"1\"><c r=\"A1\" s=\"0\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" s=\"0\" t=\"inlineStr\"><is><t>b</t></is></c></row></sheetData></worksheet>"));

        Assert.Equal(expected, Assert.IsType<SourceRow>(Read(book, "plan.xlsx").Blocks[0]).Cells[1].Shading);

        static string Links(string links) => $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>";
    }

    [Fact]
    public void Read_NameWithFolders_KeepsTheLastPart() =>
        Assert.Equal("plan.txt", DocumentReader.Read("x"u8.ToArray(), "C:\\secret/plan.txt").Document!.FileName);

    private static SourceDocument Read(string text, string name = "plan.txt") => Read(Encoding.UTF8.GetBytes(text), name);

    private static SourceDocument Read(byte[] bytes, string name = "plan.txt")
    {
        var result = DocumentReader.Read(bytes, name);
        Assert.Null(result.Failure);
        return result.Document!;
    }
}
