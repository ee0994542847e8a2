namespace Trellis.Modules.Tests.Import;

/// <summary>What is done to the writing: other quotes and dashes, spaces for tabs, the same text eight times.</summary>
internal sealed partial class DamagedDocument
{
    private void ChangeQuotes()
    {
        var dash = Any<string>(["-", "\u2013", "\u2014"]);
        var quote = Any<string>(["'", "\u2019", "\u2018", "`"]);
        lines =
        [
            .. lines.Select(line =>
                line with
                {
                    Text = line
                        .Text.Replace("\u2013", dash, StringComparison.Ordinal)
                        .Replace("\u2019", quote, StringComparison.Ordinal)
                        .Replace("'", quote, StringComparison.Ordinal),
                }
            ),
        ];
    }

    private void EightPriorities()
    {
        var one = lines;
        lines = [];
        for (var number = 1; number <= 8; number++)
        {
            lines.AddRange(
                one.Select(line =>
                    line with
                    {
                        Text = line
                            .Text.Replace("PRIORITY 1", $"PRIORITY {number}", StringComparison.Ordinal)
                            .Replace("Priority 1", $"Priority {number}", StringComparison.Ordinal),
                    }
                )
            );
        }
    }

    private void SpacesForTabs()
    {
        var width = random.Next(2, 9);
        var way = random.Next(4);
        var only = way == 3 ? lines[Any(Rows())].Origin : 0;
        lines =
        [
            .. lines.Select(line =>
                !line.Text.Contains('\t', StringComparison.Ordinal) || (only > 0 && line.Origin != only)
                    ? line
                    : line with
                    {
                        Text =
                            way == 1 ? Uneven(line.Text)
                            : way == 2 ? Padded(line.Text)
                            : line.Text.Replace("\t", new string(' ', width), StringComparison.Ordinal),
                    }
            ),
        ];
    }

    private string Uneven(string text) =>
        string.Concat(text.Select(letter => letter == '\t' ? new string(' ', random.Next(2, 7)) : letter.ToString()));

    private static string Padded(string text) => string.Concat(text.Split('\t').Select(cell => cell.PadRight(130))).TrimEnd();
}
