using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;

namespace Trellis.Plans;

public enum DueKind
{
    /// <summary>No date: listed as "needs a date".</summary>
    None,

    /// <summary>Never overdue, but confirmed each cycle.</summary>
    Ongoing,

    /// <summary>Due on the month's last day, overdue the day after.</summary>
    Month,

    Exact,
}

/// <summary>When a milestone is due: an exact date, a month, "Ongoing", or nothing. The default value is nothing.</summary>
[JsonConverter(typeof(DueJson))]
public readonly record struct Due
{
    private Due(DueKind kind, DateOnly day) => (Kind, Day) = (kind, day);

    public static Due None => default;
    public static Due Ongoing => new(DueKind.Ongoing, default);

    public static Due On(DateOnly day) => new(DueKind.Exact, day);

    public static Due In(int year, int month) => new(DueKind.Month, new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public DueKind Kind { get; }

    /// <summary>The exact day, or the month's last.</summary>
    private DateOnly Day { get; }

    /// <summary>The last day on which it is in time; null for "Ongoing" and for none.</summary>
    public DateOnly? LastDay => Kind is DueKind.Exact or DueKind.Month ? Day : null;

    public bool IsOverdueOn(DateOnly today) => LastDay is { } last && today > last;

    /// <summary>The words that people see: "27 March 2026", "March 2026", "Ongoing", "No date".</summary>
    public override string ToString() => Kind switch
    {
        DueKind.Exact => Day.ToString("d MMMM yyyy", England.Culture),
        DueKind.Month => $"{Months.Name(Day.Month)} {Day.Year}",
        DueKind.Ongoing => "Ongoing",
        _ => "No date",
    };

    /// <summary>How it is stored and exchanged: "2026-03-27", "2026-03", "ongoing", "".</summary>
    public string ToCode() => Kind switch
    {
        DueKind.Exact => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DueKind.Month => Day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DueKind.Ongoing => "ongoing",
        _ => "",
    };

    /// <exception cref="FormatException">The text is none of the forms that <see cref="ToCode"/> writes.</exception>
    public static Due FromCode(string code) => code switch
    {
        "" => None,
        "ongoing" => Ongoing,
        { Length: 7 } => FromMonth(DateOnly.ParseExact(code, "yyyy-MM", CultureInfo.InvariantCulture)),
        _ => On(DateOnly.ParseExact(code, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
    };

    private static Due FromMonth(DateOnly first) => In(first.Year, first.Month);
}

internal sealed class DueJson : JsonConverter<Due>
{
    public override Due Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Due.FromCode(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Due value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToCode());
}

/// <summary>How far a date lies from the one first promised: whole months when either is a month, days otherwise.</summary>
/// <param name="Amount">Positive when later than promised.</param>
public readonly record struct Slip(int Amount, bool InMonths)
{
    /// <returns>Null when either has no date, and so nothing to slip from or to.</returns>
    public static Slip? Between(Due original, Due current)
    {
        if (original.LastDay is not { } promised || current.LastDay is not { } now)
        {
            return null;
        }

        return original.Kind == DueKind.Month || current.Kind == DueKind.Month
            ? new Slip((now.Year - promised.Year) * 12 + now.Month - promised.Month, true)
            : new Slip(now.DayNumber - promised.DayNumber, false);
    }

    public bool IsLate => Amount > 0;

    public override string ToString()
    {
        var unit = (InMonths ? "month" : "day") + (Math.Abs(Amount) == 1 ? "" : "s");
        return Amount switch
        {
            0 => "None",
            > 0 => $"{Amount} {unit} later",
            _ => $"{-Amount} {unit} earlier",
        };
    }
}
