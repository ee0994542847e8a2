namespace Trellis.Linkage;

/// <summary>
/// A date of birth as one whole number: year * 512 + month * 32 + day, of which month and day are 0 where they are not known; 0 is no date.
/// </summary>
internal static class BirthDate
{
    /// <summary>Stands beside a date that so many records have that it is likely a stand-in for one that nobody knew.</summary>
    public const int StandIn = 1 << 30;

    private const int FirstYear = 1000;
    private const int LastYear = 2999;

    public static int Year(int date) => (date & ~StandIn) >> 9;

    public static int Month(int date) => (date >> 5) & 15;

    public static int Day(int date) => date & 31;

    public static int Of(int year, int month, int day) => (year << 9) | (month << 5) | day;

    /// <summary>
    /// Reads 2009-06-25, 25/06/2009, 20090625, 25 June 2009, 2009-06, 06/2009 and 2009, with a time behind and words such as "c." or "est" before it; the
    /// day comes before the month unless only the other way makes a date. 0 for what is none.
    /// </summary>
    public static int Read(ReadOnlySpan<byte> text)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var (found, named) = (0, -1);
        var at = 0;
        while (at < text.Length && found < 3)
        {
            var start = at;
            if (char.IsAsciiDigit((char)text[at]))
            {
                var number = 0;
                for (; at < text.Length && char.IsAsciiDigit((char)text[at]); at++)
                {
                    number = at - start < 8 ? (number * 10) + text[at] - '0' : number;
                }

                (parts[found], lengths[found++]) = (number, at - start);
            }
            else if (char.IsAsciiLetter((char)text[at]))
            {
                while (at < text.Length && char.IsAsciiLetter((char)text[at]))
                {
                    at++;
                }

                if (MonthNamed(text[start..at]) is var month && month > 0 && named < 0)
                {
                    named = found;
                    (parts[found], lengths[found++]) = (month, 2);
                }
            }
            else
            {
                at++;
            }
        }

        return (found, lengths[0]) switch
        {
            (1, 8) when Checked(parts[0] / 10_000, parts[0] / 100 % 100, parts[0] % 100) is var date and not 0 => date,
            (1, 8) => Checked(parts[0] % 10_000, parts[0] / 10_000 % 100, parts[0] / 1_000_000),
            (1, 4) => Checked(parts[0], 0, 0),
            (2, 4) => Checked(parts[0], parts[1], 0),
            (2, _) when lengths[1] == 4 => Checked(parts[1], parts[0], 0),
            (3, 4) => Checked(parts[0], parts[1], parts[2]),
            (3, _) when lengths[2] == 4 && named == 0 => Checked(parts[2], parts[0], parts[1]),
            (3, _) when lengths[2] == 4 && Checked(parts[2], parts[1], parts[0]) is var date and not 0 => date,
            (3, _) when lengths[2] == 4 => Checked(parts[2], parts[0], parts[1]),
            _ => 0,
        };
    }

    /// <summary>The date as people write it in a file: 2009-06-25, 2009-06 or 2009.</summary>
    public static string Write(int date) => date == 0 ? "" : Month(date) == 0 ? $"{Year(date):0000}" : Day(date) == 0 ? $"{Year(date):0000}-{Month(date):00}" : $"{Year(date):0000}-{Month(date):00}-{Day(date):00}";

    private static int Checked(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 0 and <= 12 && day >= 0 && (month == 0 ? day == 0 : day <= DateTime.DaysInMonth(year, month)) ? Of(year, month, day) : 0;

    private static int MonthNamed(ReadOnlySpan<byte> word)
    {
        if (word.Length < 3)
        {
            return 0;
        }

        Span<byte> small = [(byte)(word[0] | 32), (byte)(word[1] | 32), (byte)(word[2] | 32)];
        var at = "janfebmaraprmayjunjulaugsepoctnovdec"u8.IndexOf(small);
        return at >= 0 && at % 3 == 0 ? (at / 3) + 1 : 0;
    }
}
