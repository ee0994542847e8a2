namespace Trellis.Returns.Cin;

/// <summary>How long something had been open, in the bands of the statistics.</summary>
internal static class Durations
{
    public static readonly IReadOnlyList<Group> Groups =
    [
        Group.UpTo("to-3-months", "3 months or less", 0),
        Group.UpTo("to-6-months", "More than 3 months, up to 6 months", 1),
        Group.UpTo("to-1-year", "More than 6 months, less than 1 year", 2),
        Group.UpTo("to-2-years", "1 year or more, less than 2 years", 3),
        Group.Rest("2-years", "2 years or more"),
    ];

    /// <summary>The number by which a group takes what began on one day and was open on another.</summary>
    public static int BandOf(Day start, Day on) =>
        start.PlusMonths(3) >= on ? 0
        : start.PlusMonths(6) >= on ? 1
        : start.PlusYears(1) > on ? 2
        : start.PlusYears(2) > on ? 3
        : 4;
}
