namespace Trellis.Tables;

/// <summary>Bold between double asterisks (or double underscores) taken apart into runs.</summary>
internal static class InlineText
{
    public static IReadOnlyList<TextRun> Runs(string text)
    {
        var mark = text.Contains("**", StringComparison.Ordinal) ? "**" : "__";
        var start = text.IndexOf(mark, StringComparison.Ordinal);
        if (start < 0)
        {
            return [new TextRun(text)];
        }

        var runs = new List<TextRun>();
        var from = 0;
        while (start >= 0)
        {
            var end = text.IndexOf(mark, start + 2, StringComparison.Ordinal);
            if (end <= start + 2)
            {
                break;
            }

            Add(runs, text[from..start], bold: false);
            Add(runs, text[(start + 2)..end], bold: true);
            from = end + 2;
            start = text.IndexOf(mark, from, StringComparison.Ordinal);
        }

        Add(runs, text[from..], bold: false);
        return runs.Count == 0 ? [new TextRun(text)] : runs;
    }

    private static void Add(List<TextRun> runs, string text, bool bold)
    {
        if (text.Length > 0)
        {
            runs.Add(new TextRun(text, bold));
        }
    }
}
