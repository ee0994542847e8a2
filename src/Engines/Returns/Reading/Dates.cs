namespace Trellis.Returns;

/// <summary>How a date is written.</summary>
internal enum DateForm
{
    /// <summary>31/03/2026, as the SSDA903 asks.</summary>
    DayFirst,

    /// <summary>2026-03-31, as XML of the census asks.</summary>
    YearFirst,

    /// <summary>Some other way that leaves no doubt.</summary>
    Otherwise,
}

/// <summary>Dates as they stand in files.</summary>
internal static class Dates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>
    /// The number of the day (<see cref="Day"/>), or 0 for what is no date. Beside the two forms that returns ask for, a day or a month of one digit, parts joined by dashes or dots, a month as a word
    /// and midnight behind it leave no doubt. Two digits of a year do, and <c>2026/03/31</c> the return refuses.
    /// </summary>
    public static int Read(ReadOnlySpan<byte> text, out DateForm form)
    {
        if (text.Length == 10 && text[2] == '/' && text[5] == '/')
        {
            form = DateForm.DayFirst;
            return Number(Digits(text[6..]), Digits(text[3..5]), Digits(text[..2]));
        }

        if (text.Length == 10 && text[4] == '-' && text[7] == '-')
        {
            form = DateForm.YearFirst;
            return Number(Digits(text[..4]), Digits(text[5..7]), Digits(text[8..]));
        }

        form = DateForm.Otherwise;
        return ReadOther(text);
    }

    private static int ReadOther(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny("T "u8);
        if (end >= 8 && IsMidnight(text[(end + 1)..]))
        {
            text = text[..end];
        }

        Span<Range> parts = stackalloc Range[4];
        var count = 0;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ((byte)'/' or (byte)'-' or (byte)'.' or (byte)' '))
            {
                continue;
            }

            if (count == 3)
            {
                return 0;
            }

            parts[count++] = start..i;
            start = i + 1;
        }

        if (count != 3)
        {
            return 0;
        }

        var first = text[parts[0]];
        var middle = text[parts[1]];
        var last = text[parts[2]];
        var month = middle.Length > 2 ? MonthOf(middle) : Digits(middle);
        return first.Length == 4 ? text[4] == '/' ? 0 : Number(Digits(first), month, Short(last)) : last.Length == 4 ? Number(Digits(last), month, Short(first)) : 0;

        static int Short(ReadOnlySpan<byte> digits) => digits.Length <= 2 ? Digits(digits) : 0;
    }

    private static bool IsMidnight(ReadOnlySpan<byte> time) => time.Length is >= 5 and <= 13 && time.IndexOfAnyExcept("0:.Z"u8) < 0;

    private static int MonthOf(ReadOnlySpan<byte> word)
    {
        Span<byte> lower = stackalloc byte[3];
        for (var i = 0; i < 3; i++)
        {
            lower[i] = (byte)(word[i] | 0x20);
        }

        for (var m = 0; m < Months.Length; m++)
        {
            if (lower[0] == Months[m][0] && lower[1] == Months[m][1] && lower[2] == Months[m][2])
            {
                return m + 1;
            }
        }

        return 0;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var letter in text)
        {
            if (letter is < (byte)'0' or > (byte)'9' || number > 9999)
            {
                return 0;
            }

            number = (number * 10) + letter - '0';
        }

        return number;
    }

    private static int Number(int year, int month, int day)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return 0;
        }

        return new DateOnly(year, month, day).DayNumber + 1;
    }
}
