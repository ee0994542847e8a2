using System.Text;

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
        var scan = new Scan(text, delimiter, limit);
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

    /// <summary>One pass over the letters; a quote inside quotes is doubled, and one that never closes ends with the file.</summary>
    private sealed class Scan(string text, char delimiter, ReadingLimit limit)
    {
        private readonly StringBuilder cell = new();
        private int at;

        /// <summary>The next line to be read, from 1.</summary>
        public int Line { get; private set; } = 1;

        public int RecordLine { get; private set; }

        public List<string>? Next()
        {
            if (at >= text.Length)
            {
                return null;
            }

            RecordLine = Line;
            limit.Rows(Line, $"line {Line}");
            var record = new List<string>();
            while (Cell(record)) { }

            limit.CellsInRow(record.Count, $"line {RecordLine}");
            return record;
        }

        /// <summary>Reads one cell; true while the record goes on.</summary>
        private bool Cell(List<string> record)
        {
            cell.Clear();
            var quoted = at < text.Length && text[at] == '"';
            at += quoted ? 1 : 0;
            for (; at < text.Length; at++)
            {
                var letter = text[at];
                if (quoted && letter == '"')
                {
                    if (at + 1 < text.Length && text[at + 1] == '"')
                    {
                        at++;
                    }
                    else
                    {
                        quoted = false;
                        continue;
                    }
                }
                else if (!quoted && (letter == delimiter || letter is '\n' or '\r'))
                {
                    break;
                }
                else if (letter == '\n')
                {
                    Line++;
                }

                cell.Append(letter);
                limit.Characters(cell.Length, $"line {RecordLine}");
            }

            record.Add(cell.ToString());
            return EndOfCell();
        }

        private bool EndOfCell()
        {
            if (at >= text.Length)
            {
                Line++;
                return false;
            }

            var letter = text[at++];
            if (letter == delimiter)
            {
                return true;
            }

            at += letter == '\r' && at < text.Length && text[at] == '\n' ? 1 : 0;
            Line++;
            return false;
        }
    }
}
