namespace Trellis.Tables;

/// <summary>Columns of CSV and of the first sheet of a workbook: the first row that is not empty names them.</summary>
internal static class TextColumns
{
    public static ColumnTable Read(ReadOnlyMemory<byte> bytes, ReadingLimit limit)
    {
        if (bytes.Span.StartsWith("PK"u8))
        {
            return OfRows(FileKind.Read(bytes, limit), limit);
        }

        var text = TextDecoding.Decode(bytes.Span) ?? throw limit.Refusal("The file is neither text nor a workbook nor a Parquet file.", "", "Save it as CSV.");
        var scan = new CsvScan(text, Delimiter.Of(text), limit);
        var table = new Growing(limit);
        var lines = new List<int>();
        while (scan.Next() is { } record)
        {
            if (table.Add(record, $"line {scan.RecordLine}"))
            {
                lines.Add(scan.RecordLine);
            }
        }

        return table.Whole(row => $"line {lines[row]}");
    }

    private static ColumnTable OfRows(SourceDocument workbook, ReadingLimit limit)
    {
        var table = new Growing(limit);
        var places = new List<string>();
        foreach (var block in workbook.Blocks)
        {
            if (table.Add(block is SourceRow row ? [.. row.Cells.Select(cell => cell.Text)] : [block.Text], block.Position.Place))
            {
                places.Add(block.Position.Place);
            }
        }

        return table.Whole(row => places[row]);
    }

    private sealed class Growing(ReadingLimit limit)
    {
        private IReadOnlyList<string>? names;
        private List<string>[] cells = [];
        private Texts[] texts = [];

        /// <returns>True for a row; false for the names and for an empty line.</returns>
        public bool Add(IReadOnlyList<string> record, string place)
        {
            if (record.All(string.IsNullOrWhiteSpace))
            {
                return false;
            }

            if (names is null)
            {
                names = record;
                cells = [.. record.Select(_ => new List<string>())];
                texts = [.. record.Select(_ => new Texts())];
                return false;
            }

            for (var i = names.Count; i < record.Count; i++)
            {
                if (!string.IsNullOrWhiteSpace(record[i]))
                {
                    throw limit.Refusal($"The row has {record.Count} values, but there are {names.Count} columns.", place, "Put a value that has a comma in it into quotation marks.");
                }
            }

            for (var i = 0; i < cells.Length; i++)
            {
                cells[i].Add(i < record.Count ? texts[i].Of(record[i].AsSpan().Trim()) : "");
            }

            return true;
        }

        public ColumnTable Whole(Func<int, string> place) => names is null
            ? throw limit.Refusal("The file is empty.", "", "Check that it is the right file.")
            : new ColumnTable(names, [.. cells.Select(column => column.ToArray())], place);
    }
}
