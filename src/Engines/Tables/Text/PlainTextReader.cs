namespace Trellis.Tables;

/// <summary>
/// Text and Markdown. A line with a tab is a row; so is a line between pipes; so are lines whose parts stand apart by two or more
/// spaces, where they look like a table (<see cref="SpacedColumns"/>). Anything else is a paragraph.
/// </summary>
internal static class PlainTextReader
{
    public static SourceDocument Read(string text, SourceFormat format, ReadingLimit limit)
    {
        var lines = TextLines.Of(text, limit);
        var spaced = SpacedColumns.Of(lines.Filled);
        var paragraphs = new ParagraphText();
        var blocks = new List<SourceBlock>(lines.Filled.Count);
        for (var i = 0; i < lines.Filled.Count; i++)
        {
            var line = lines.Filled[i];
            blocks.Add(
                Rule(line)
                    ?? (SourceBlock?)Tabbed(line, limit)
                    ?? PipeRow.Read(line)
                    ?? spaced.Row(i)
                    ?? (SourceBlock)Paragraph(paragraphs, line)
            );
        }

        return new SourceDocument(limit.FileName, format, lines.Total, blocks);
    }

    private static SourceRule? Rule(TextLine line)
    {
        var drawn = line.Text.Trim();
        return drawn.Length >= 3 && drawn.All(letter => letter is '-' or '=' or '_' or '*' or '|' or ':' or '+' or ' ')
            ? new SourceRule(line.Position, line.AfterGap, drawn)
            : null;
    }

    private static SourceRow? Tabbed(TextLine line, ReadingLimit limit)
    {
        var first = line.Text.IndexOf('\t', StringComparison.Ordinal);
        if (first < 0 || IsIndentOrBullet(line.Text))
        {
            return null;
        }

        var cells = line.Text.Split('\t');
        limit.CellsInRow(cells.Length, line.Position.Place);
        return new SourceRow(line.Position, line.AfterGap, Array.ConvertAll(cells, cell => new SourceCell(cell.Trim())));
    }

    /// <summary>Word's "save as text" puts a tab after a bullet: "•&#9;Keep…" is an item, not a row.</summary>
    private static bool IsIndentOrBullet(string line)
    {
        var text = line.TrimStart();
        return text.Length > 2
            && !char.IsLetterOrDigit(text[0])
            && text[0] is not ('(' or '"' or '\'' or '\u2018' or '\u201C' or '\u00A3')
            && text[1] == '\t'
            && text.IndexOf('\t', 2) < 0;
    }

    private static SourceParagraph Paragraph(ParagraphText paragraphs, TextLine line) =>
        paragraphs.Read(line.Position, line.AfterGap, line.Text);
}
