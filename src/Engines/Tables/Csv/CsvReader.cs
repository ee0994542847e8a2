namespace Trellis.Tables;

/// <summary>
/// Separated values. A record may run over several lines inside quotes; its position is its first line. A record of which only the
/// first cell is filled is a paragraph.
/// </summary>
internal static class CsvReader
{
    public static SourceDocument Read(string text, ReadingLimit limit)
    {
        var delimiter = Delimiter.Of(text);
        var paragraphs = new ParagraphText();
        var blocks = new List<SourceBlock>();
        var scan = new CsvScan(text, delimiter, limit);
        var gap = false;
        while (scan.Next() is { } record)
        {
            if (record.TrueForAll(string.IsNullOrWhiteSpace))
            {
                gap = true;
                continue;
            }

            blocks.Add(Block(record, new SourcePosition(scan.RecordLine, $"line {scan.RecordLine}"), gap, paragraphs));
            gap = false;
        }

        return new SourceDocument(limit.FileName, SourceFormat.Csv, scan.Line - 1, blocks);
    }

    private static SourceBlock Block(List<string> record, SourcePosition position, bool gap, ParagraphText paragraphs) =>
        record.Skip(1).All(string.IsNullOrWhiteSpace)
            ? paragraphs.Read(position, gap, record[0].ReplaceLineEndings(" "))
            : new SourceRow(position, gap, [.. record.Select(cell => new SourceCell(cell.ReplaceLineEndings(" ").Trim()))]);
}
