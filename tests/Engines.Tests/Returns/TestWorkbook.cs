using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Trellis.Returns;
using Row = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace Trellis.Engines.Tests.Returns;

/// <summary>A workbook as Excel writes it: texts shared, dates as numbers with a style.</summary>
internal static class TestWorkbook
{
    private const uint DateStyle = 1;

    public static byte[] Of(params (string Name, object?[][] Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            var texts = book.AddNewPart<SharedStringTablePart>();
            texts.SharedStringTable = new SharedStringTable();
            var named = new Sheets();
            foreach (var (name, rows) in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Select((r, i) => new Row(r.Select((c, column) => CellOf(c, column, i + 1, texts.SharedStringTable)).OfType<Cell>()) { RowIndex = (uint)i + 1 })));
                named.Append(new Sheet { Name = name, SheetId = (uint)named.ChildElements.Count + 1, Id = book.GetIdOfPart(part) });
            }

            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(named);
        }

        return stream.ToArray();
    }

    public static ReturnFile File(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes));

    private static Cell? CellOf(object? value, int column, int row, SharedStringTable texts)
    {
        var address = $"{(column >= 26 ? "A" : "")}{(char)('A' + (column % 26))}{row}";
        switch (value)
        {
            case null:
                return null;
            case DateOnly day:
                return new Cell { CellReference = address, StyleIndex = DateStyle, CellValue = new CellValue(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber) };
            case int number:
                return new Cell { CellReference = address, CellValue = new CellValue(number) };
            case double number:
                return new Cell { CellReference = address, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) };
            case string text when text.StartsWith('#'):
                return new Cell { CellReference = address, DataType = CellValues.Error, CellValue = new CellValue(text) };
            default:
                texts.Append(new SharedStringItem(new Text((string)value)));
                return new Cell { CellReference = address, DataType = CellValues.SharedString, CellValue = new CellValue(texts.ChildElements.Count - 1) };
        }
    }
}
