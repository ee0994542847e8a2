using System.Globalization;

namespace Trellis.Papers.Word;

/// <summary>Writes one table: fixed widths from the shares, a head row that repeats on each page, rows that no page cuts.</summary>
internal sealed class WordTableWriter(WordBody body, TableBlock table, string? mark, bool hasHeads)
{
    private readonly int[] widths = Widths(table.Columns);

    public void Write()
    {
        body.Start("tbl");
        Properties();
        body.Start("tblGrid");
        foreach (var width in widths)
        {
            body.Start("gridCol");
            body.Attribute("w", Text(width));
            body.End();
        }

        body.End();
        if (hasHeads)
        {
            Heads();
        }

        var reach = new int[widths.Length];
        foreach (var row in table.Rows)
        {
            Row(row, reach);
        }

        body.End();
    }

    private void Properties()
    {
        body.Start("tblPr");
        body.Element("tblStyle", "PaperTable");
        Width("tblW", widths.Sum());
        body.Start("tblLayout");
        body.Attribute("type", "fixed");
        body.End();
        body.Start("tblLook");
        body.Attribute("val", hasHeads ? "0020" : "0080");
        body.Attribute("firstRow", hasHeads ? "1" : "0");
        body.Attribute("lastRow", "0");
        body.Attribute("firstColumn", hasHeads ? "0" : "1");
        body.Attribute("lastColumn", "0");
        body.Attribute("noHBand", "1");
        body.Attribute("noVBand", "1");
        body.End();
        body.Element("tblCaption", WordBody.Clean(table.Caption));
        body.Element("tblDescription", WordBody.Clean(table.Description ?? $"{table.Caption}. {table.Rows.Count} rows; columns: {string.Join(", ", table.Columns.Select(column => column.Head))}."));
        body.End();
    }

    private void Heads()
    {
        body.Start("tr");
        body.Start("trPr");
        body.Flag("cantSplit", true);
        body.Flag("tblHeader", true);
        body.End();
        for (var i = 0; i < widths.Length; i++)
        {
            body.Start("tc");
            body.Start("tcPr");
            Width("tcW", widths[i]);
            body.Start("shd");
            body.Attribute("val", "clear");
            body.Attribute("color", "auto");
            body.Attribute("fill", "E8EEF0");
            body.End(2);
            body.Paragraph("TableText", [new TextPiece(table.Columns[i].Head)], table.Columns[i].Mark ?? mark, bold: true);
            body.End();
        }

        body.End();
    }

    private void Row(PaperRow row, int[] reach)
    {
        body.Start("tr");
        body.Start("trPr");
        body.Flag("cantSplit", true);
        body.End();
        var next = 0;
        for (var i = 0; i < widths.Length; i++)
        {
            if (reach[i] > 0)
            {
                reach[i]--;
                Cell(i, null, row.Mark, "continue");
                continue;
            }

            var cell = row.Cells[next++];
            reach[i] = cell.Rows - 1;
            Cell(i, cell, row.Mark, cell.Rows > 1 ? "restart" : null);
        }

        body.End();
    }

    private void Cell(int column, PaperCell? cell, string? rowMark, string? merge)
    {
        body.Start("tc");
        body.Start("tcPr");
        Width("tcW", widths[column]);
        if (merge is not null)
        {
            body.Element("vMerge", merge);
        }

        body.End();
        var isFirst = true;
        foreach (var block in cell?.Blocks ?? [])
        {
            if (isFirst && block is ParagraphBlock paragraph)
            {
                body.Paragraph("TableText", paragraph.Runs, paragraph.Mark ?? rowMark ?? mark, cell!.Tone, cell.IsHead);
            }
            else
            {
                body.Blocks([block], rowMark ?? mark, "TableText");
            }

            isFirst = false;
        }

        if (isFirst)
        {
            body.Paragraph("TableText", [], rowMark ?? mark);
        }

        body.End();
    }

    private void Width(string element, int width)
    {
        body.Start(element);
        body.Attribute("w", Text(width));
        body.Attribute("type", "dxa");
        body.End();
    }

    private static int[] Widths(IReadOnlyList<TableColumn> columns)
    {
        var whole = columns.Sum(column => column.Share);
        return [.. columns.Select(column => (int)Math.Round(column.Share / whole * WordBody.TextWidth, MidpointRounding.AwayFromZero))];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
