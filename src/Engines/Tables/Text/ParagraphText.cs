namespace Trellis.Tables;

/// <summary>A line of text as a paragraph: the marks of headings and lists taken off and remembered.</summary>
internal sealed class ParagraphText
{
    private const string Bullets = "-*+\u2022\u25E6\u25AA\u25CF\u2023\u00B7\u2013\u2014\uF0B7";

    private readonly List<int> indents = [];

    /// <summary>Reads one line. Depth of lists is judged against the items before it, so one reader serves one document in order.</summary>
    public SourceParagraph Read(SourcePosition position, bool afterGap, string line)
    {
        var text = line.Trim();
        var hashes = Hashes(text);
        if (hashes > 0)
        {
            indents.Clear();
            return new SourceParagraph(position, afterGap, InlineText.Runs(text[hashes..].Trim()), HeadingLevel: hashes);
        }

        var item = ItemText(text);
        if (item is null)
        {
            if (afterGap || !char.IsWhiteSpace(line[0]))
            {
                indents.Clear();
            }

            return new SourceParagraph(position, afterGap, InlineText.Runs(text));
        }

        var level = Level(line.Length - line.TrimStart().Length);
        return new SourceParagraph(position, afterGap, InlineText.Runs(item), ListLevel: level);
    }

    private static int Hashes(string text)
    {
        var count = 0;
        while (count < text.Length && text[count] == '#')
        {
            count++;
        }

        return count is > 0 and <= 6 && count < text.Length && text[count] == ' ' ? count : 0;
    }

    private int Level(int indent)
    {
        while (indents.Count > 0 && indents[^1] > indent)
        {
            indents.RemoveAt(indents.Count - 1);
        }

        if (indents.Count == 0 || indents[^1] < indent)
        {
            indents.Add(indent);
        }

        return indents.Count;
    }

    /// <summary>What follows a dash, star, plus or bullet and a space. Numbers stay in the text: "1. Title" may be a heading.</summary>
    private static string? ItemText(string text) =>
        text.Length > 2 && Bullets.Contains(text[0]) && char.IsWhiteSpace(text[1]) ? text[2..].TrimStart() : null;
}
