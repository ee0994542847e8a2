using System.Text;

namespace Trellis.Returns;

/// <summary>A table of a return from a CSV file.</summary>
internal static class CsvTables
{
    /// <summary>Hardly a row of a return is shorter, so that a file of blank lines makes no room for millions.</summary>
    private const int ShortRow = 16;

    /// <summary>Reads the file into the table, whose columns may stand in any order. What is not as it should be becomes a departure; nothing stops the reading.</summary>
    public static void Read(RowTable table, string file, ReadOnlySpan<byte> text, Departures departures)
    {
        var filler = new RowFiller(table, file, departures);
        var records = new CsvRecords(text, DelimiterOf(text));
        if (!records.Next())
        {
            departures.Add(file, 1, null, "The file is empty.");
            return;
        }

        var columns = ColumnsOf(ref records, filler.Table, file, departures);
        filler.Table.Expect(Math.Min(text.Count((byte)'\n'), text.Length / ShortRow));
        while (records.Next())
        {
            var cells = Math.Min(columns.Length, records.Count);
            for (var c = 0; c < cells; c++)
            {
                if (columns[c] >= 0)
                {
                    filler.Set(columns[c], records[c], records.Line);
                }
            }

            filler.End();
            if (records.Count != columns.Length)
            {
                SayOfLength(ref records, columns.Length, file, departures);
            }
        }

        if (filler.Table.Rows == 0)
        {
            departures.Add(file, 1, null, "There are no rows under the headings.");
        }
    }

    /// <summary>The names in the first record, as they are compared: capital letters, spaces as underscores.</summary>
    public static string[] HeadingsOf(ReadOnlySpan<byte> text)
    {
        var records = new CsvRecords(text, DelimiterOf(text));
        if (!records.Next())
        {
            return [];
        }

        var names = new string[records.Count];
        for (var c = 0; c < names.Length; c++)
        {
            names[c] = NameOf(records[c]);
        }

        return names;
    }

    /// <summary>The column that a heading names, as <see cref="HeadingsOf"/> gives it; -1 for none.</summary>
    public static int ColumnOf(TableShape table, string heading) => table.Find(table == Ssda903.Shapes.Providers ? Ssda903.ProviderHeadings.ColumnOf(heading) : Alias(heading));

    private static int[] ColumnsOf(ref CsvRecords headings, RowTable table, string file, Departures departures)
    {
        var columns = new int[headings.Count];
        for (var c = 0; c < columns.Length; c++)
        {
            var name = NameOf(headings[c]);
            columns[c] = ColumnOf(table.Shape, name);
            if (columns[c] < 0)
            {
                // A list that somebody else publishes has columns that nobody asks for.
                if (name.Length > 0 && !table.Shape.IsList)
                {
                    departures.Add(file, 1, $"column {c + 1}", $"{table.Shape.Name} has no column of that name; it was left out.");
                }
            }
            else if (table.Given[columns[c]])
            {
                departures.Add(file, 1, table.Shape.Columns[columns[c]].Name, "The column stands there twice; the first was read.");
                columns[c] = -1;
            }
            else
            {
                table.Given[columns[c]] = true;
                if (Ssda903.YearForms.IsOfXmlAlone(table.Shape, table.Shape.Columns[columns[c]].Name))
                {
                    departures.Add(file, 1, table.Shape.Columns[columns[c]].Name, "No year's CSV has this column. It was read all the same.");
                }
            }
        }

        return columns;
    }

    private static void SayOfLength(ref CsvRecords records, int columns, string file, Departures departures)
    {
        if (records.Count < columns)
        {
            departures.Add(file, records.Line, null, "The row has fewer cells than there are headings; those that lack are taken as empty.");
            return;
        }

        for (var c = columns; c < records.Count; c++)
        {
            if (!records[c].Trim((byte)' ').IsEmpty)
            {
                departures.Add(file, records.Line, null, "The row has more cells than there are headings; those beyond were left out.");
                return;
            }
        }
    }

    private static string NameOf(ReadOnlySpan<byte> heading) => Encoding.UTF8.GetString(heading).Trim().ToUpperInvariant().Replace(' ', '_');

    /// <summary>Names that case systems and the XML form use for the same column.</summary>
    private static string Alias(string name) => name switch
    {
        "CHILDID" or "CHILD_ID" => "CHILD",
        "PL" => "PLACE",
        "GENDER" => "SEX",
        "PCDS" or "PCD" => "POSTCODE",
        "EAST1M" or "OSEAST1M" => "EASTING",
        "NORTH1M" or "OSNRTH1M" => "NORTHING",
        _ => name,
    };

    /// <summary>The sign that stands most often in the first line outside quotes.</summary>
    public static byte DelimiterOf(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        var line = end < 0 ? text : text[..end];
        var best = (byte)',';
        foreach (var candidate in ";\t|"u8)
        {
            if (line.Count(candidate) > line.Count(best))
            {
                best = candidate;
            }
        }

        return best;
    }
}
