namespace Trellis.Plans.Pages.Items;

/// <summary>A paragraph, or a run of bullets, of what somebody wrote.</summary>
internal sealed record ProseBlock(bool IsList, IReadOnlyList<string> Lines)
{
    public static IEnumerable<ProseBlock> Of(string text)
    {
        var lines = new List<string>();
        var inList = false;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var line = raw.Trim();
            var isBullet = line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("• ", StringComparison.Ordinal);
            var begins = line.Length == 0 || isBullet != inList;
            if (begins && lines.Count > 0 && !(inList && line.Length > 0 && !isBullet))
            {
                yield return new ProseBlock(inList, [.. lines]);
                lines.Clear();
                inList = false;
            }

            if (line.Length == 0)
            {
                continue;
            }

            if (inList && !isBullet)
            {
                // The bullet goes on in the next line.
                lines[^1] += " " + line;
                continue;
            }

            inList = isBullet;
            lines.Add(isBullet ? line[2..].Trim() : line);
        }
    }
}
