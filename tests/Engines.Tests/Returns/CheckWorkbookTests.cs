using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Trellis.Returns;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace Trellis.Engines.Tests.Returns;

/// <summary>The workbook of a check, opened as another program would.</summary>
public sealed class CheckWorkbookTests
{
    [Fact]
    public void Failures_HaveRuleChildRowAndWhatStandsInTheirCells()
    {
        var sheets = Of("CHILD,DOB,MISSING,MIS_START,MIS_END\nA&B<1,01/05/2015,X,02/06/2025,01/06/2025\nC_x0041_,01/05/2015,M,01/06/2025,\n");

        Assert.Equal(["Rule", "Severity", "Child", "Table", "Row", "Fields", "Values", "What to do"], sheets["Failures"][0]);
        var code = sheets["Failures"].Single(r => r[0] == "1006");
        Assert.Equal(["1006", "not stated", "A&B<1", "Missing", "1", "MISSING", "MISSING X"], code[..7]);
        Assert.Contains(sheets["Failures"], r => r[6] == "MIS_START 02/06/2025; MIS_END 01/06/2025");
        Assert.Contains(sheets["Failures"], r => r[2] == "C_X0041_");
        Assert.All(sheets["Failures"], r => Assert.NotEqual("", r[7]));
    }

    [Fact]
    public void Rules_AreAllThere_WithTheirNumberOrWhatTheyNeed()
    {
        var (result, read) = Check("CHILD,DOB,MISSING,MIS_START,MIS_END\n1,,X,,\n2,,X,,\n");
        var rows = Sheets(result, read)["By rule"];

        Assert.Equal(result.Rules.Count, rows.Count - 1);
        Assert.Equal(["1006", "not stated", "2", ""], rows.Single(r => r[0] == "1006")[..4]);
        Assert.Equal(["141", "not stated", "", "not run: needs Episodes"], rows.Single(r => r[0] == "141")[..4]);
    }

    [Fact]
    public void Read_TellsOfTablesAndDepartures()
    {
        var rows = Of("CHILD,DOB,MISSING\n1,31/02/2015,X\n")["Read"];

        Assert.Contains(rows, r => r[0] == "Missing" && r[3] == "1 rows.");
        Assert.Contains(rows, r => r is ["missing.csv", "2", "DOB", _]);
    }

    /// <summary>A text stays one when it is opened, and when somebody edits the cell.</summary>
    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public void Texts_ThatLookLikeFormulas_AreTexts(string child)
    {
        var (result, read) = Check($"CHILD,DOB,MISSING\n\"{child.Replace("\"", "\"\"", StringComparison.Ordinal)}\",,X\n");
        using var book = Open(result, read, 1000);
        var cells = book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).ToList();

        Assert.DoesNotContain(cells, c => c.CellFormula is not null);
        var named = cells.First(c => string.Equals(c.InnerText, child, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(CellValues.InlineString, named.DataType!.Value);
        Assert.True(book.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)named.StyleIndex!.Value).QuotePrefix!.Value);
    }

    [Fact]
    public void Failures_BeyondASheet_GoOnInTheNext()
    {
        var (result, read) = Check("CHILD,DOB,MISSING\n" + string.Concat(Enumerable.Range(1, 25).Select(i => $"{i},,X\n")));
        var one = Sheets(result, read)["Failures"];
        var parted = Sheets(result, read, 20);

        Assert.Equal(one.Count - 1, parted.Where(s => s.Key.StartsWith("Failures", StringComparison.Ordinal)).Sum(s => s.Value.Count - 1));
        Assert.All(parted.Where(s => s.Key.StartsWith("Failures", StringComparison.Ordinal)), s => Assert.True(s.Value.Count <= 20));
        Assert.Equal(one.Select(r => string.Join('|', r)), parted["Failures"].Concat(parted.Where(s => s.Key.StartsWith("Failures ", StringComparison.Ordinal)).SelectMany(s => s.Value.Skip(1))).Select(r => string.Join('|', r)));
    }

    [Fact]
    public void Workbook_KeepsTheFormatAndIsTheSameTwice()
    {
        var (result, read) = Check("CHILD,DOB,MISSING\n1\u0001\uFFFF\U0001F600,,X\n");
        using var book = Open(result, read, 1000);

        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        Assert.Equal(Bytes(result, read, 1000), Bytes(result, read, 1000));
    }

    private static Dictionary<string, List<string[]>> Of(string missing)
    {
        var (result, read) = Check(missing);
        return Sheets(result, read);
    }

    private static (CheckResult, ReadReturn) Check(string missing)
    {
        var read = ReturnReader.Read([new ReturnFile("missing.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(missing)))], [], new ReadOptions { Year = 2026 });
        return (read.Return!.Check(), read);
    }

    private static byte[] Bytes(CheckResult result, ReadReturn read, int rows)
    {
        var stream = new MemoryStream();
        CheckWorkbook.Write(stream, result, read, rows);
        return stream.ToArray();
    }

    private static SpreadsheetDocument Open(CheckResult result, ReadReturn read, int rows) => SpreadsheetDocument.Open(new MemoryStream(Bytes(result, read, rows)), false);

    private static Dictionary<string, List<string[]>> Sheets(CheckResult result, ReadReturn read, int rows = 1000)
    {
        using var book = Open(result, read, rows);
        var texts = book.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(t => t.InnerText).ToList();
        return book.WorkbookPart.Workbook!.Descendants<Sheet>().ToDictionary(s => s.Name!.Value!, s => ((WorksheetPart)book.WorkbookPart.GetPartById(s.Id!.Value!)).Worksheet!.Descendants<Row>().Select(Cells).ToList());

        string[] Cells(Row row)
        {
            var cells = new string[8];
            Array.Fill(cells, "");
            var last = 0;
            foreach (var cell in row.Elements<Cell>())
            {
                last = cell.CellReference!.Value![0] - 'A';
                cells[last] = cell.DataType?.Value == CellValues.SharedString ? texts[int.Parse(cell.InnerText, null)] : cell.InnerText.Replace("_x005F_", "_", StringComparison.Ordinal);
            }

            return cells[..(last + 1)];
        }
    }
}
