using System.Globalization;

namespace Trellis.Plans.Import;

/// <summary>
/// One word of a date: what it could be. 0 where it cannot. A class, as are the other small records of the reading: lists of structs
/// are compiled anew in each process, and the first reading waits for it.
/// </summary>
internal sealed record DatePart(int Day, int Month, int Year, bool IsLongYear)
{
    private static readonly DatePart Unknown = new(0, 0, 0, false);

    private static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    public bool IsKnown => Day > 0 || Month > 0 || Year > 0;

    public static DatePart Of(string word)
    {
        var month = MonthNamed(word);
        if (month > 0)
        {
            return new DatePart(0, month, 0, false);
        }

        var digits = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return Unknown;
        }

        return digits.Length switch
        {
            4 when number is >= 1990 and < 2100 => new DatePart(0, 0, number, true),
            1 or 2 => new DatePart(
                number is >= 1 and <= 31 ? number : 0,
                number is >= 1 and <= 12 ? number : 0,
                digits.Length == 2 ? 2000 + number : 0,
                false
            ),
            _ => Unknown,
        };
    }

    /// <summary>1 to 12 for a month's name or its first three letters or more ("Sept"), otherwise 0.</summary>
    public static int MonthNamed(string word) =>
        word.Length < 3 ? 0 : 1 + Array.FindIndex(Months, month => month.StartsWith(word, StringComparison.Ordinal));
}
