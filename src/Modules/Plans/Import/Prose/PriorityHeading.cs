namespace Trellis.Plans.Import;

/// <summary>"PRIORITY 1", "Priority Two: Healthy lives", "Theme 3 – Schools": the beginning of a priority.</summary>
internal static class PriorityHeading
{
    private static readonly string[] Levels = ["priority", "theme", "strand", "outcome", "ambition", "goal", "aim"];

    private static readonly string[] Numbers =
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    public static SectionHeading? Of(string text, string plain, bool marked)
    {
        var words = plain.Split(' ', 3);
        if (words.Length < 2 || !Levels.Contains(words[0]))
        {
            return null;
        }

        var numeral = words[1].TrimEnd(':', '-', '.', ',');
        var number = NumberOf(numeral);
        if (number is null)
        {
            return null;
        }

        var separated = numeral.Length < words[1].Length || (words.Length > 2 && words[2][0] is '-' or ':');
        if (words.Length == 2)
        {
            return new SectionHeading(SectionKind.Priority, number);
        }

        if (!separated && !marked)
        {
            return null;
        }

        var rest = AfterNumber(text);
        var isTitle = separated || (marked && !IsPart(words[2]));
        return isTitle && !rest.EndsWith('.') ? new SectionHeading(SectionKind.Priority, number, rest) : null;
    }

    /// <summary>A part's heading without the "Priority 1" that may stand before it.</summary>
    public static string WithoutNumber(string plain)
    {
        var words = plain.Split(' ', 3);
        return words.Length == 3 && Levels.Contains(words[0]) && NumberOf(words[1].TrimEnd(':', '-')) is not null
            ? words[2].TrimStart('-', ' ')
            : plain;
    }

    public static int? NumberOf(string numeral)
    {
        if (
            int.TryParse(
                numeral,
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return number is > 0 and < 1000 ? number : null;
        }

        var place = Math.Max(Array.IndexOf(Numbers, numeral), Array.IndexOf(Roman, numeral));
        return place < 0 ? null : place + 1;
    }

    private static bool IsPart(string rest) =>
        rest.Contains("action", StringComparison.Ordinal)
        || rest.Contains("indicator", StringComparison.Ordinal)
        || rest.Contains("risk", StringComparison.Ordinal)
        || rest.Contains("challenge", StringComparison.Ordinal)
        || rest.Contains("measure", StringComparison.Ordinal);

    private static string AfterNumber(string text)
    {
        var words = text.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 3 ? "" : words[2].TrimStart('-', ':', '\u2013', '\u2014', ' ').Trim();
    }
}
