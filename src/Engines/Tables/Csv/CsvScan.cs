using System.Text;

namespace Trellis.Tables;

/// <summary>One pass over the letters; a quote inside quotes is doubled, and one that never closes ends with the file.</summary>
internal sealed class CsvScan(string text, char delimiter, ReadingLimit limit)
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
