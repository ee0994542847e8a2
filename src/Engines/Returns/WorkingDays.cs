namespace Trellis.Returns;

/// <summary>
/// Working days of England: Monday to Friday without bank holidays (Banking and Financial Dealings Act 1971, and the proclamations of single years as GOV.UK publishes them). Day 0 is the day of an event,
/// day 1 the next working day.
/// </summary>
public static class WorkingDays
{
    /// <summary>The years whose days are looked up: those of all but the oldest and most mistaken dates of a return.</summary>
    private static readonly (DateOnly First, DateOnly Last) Known = (new(2000, 1, 1), new(2039, 12, 31));

    /// <summary>How many working days there are from the first known day up to each other, that one counted.</summary>
    private static readonly int[] UpTo = Counted();

    /// <summary>Whether people work on a day. What is no day is no working day.</summary>
    public static bool IsWorking(Day day) => day.IsDay && IsWorking(day.Date);

    /// <summary>The day that is so many working days later, or earlier for a negative number. What is no day stays so.</summary>
    public static Day Plus(Day day, int workingDays)
    {
        var step = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0 && day.IsDay;)
        {
            day = day.Plus(step);
            left -= IsWorking(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>How many working days lie after one day up to another, that one counted; nothing when either is no day, negative when the other is earlier.</summary>
    public static int? Between(Day from, Day to)
    {
        if (!from.IsDay || !to.IsDay)
        {
            return null;
        }

        if (to < from)
        {
            return -Between(to, from);
        }

        if (from.Date >= Known.First && to.Date <= Known.Last)
        {
            return UpTo[to.Date.DayNumber - Known.First.DayNumber] - UpTo[from.Date.DayNumber - Known.First.DayNumber];
        }

        var count = 0;
        for (var day = from.Plus(1); day <= to; day = day.Plus(1))
        {
            count += IsWorking(day) ? 1 : 0;
        }

        return count;
    }

    private static int[] Counted()
    {
        var counted = new int[Known.Last.DayNumber - Known.First.DayNumber + 1];
        var count = 0;
        for (var day = 0; day < counted.Length; day++)
        {
            count += IsWorking(Known.First.AddDays(day)) ? 1 : 0;
            counted[day] = count;
        }

        return counted;
    }

    private static bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    private static bool IsHoliday(DateOnly day) => day.Month switch
    {
        1 => day.Day <= 3 && day == Moved(new DateOnly(day.Year, 1, 1)),
        3 or 4 => day == new DateOnly(2011, 4, 29) || (Easter(day.Year) is var easter && (day == easter.AddDays(-2) || day == easter.AddDays(1))),
        5 => IsMayHoliday(day),
        6 => (day.Year, day.Day) is (2012, 4) or (2012, 5) or (2022, 2) or (2022, 3),
        8 => day.DayOfWeek == DayOfWeek.Monday && day.Day > 24,
        9 => day == new DateOnly(2022, 9, 19),
        12 => IsChristmas(day),
        _ => false,
    };

    private static bool IsMayHoliday(DateOnly day) =>
        day == new DateOnly(2023, 5, 8)
        || (day.Year == 2020 ? day.Day == 8 : day.DayOfWeek == DayOfWeek.Monday && day.Day <= 7)
        || (day.Year is not (2012 or 2022) && day.DayOfWeek == DayOfWeek.Monday && day.Day > 24);


    /// <summary>25 and 26 December; one that falls on a weekend is made up on the next days that are neither.</summary>
    private static bool IsChristmas(DateOnly day)
    {
        var first = new DateOnly(day.Year, 12, 25);
        return first.DayOfWeek switch
        {
            DayOfWeek.Friday => day == first || day == first.AddDays(3),
            DayOfWeek.Saturday => day == first.AddDays(2) || day == first.AddDays(3),
            DayOfWeek.Sunday => day == first.AddDays(1) || day == first.AddDays(2),
            _ => day == first || day == first.AddDays(1),
        };
    }

    private static DateOnly Moved(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876.</summary>
    private static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (19 * l)) / 433;
        var month = (h + l - (7 * m) + 90) / 25;
        return new DateOnly(year, month, (h + l - (7 * m) + (33 * month) + 19) % 32);
    }
}
