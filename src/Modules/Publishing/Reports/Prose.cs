using Trellis.Papers;

namespace Trellis.Publishing.Reports;

/// <summary>
/// What people write in Trellis as blocks of a paper: blank lines part paragraphs, "- " begins a bullet, two spaces before it a
/// nested one, ** marks what is bold.
/// </summary>
internal static class Prose
{
    /// <param name="markOf">The mark for a piece, by its plain text.</param>
    public static IEnumerable<PaperBlock> Blocks(string text, Func<string, string?> markOf)
    {
        var lines = new List<string>();
        var items = new List<(int Level, string Text)>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var content = line.Trim();
            var isBullet = content.StartsWith("- ", StringComparison.Ordinal) || content.StartsWith("• ", StringComparison.Ordinal);
            if (lines.Count > 0 && (content.Length == 0 || isBullet))
            {
                yield return Paragraph(string.Join(' ', lines), markOf);
                lines.Clear();
            }

            if (items.Count > 0 && content.Length == 0)
            {
                yield return new ListBlock(false, Entries(items, 0, items.Count, markOf));
                items.Clear();
            }

            if (isBullet)
            {
                items.Add(((line.Length - line.TrimStart().Length) / 2, content[2..].Trim()));
            }
            else if (content.Length > 0 && items.Count > 0)
            {
                items[^1] = (items[^1].Level, items[^1].Text + " " + content);
            }
            else if (content.Length > 0)
            {
                lines.Add(content);
            }
        }
    }

    /// <summary>Pieces of one weight, with ** taken away. An odd one at the end stays as it was typed.</summary>
    public static List<TextPiece> Pieces(string text)
    {
        var pieces = new List<TextPiece>();
        var parts = text.Split("**");
        for (var i = 0; i < parts.Length; i++)
        {
            var isOdd = i % 2 == 1 && i == parts.Length - 1;
            var words = isOdd ? "**" + parts[i] : parts[i];
            if (words.Length > 0)
            {
                pieces.Add(new TextPiece(words, i % 2 == 1 && !isOdd ? TextWeight.Strong : TextWeight.Plain));
            }
        }

        return pieces;
    }

    private static ParagraphBlock Paragraph(string text, Func<string, string?> markOf)
    {
        var pieces = Pieces(text);
        return new ParagraphBlock(pieces) { Mark = markOf(Plain(pieces)) };
    }

    /// <summary>The items from one place to another, each with those that stand deeper behind it.</summary>
    private static List<ListEntry> Entries(List<(int Level, string Text)> items, int from, int to, Func<string, string?> markOf)
    {
        var entries = new List<ListEntry>();
        for (var at = from; at < to;)
        {
            var end = at + 1;
            while (end < to && items[end].Level > items[at].Level)
            {
                end++;
            }

            var pieces = Pieces(items[at].Text);
            entries.Add(new ListEntry(pieces, Entries(items, at + 1, end, markOf)) { Mark = markOf(Plain(pieces)) });
            at = end;
        }

        return entries;
    }

    private static string Plain(List<TextPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));
}
