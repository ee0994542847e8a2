namespace Trellis.Kernel.Calendar;

/// <summary>A date as three boxes hold it, kept as typed until it is understood: day first, always.</summary>
public sealed class TypedDate
{
    public string? Day { get; set; }
    public string? Month { get; set; }
    public string? Year { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    public static TypedDate Of(DateOnly? date) =>
        date is { } d ? new TypedDate { Day = $"{d.Day}", Month = $"{d.Month}", Year = $"{d.Year}" } : new TypedDate();

    /// <summary>The date, or the words that say what is wrong with it.</summary>
    /// <param name="name">What the date is, to begin the message: "Deadline".</param>
    public (DateOnly? Date, string? Error) Read(string name)
    {
        if (IsEmpty)
        {
            return (null, $"{name}: enter a date, for example 27 3 2026");
        }

        if (!Number(Day, 1, 31, out var day))
        {
            return (null, $"{name}: the day must be a number from 1 to 31");
        }

        if (!Months.TryParse(Month, out var month))
        {
            return (null, $"{name}: the month must be a number from 1 to 12, or its name");
        }

        if (!Number(Year, 1900, 2200, out var year))
        {
            return (null, $"{name}: the year must have 4 numbers, for example 2026");
        }

        return day <= DateTime.DaysInMonth(year, month)
            ? (new DateOnly(year, month, day), null)
            : (null, $"{name}: {Months.Name(month)} {year} has only {DateTime.DaysInMonth(year, month)} days");
    }

    internal static bool Number(string? typed, int least, int most, out int number) =>
        int.TryParse(typed?.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number)
        && number >= least && number <= most;
}

/// <summary>The months by number, name or the first three letters of it.</summary>
public static class Months
{
    private static readonly string[] Names =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    public static string Name(int month) => Names[month - 1];

    public static bool TryParse(string? typed, out int month)
    {
        var text = typed?.Trim().TrimEnd('.') ?? "";
        if (TypedDate.Number(text, 1, 12, out month))
        {
            return true;
        }

        month = text.Length < 3 ? 0 : 1 + Array.FindIndex(Names, n =>
            n.StartsWith(text, StringComparison.OrdinalIgnoreCase) || (n == "September" && text.Equals("Sept", StringComparison.OrdinalIgnoreCase)));
        return month > 0;
    }
}
