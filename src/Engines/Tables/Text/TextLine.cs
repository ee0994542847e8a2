namespace Trellis.Tables;

/// <summary>One line of a text file that is not empty.</summary>
internal sealed record TextLine(int Number, bool AfterGap, string Text)
{
    public SourcePosition Position => new(Number, $"line {Number}");
}

/// <summary>A text cut into its lines.</summary>
internal sealed record TextLines(int Total, IReadOnlyList<TextLine> Filled)
{
    public static TextLines Of(string text, ReadingLimit limit)
    {
        var filled = new List<TextLine>();
        var total = 0;
        var gap = false;
        var from = 0;
        while (from < text.Length)
        {
            var end = text.AsSpan(from).IndexOfAny('\n', '\r');
            end = end < 0 ? text.Length : from + end;
            total++;
            limit.Rows(total, $"line {total}");
            limit.Characters(end - from, $"line {total}");
            var line = text[from..end];
            var newPage = line.StartsWith('\f');
            if (string.IsNullOrWhiteSpace(line))
            {
                gap = true;
            }
            else
            {
                filled.Add(new TextLine(total, gap || newPage, newPage ? line[1..] : line));
                gap = line.EndsWith('\f');
            }

            from = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return new TextLines(total, filled);
    }
}
