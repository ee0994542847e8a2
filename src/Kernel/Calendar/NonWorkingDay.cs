namespace Trellis.Kernel.Calendar;

/// <summary>A day on which the council does not work: a bank holiday of England, or a closure of its own.</summary>
public sealed class NonWorkingDay : Thing
{
    public const int LongestName = 100;

    public DateOnly Date { get; internal set; }
    public string Name { get; internal set; } = "";
    public NonWorkingDayKind Kind { get; internal set; }
}

public enum NonWorkingDayKind
{
    BankHoliday,
    LocalClosure,
}

/// <summary>
/// A date that was counted in working days and kept. One that lies beyond the known bank holidays is provisional, and is
/// reckoned again whenever days are added.
/// </summary>
public sealed class ReckonedDate : Thing
{
    public const int LongestWhat = 200;

    /// <summary>The thing that the date belongs to, or null when it stands by itself.</summary>
    public Guid? ThingId { get; internal init; }

    public string What { get; internal set; } = "";
    public DateOnly From { get; internal set; }

    /// <summary>Working days after <see cref="From"/>; negative counts backwards.</summary>
    public int WorkingDays { get; internal set; }

    public DateOnly Date { get; internal set; }
    public bool Provisional { get; internal set; }
}
