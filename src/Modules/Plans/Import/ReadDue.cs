namespace Trellis.Plans.Import;

/// <summary>What a deadline says.</summary>
public enum DueKind
{
    /// <summary>Nothing, or "TBC" and the like.</summary>
    None,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A month.</summary>
    Month,

    /// <summary>"Ongoing".</summary>
    Ongoing,

    /// <summary>Something that is none of these: half a date, a season, words.</summary>
    Unclear,
}

/// <summary>A deadline as read from a cell.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Date">The day; for a month its last day; null for the other kinds.</param>
/// <param name="Text">As written.</param>
public readonly record struct ReadDue(DueKind Kind, DateOnly? Date, string Text)
{
    /// <summary>An empty cell.</summary>
    public static ReadDue None { get; } = new(DueKind.None, null, "");

    /// <summary>Reads a cell. Days stand before months; two-digit years are of this century. Never throws.</summary>
    public static ReadDue Parse(string text)
    {
        var plain = Words.Plain(text);
        if (
            plain.Length == 0
            || plain is "tbc" or "tba" or "tbd" or "n/a" or "na" or "none" or "no date" or "-" or "to be confirmed" or "to be agreed"
        )
        {
            return new ReadDue(DueKind.None, null, text);
        }

        if (plain is "ongoing" or "on-going" or "on going" or "continuous" or "continuing" or "rolling" or "throughout the year")
        {
            return new ReadDue(DueKind.Ongoing, null, text);
        }

        var parts = plain.Length > 40 ? [] : DateParts(plain);
        return parts switch
        {
            [{ Month: > 0 and var month }, { Year: > 0 and var year }] => OfMonth(year, month, text),
            [{ Day: > 0 and var day }, { Month: > 0 and var month }, { Year: > 0 and var year }] => OfDate(
                year,
                month,
                day,
                text
            ),
            [{ IsLongYear: true, Year: var year }, { Month: > 0 and var month }, { Day: > 0 and var day }] => OfDate(
                year,
                month,
                day,
                text
            ),
            [{ IsLongYear: true, Year: var year }, { Month: > 0 and var month }] => OfMonth(year, month, text),
            _ => new ReadDue(DueKind.Unclear, null, text),
        };
    }

    /// <summary>True for a date, a month or "Ongoing".</summary>
    public bool IsClear => Kind is DueKind.Date or DueKind.Month or DueKind.Ongoing;

    private static ReadDue OfMonth(int year, int month, string text) =>
        new(DueKind.Month, new DateOnly(year, month, DateTime.DaysInMonth(year, month)), text);

    private static ReadDue OfDate(int year, int month, int day, string text) =>
        day <= DateTime.DaysInMonth(year, month)
            ? new(DueKind.Date, new DateOnly(year, month, day), text)
            : new(DueKind.Unclear, null, text);

    private static readonly char[] Between = [' ', '/', '-', '.', ','];

    private static DatePart[] DateParts(string plain)
    {
        var words = plain.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        var parts = words
            .SkipWhile(word => word is "by" or "end" or "of" or "the" or "before" or "due")
            .Select(DatePart.Of)
            .ToArray();
        return Array.TrueForAll(parts, part => part.IsKnown) ? parts : [];
    }
}
