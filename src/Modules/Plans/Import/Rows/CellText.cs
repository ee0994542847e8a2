namespace Trellis.Plans.Import;

/// <summary>What the text of a cell looks like, whatever column it stands in.</summary>
internal static class CellText
{
    private static readonly char[] Between = ['/', ',', '&', ';', '+'];

    private static readonly string[] SmallWords =
    [
        "of",
        "and",
        "for",
        "the",
        "to",
        "in",
        "de",
        "la",
        "van",
        "von",
        "all",
        "each",
        "manager",
        "managers",
        "officer",
        "officers",
        "lead",
        "leads",
        "head",
        "heads",
        "team",
        "teams",
        "staff",
        "partner",
        "partners",
        "service",
        "services",
        "director",
        "directors",
        "schools",
        "board",
        "members",
        "practitioners",
    ];

    private static readonly string[] Levels =
    [
        "high",
        "medium",
        "low",
        "very high",
        "very low",
        "red",
        "amber",
        "green",
        "severe",
        "critical",
        "moderate",
        "minor",
        "major",
        "medium/high",
        "low/medium",
    ];

    /// <summary>The parts between strokes, commas or ampersands.</summary>
    public static string[] Parts(string text) =>
        text.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The parts between strokes.</summary>
    public static string[] Alternatives(string text) =>
        text.Split(['/', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Departments in short: one to five capitals each, "CS / P".</summary>
    public static bool IsCode(string text)
    {
        if (text.Length is 0 or > 24)
        {
            return false;
        }

        var parts = Parts(text);
        return parts.Length > 0
            && Array.TrueForAll(parts, part => part.Length is > 0 and <= 5 && part.All(char.IsAsciiLetterUpper));
    }

    /// <summary>One name or several: capitals at the head of each word, or a post such as "Head of Schools".</summary>
    public static bool IsPersonLike(string text)
    {
        if (text.Length is 0 or > 160 || text.Any(char.IsDigit))
        {
            return false;
        }

        return Array.TrueForAll(Parts(text), IsOnePersonLike);
    }

    /// <summary>Half a date: a month or a year alone.</summary>
    public static bool IsHalfDate(string text)
    {
        if (text.Length is < 3 or > 10)
        {
            return false;
        }

        var part = DatePart.Of(Words.Plain(text));
        return part.IsLongYear || (part.Month > 0 && part.Day == 0);
    }

    public static bool IsLevel(string text) =>
        text.Length is > 0 and <= 20
        && (
            Levels.Contains(Words.Plain(text)) || double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _)
        );

    /// <summary>True when a text stops where it must go on: "Play &amp;", "CS /", "the".</summary>
    public static bool StopsOpen(string text)
    {
        if (text.Length == 0)
        {
            return false;
        }

        var word = text[(text.LastIndexOf(' ') + 1)..];
        return word
                is "&"
                    or "/"
                    or "-"
                    or "\u2013"
                    or "\u2014"
                    or "and"
                    or "or"
                    or "of"
                    or "the"
                    or "to"
                    or "for"
                    or "in"
                    or "with"
                    or "a"
                    or "an"
                    or "by"
                    or "on"
                    or "from"
            || text[^1] is ',' or '/' or '&' or '(';
    }

    private static bool IsOnePersonLike(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 6
            && Array.TrueForAll(words, word => char.IsUpper(word[0]) || SmallWords.Contains(word))
            && char.IsUpper(words[0][0]);
    }
}
