using System.Globalization;
using System.Text;

namespace Trellis.Returns.Ssda903;

/// <summary>A list of providers in a workbook, as Ofsted and the department give it: every sheet with a column of reference numbers, such as one of homes and one of other providers.</summary>
internal static class ProviderBook
{
    /// <summary>Titles and notes may stand above the headings.</summary>
    private const int Look = 20;

    /// <summary>Adds its rows to the list; false when no sheet is one.</summary>
    /// <exception cref="UnreadableException">The workbook is damaged or not to be trusted.</exception>
    public static bool Read(ReturnData data, Stream stream, string file, Departures departures)
    {
        using var book = Workbook.Open(stream);
        var isList = false;
        for (var sheet = 0; sheet < book.Sheets.Count; sheet++)
        {
            int[]? columns = null;
            RowFiller? filler = null;
            var looked = 0;
            foreach (var row in book.Rows(sheet))
            {
                if (filler is not null)
                {
                    Fill(filler, columns!, book, row);
                }
                else if (++looked <= Look && ColumnsOf(row) is { } found)
                {
                    (columns, isList) = (found, true);
                    filler = new RowFiller(new RowTable(Shapes.Providers, data.Words), $"{file}, {book.Sheets[sheet]}", departures);
                    foreach (var column in found.Where(c => c >= 0))
                    {
                        filler.Table.Given[column] = true;
                    }
                }
            }

            if (filler is not null)
            {
                data.Take(filler.Table, lastYear: false);
            }
        }

        return isList;
    }

    /// <summary>The column of the list by each of the row; nothing unless there are reference numbers and something that is known by them.</summary>
    private static int[]? ColumnsOf(SheetRow row)
    {
        var columns = new int[row.Count];
        for (var c = 0; c < columns.Length; c++)
        {
            var column = Shapes.Providers.Find(ProviderHeadings.ColumnOf((row[c].Text ?? "").Trim().ToUpperInvariant().Replace(' ', '_')));
            columns[c] = columns.AsSpan(0, c).Contains(column) ? -1 : column;
        }

        return columns.Contains(0) && columns.Any(c => c > 0) ? columns : null;
    }

    private static void Fill(RowFiller filler, int[] columns, Workbook book, SheetRow row)
    {
        for (var c = 0; c < columns.Length; c++)
        {
            if (columns[c] >= 0)
            {
                var cell = row[c];
                var isDay = filler.Table.Shape.Columns[columns[c]].Kind == ColumnKind.Date && cell.Number is not null;
                var text = isDay ? book.DayOf(cell.Number!.Value)?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : cell.Text;
                filler.Set(columns[c], Encoding.UTF8.GetBytes(text ?? ""), row.Number);
            }
        }

        if (filler.IsBegun)
        {
            filler.End();
        }
    }
}
