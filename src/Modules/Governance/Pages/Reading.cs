using System.Globalization;
using Trellis.GovUk;
using Trellis.Kernel.Calendar;

namespace Trellis.Governance.Pages;

/// <summary>Reads what was typed into a form.</summary>
internal static class Reading
{
    private static readonly string[] Times = ["H:mm", "H.mm", "HH:mm", "HH.mm", "h:mmtt", "h.mmtt", "htt", "HHmm"];

    /// <summary>The date that a form must have; the first day there is, after noting what is wrong with it.</summary>
    public static DateOnly Day(this FormErrors errors, string field, TypedDate typed, string name)
    {
        var (day, wrong) = typed.Read(name);
        if (wrong is not null)
        {
            errors.Add($"{field}.Day", wrong);
        }

        return day ?? DateOnly.MinValue;
    }

    /// <summary>A date that may be left empty.</summary>
    public static DateOnly? DayOrNone(this FormErrors errors, string field, TypedDate typed, string name) => typed.IsEmpty ? null : errors.Day(field, typed, name);

    /// <summary>A time of the day: "10:30", "14.00", "2pm".</summary>
    public static TimeOnly? TimeOrNone(this FormErrors errors, string field, string? typed)
    {
        var text = typed?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        errors.Add(field, "Enter a time, for example 10:30 or 2pm");
        return null;
    }

    public static Guid? Id(string? typed) => Guid.TryParse(typed, out var id) ? id : null;

    /// <summary>A whole number; -1 for what is none, which no field allows.</summary>
    public static int Number(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    public static int? NumberOrNone(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Number(typed);

    public static T Choice<T>(string? typed, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(typed, out var chosen) && Enum.IsDefined(chosen) ? chosen : otherwise;
}
