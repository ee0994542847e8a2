namespace Trellis.Tables;

/// <summary>A row of a Markdown pipe table.</summary>
internal static class PipeRow
{
    /// <summary>The row, or null when the line is not wrapped in pipes. A pipe behind a backslash is a letter.</summary>
    public static SourceRow? Read(TextLine line)
    {
        var text = line.Text.Trim();
        if (text.Length < 3 || text[0] != '|' || text[^1] != '|')
        {
            return null;
        }

        var cells = new List<SourceCell>();
        var from = 1;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '|' && text[i - 1] != '\\')
            {
                var cell = text[from..i].Trim().Replace("\\|", "|", StringComparison.Ordinal);
                cells.Add(new SourceCell(string.Concat(InlineText.Runs(cell).Select(run => run.Text))));
                from = i + 1;
            }
        }

        return new SourceRow(line.Position, line.AfterGap, cells);
    }
}
