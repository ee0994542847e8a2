using System.Globalization;

namespace Trellis.Returns;

/// <summary>
/// What a cell of a date says: a day, nothing, or something that is no date. Comparing is as with a day that nobody knows: whatever is not a day is neither before, nor after, nor equal to anything,
/// so that one bad date makes no rule fail but the one that asks for dates.
/// </summary>
public readonly struct Day : IEquatable<Day>
{
    private readonly int _value;

    /// <summary>A positive number is a day as <see cref="DateOnly.DayNumber"/> plus one, a negative one the word that is no date.</summary>
    internal Day(int value) => _value = value;

    /// <summary>A day of the calendar.</summary>
    public Day(int year, int month, int day) => _value = new DateOnly(year, month, day).DayNumber + 1;

    /// <summary>A day of the calendar.</summary>
    public Day(DateOnly date) => _value = date.DayNumber + 1;

    /// <summary>Nothing stands in the cell.</summary>
    public bool IsEmpty => _value == 0;

    /// <summary>Something stands in the cell, a date or not.</summary>
    public bool IsGiven => _value != 0;

    /// <summary>A day stands in the cell.</summary>
    public bool IsDay => _value > 0;

    /// <summary>Something stands in the cell that is no date.</summary>
    public bool IsUnreadable => _value < 0;

    /// <summary>The day; asked of what is none, it throws.</summary>
    public DateOnly Date => IsDay ? DateOnly.FromDayNumber(_value - 1) : throw new InvalidOperationException("The cell holds no date.");

    /// <summary>The day of the week; asked of what is no day, it throws.</summary>
    public DayOfWeek DayOfWeek => Date.DayOfWeek;

    internal int Value => _value;

    /// <summary>Whether it is a day before another.</summary>
    public static bool operator <(Day a, Day b) => a._value > 0 && a._value < b._value;

    /// <summary>Whether it is a day after another.</summary>
    public static bool operator >(Day a, Day b) => b < a;

    /// <summary>Whether it is a day before another or the same.</summary>
    public static bool operator <=(Day a, Day b) => a._value > 0 && a._value <= b._value;

    /// <summary>Whether it is a day after another or the same.</summary>
    public static bool operator >=(Day a, Day b) => b <= a;

    /// <summary>Whether both are the same day.</summary>
    public static bool operator ==(Day a, Day b) => a._value > 0 && a._value == b._value;

    /// <summary>Whether both are days, and different ones.</summary>
    public static bool operator !=(Day a, Day b) => a._value > 0 && b._value > 0 && a._value != b._value;

    /// <summary>The days from a day to a later one (negative to an earlier one); nothing when either is no day.</summary>
    public static int? operator -(Day later, Day earlier) => later.IsDay && earlier.IsDay ? later._value - earlier._value : null;

    /// <summary>What the cell says, or another day where it is empty: an end that is still open.</summary>
    public Day Or(Day otherwise) => IsEmpty ? otherwise : this;

    /// <summary>So many days later; what is no day stays so.</summary>
    public Day Plus(int days) => IsDay ? new Day(_value + days) : this;

    /// <summary>The same day so many years later; 29 February becomes 28 February where there is none. What is no day stays so.</summary>
    public Day PlusYears(int years) => IsDay ? new Day(Date.AddYears(years)) : this;

    /// <summary>The same day so many months later, or the last of a shorter month. What is no day stays so.</summary>
    public Day PlusMonths(int months) => IsDay ? new Day(Date.AddMonths(months)) : this;

    /// <summary>Whole years lived on a day by who was born on this one; nothing when either is no day. Who was born on 29 February is a year older on 28 February.</summary>
    public int? AgeOn(Day day)
    {
        if (!IsDay || !day.IsDay)
        {
            return null;
        }

        var years = day.Date.Year - Date.Year;
        return PlusYears(years) > day ? years - 1 : years;
    }

    /// <summary>Whether it lies between two days, both counted.</summary>
    public bool IsWithin(Day from, Day to) => this >= from && this <= to;

    /// <inheritdoc/>
    public bool Equals(Day other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Day other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value;

    /// <summary>The day as <c>31/03/2026</c>, and nothing for what is none.</summary>
    public override string ToString() => IsDay ? Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "";
}
