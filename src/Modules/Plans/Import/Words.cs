namespace Trellis.Plans.Import;

/// <summary>Texts made comparable: the same sentence typed with other quotes, dashes, capitals or spaces is the same sentence.</summary>
internal static class Words
{
    /// <summary>Lower case, straight quotes, plain dashes, single spaces, nothing outside.</summary>
    public static string Plain(string text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        var plain = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        var space = false;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
            {
                space = length > 0;
                continue;
            }

            if (space)
            {
                plain[length++] = ' ';
                space = false;
            }

            plain[length++] = letter is >= 'a' and <= 'z' ? letter : Straight(letter);
        }

        return new string(plain[..length]);
    }

    /// <summary>The words of a plain text: letters and digits, with apostrophes inside words left out.</summary>
    public static string[] Of(string text) =>
        Plain(text).Replace("'", "", StringComparison.Ordinal).Split(NotWord, StringSplitOptions.RemoveEmptyEntries);

    public static int Count(string text)
    {
        var count = 0;
        var inside = false;
        foreach (var letter in text)
        {
            var space = char.IsWhiteSpace(letter);
            count += !space && !inside ? 1 : 0;
            inside = !space;
        }

        return count;
    }

    /// <summary>True when a text has letters and none of them is lower case.</summary>
    public static bool IsCapitals(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    /// <summary>True when a text begins as the inside of a sentence does.</summary>
    public static bool BeginsInside(string text) =>
        text.Length > 0 && (char.IsLower(text[0]) || text[0] is '/' or '&' or ',' or ')' or ';');

    /// <summary>True when a text ends as a sentence, an item or an introduction does.</summary>
    public static bool EndsWhole(string text) =>
        text.Length == 0
        || text.TrimEnd('*', '"', '\'', '\u2019', '\u201D', ')', ' ') is "" or [.., '.' or ':' or ';' or '!' or '?' or '\u2026'];

    private static readonly char[] NotWord = [.. " /&,.;:!?()[]-+*#\"_|<>=~@^{}\\%\u2026\u2022".Distinct()];

    private static char Straight(char letter) =>
        letter switch
        {
            '\u2018' or '\u2019' or '\u201B' or '`' or '\u00B4' or '\u2032' => '\'',
            '\u201C' or '\u201D' or '\u201E' or '\u2033' or '\u00AB' or '\u00BB' => '"',
            >= '\u2010' and <= '\u2015' or '\u2212' => '-',
            _ => char.ToLowerInvariant(letter),
        };
}
