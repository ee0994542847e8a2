using System.Globalization;

namespace Trellis.Measures.Periods;

/// <summary>
/// What a figure is of: so many whole months up to the end of one, or that end itself (children looked after on 31 March).
/// Kept as one number, so that figures sort by the end of their period, the shorter first.
/// </summary>
/// <param name="Number">The end, in months since year 0, times 64, and the length in months; 0 months are a moment.</param>
public readonly record struct Period(int Number) : IComparable<Period>
{
    public const int LongestMonths = 63;
    private const int LengthBits = 6;
    private const int MonthsInAYear = 12;

    /// <summary>So many months up to the end of the given one; 0 months are that end itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A year outside 1 to 9999, a month outside 1 to 12, a length outside 0 to 63.</exception>
    public static Period To(int year, int month, int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, MonthsInAYear);
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, LongestMonths);
        return new Period(((year * MonthsInAYear + month - 1) << LengthBits) | months);
    }

    public static Period Month(int year, int month) => To(year, month, 1);

    public static Period AtEndOf(int year, int month) => To(year, month, 0);

    public static Period CalendarYear(int year) => To(year, 12, MonthsInAYear);

    /// <summary>The year to 31 March of the given year.</summary>
    public static Period FinancialYear(int endYear) => To(endYear, 3, MonthsInAYear);

    /// <summary>The year to 31 August of the given year.</summary>
    public static Period AcademicYear(int endYear) => To(endYear, 8, MonthsInAYear);

    /// <summary>The length in months; 0 for a moment.</summary>
    public int Months => Number & LongestMonths;

    public bool IsMoment => Months == 0;

    /// <summary>The last day.</summary>
    public DateOnly End => new DateOnly(EndYear, EndMonth, 1).AddMonths(1).AddDays(-1);

    /// <summary>The first day; for a moment its only one.</summary>
    public DateOnly Start => IsMoment ? End : new DateOnly(EndYear, EndMonth, 1).AddMonths(1 - Months);

    public int EndYear => EndIndex / MonthsInAYear;

    public int EndMonth => EndIndex % MonthsInAYear + 1;

    /// <summary>Months since year 0: how far two periods are apart.</summary>
    public int EndIndex => Number >> LengthBits;

    /// <summary>The period of the same length so many months later, or earlier when negative.</summary>
    public Period Shift(int months) => new(((EndIndex + months) << LengthBits) | Months);

    public Period YearBefore => Shift(-MonthsInAYear);

    /// <summary>True where the two share a month: figures of such periods tell the same things twice.</summary>
    public bool Overlaps(Period other) => !IsMoment && !other.IsMoment && EndIndex - Months < other.EndIndex && other.EndIndex - other.Months < EndIndex;

    /// <summary>As pages say it: "Year to March 2025", "School year 2024/25", "April to June 2025", "31 March 2025".</summary>
    public string Words => Months switch
    {
        0 => Written(End, "d MMMM yyyy"),
        1 => Written(End, "MMMM yyyy"),
        MonthsInAYear when EndMonth == 12 => $"{EndYear}",
        MonthsInAYear when EndMonth == 8 => $"School year {SplitYear}",
        MonthsInAYear => $"Year to {Written(End, "MMMM yyyy")}",
        _ when Start.Year == End.Year => $"{Written(Start, "MMMM")} to {Written(End, "MMMM yyyy")}",
        _ => $"{Written(Start, "MMMM yyyy")} to {Written(End, "MMMM yyyy")}",
    };

    /// <summary>As the axis of a chart says it: "2024/25", "Mar 25".</summary>
    public string Short => Months switch
    {
        MonthsInAYear when EndMonth == 12 => $"{EndYear}",
        MonthsInAYear when EndMonth is 3 or 8 => SplitYear,
        0 or 1 => Written(End, "MMM yy"),
        _ => $"{Written(Start, "MMM yy")}–{Written(End, "MMM yy")}",
    };

    /// <summary>As files and addresses say it, after ISO 8601: "2025-03" is the end of March, "2024-04/2025-03" the year up to it.</summary>
    public string Key => IsMoment ? Written(End, "yyyy-MM") : $"{Written(Start, "yyyy-MM")}/{Written(End, "yyyy-MM")}";

    /// <summary>Reads what <see cref="Key"/> writes; null where the text is none.</summary>
    public static Period? ReadKey(string key)
    {
        var parts = key.Split('/');
        if (parts.Length > 2 || !Array.TrueForAll(parts, IsMonth))
        {
            return null;
        }

        var end = MonthOf(parts[^1]);
        var months = parts.Length == 1 ? 0 : (end.Year - MonthOf(parts[0]).Year) * MonthsInAYear + end.Month - MonthOf(parts[0]).Month + 1;
        return months is >= 0 and <= LongestMonths && parts.Length - 1 <= months ? To(end.Year, end.Month, months) : null;

        static bool IsMonth(string text) => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

        static DateOnly MonthOf(string text) => DateOnly.ParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture);
    }

    public int CompareTo(Period other) => Number.CompareTo(other.Number);

    public static bool operator <(Period left, Period right) => left.Number < right.Number;

    public static bool operator >(Period left, Period right) => left.Number > right.Number;

    public static bool operator <=(Period left, Period right) => left.Number <= right.Number;

    public static bool operator >=(Period left, Period right) => left.Number >= right.Number;

    public override string ToString() => Words;

    private string SplitYear => $"{EndYear - 1}/{EndYear % 100:00}";

    private static string Written(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
