using System.Globalization;
using System.Text;

namespace Trellis.Papers.Html;

/// <summary>Writes one table. Each cell carries the name of its column, for screens too narrow to show columns.</summary>
internal sealed class HtmlTable(StringBuilder html, HtmlBlocks blocks)
{
    public void Write(TableBlock table)
    {
        if (table is { Rows.Count: 0, Empty: { } empty })
        {
            html.Append("<p class=\"govuk-body\">").Append(HtmlText.Encode(empty)).Append("</p>\n");
            return;
        }

        html.Append("<table class=\"govuk-table trellis-table--stack trellis-paper__table\">\n<caption class=\"govuk-table__caption govuk-table__caption--s\">")
            .Append(HtmlText.Encode(table.Caption)).Append("</caption>\n<colgroup>");
        var whole = table.Columns.Sum(column => column.Share);
        foreach (var column in table.Columns)
        {
            html.Append(CultureInfo.InvariantCulture, $"<col class=\"trellis-paper__w{Math.Max(1, Math.Round(column.Share / whole * 50, MidpointRounding.AwayFromZero)) * 2}\">");
        }

        html.Append("</colgroup>\n<thead>\n<tr>");
        foreach (var column in table.Columns)
        {
            html.Append("<th scope=\"col\">").Append(HtmlText.Encode(column.Head)).Append("</th>");
        }

        html.Append("</tr>\n</thead>\n<tbody>\n");
        var reach = new int[table.Columns.Count];
        foreach (var row in table.Rows)
        {
            Write(row, table.Columns, reach);
        }

        html.Append("</tbody>\n</table>\n");
    }

    private void Write(PaperRow row, IReadOnlyList<TableColumn> columns, int[] reach)
    {
        html.Append("<tr>");
        var next = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            if (reach[i] > 0)
            {
                reach[i]--;
                continue;
            }

            var cell = row.Cells[next++];
            reach[i] = cell.Rows - 1;
            Write(cell, columns[i].Head);
        }

        html.Append("</tr>\n");
    }

    private void Write(PaperCell cell, string head)
    {
        var element = cell.IsHead ? "th" : "td";
        html.Append('<').Append(element).Append(cell.IsHead ? $" scope=\"{(cell.Rows > 1 ? "rowgroup" : "row")}\"" : "")
            .Append(cell.Rows > 1 ? string.Create(CultureInfo.InvariantCulture, $" rowspan=\"{cell.Rows}\"") : "")
            .Append(" data-label=\"").Append(HtmlText.Encode(head)).Append("\">").Append(HtmlBlocks.Square(cell.Tone));
        if (cell.Blocks is [ParagraphBlock { IsNotice: false } only])
        {
            blocks.Write(only.Runs);
        }
        else
        {
            blocks.Write(cell.Blocks);
        }

        html.Append("</").Append(element).Append('>');
    }
}
