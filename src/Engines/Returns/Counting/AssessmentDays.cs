namespace Trellis.Returns;

/// <summary>How long an assessment took, in the bands of the statistics: Working together to safeguard children asks for 45 working days at most.</summary>
internal static class AssessmentDays
{
    /// <summary>The last working day on which it is in time, the start being day 0.</summary>
    public const int InTime = 45;

    public static readonly IReadOnlyList<Group> Bands =
    [
        Group.UpTo("0-10", "Up to 10 working days", 10),
        Group.UpTo("11-20", "11 to 20 working days", 20),
        Group.UpTo("21-30", "21 to 30 working days", 30),
        Group.UpTo("31-40", "31 to 40 working days", 40),
        Group.UpTo("41-45", "41 to 45 working days", InTime),
        Group.UpTo("over-45", "More than 45 working days", int.MaxValue),
        Group.Rest("not-known", "Not known"),
    ];
}
