using System.Text;

namespace Trellis.Returns.AnnexA;

/// <summary>A sheet of a workbook, or a CSV file, that may be a list.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Place">Where it is, for who looks for a row of it.</param>
/// <param name="Rows">From the top; one object may walk from row to row.</param>
/// <param name="DayOf">The day that a number of a cell is; nothing where it is none.</param>
internal sealed record ListSheet(string Name, string Place, IEnumerable<SheetRow> Rows, Func<double, DateOnly?> DayOf)
{
    /// <summary>What Excel writes into a CSV file for a cell that holds an error.</summary>
    private static readonly string[] Errors = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];

    /// <summary>The sheets of a workbook.</summary>
    public static IEnumerable<ListSheet> Of(Workbook book, string file) =>
        book.Sheets.Select((name, number) => new ListSheet(name, $"{file}, {name}", book.Rows(number), book.DayOf));

    /// <summary>A CSV file.</summary>
    public static ListSheet Of(string file, ReadOnlyMemory<byte> text) => new(Path.GetFileNameWithoutExtension(file), file, RowsOf(text.Span), _ => null);

    /// <summary>Whether the headings of a list stand in the first record of a CSV text.</summary>
    public static bool IsList(ReadOnlyMemory<byte> text) => RowsOf(text.Span, 1) is [var first] && Headings.Find([.. Enumerable.Range(0, first.Count).Select(c => first[c].Text ?? "")], null) is not null;

    private static List<SheetRow> RowsOf(ReadOnlySpan<byte> text, int most = int.MaxValue)
    {
        var rows = new List<SheetRow>();
        var records = new CsvRecords(text, CsvTables.DelimiterOf(text));
        while (rows.Count < most && records.Next())
        {
            var row = new SheetRow();
            row.Begin(records.Line);
            for (var c = 0; c < records.Count; c++)
            {
                var cell = Encoding.UTF8.GetString(records[c]);
                row.Put(c, new SheetCell(cell) { IsError = Array.IndexOf(Errors, cell) >= 0 });
            }

            rows.Add(row);
        }

        return rows;
    }
}
