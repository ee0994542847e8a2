namespace Trellis.Returns.Ssda903;

/// <summary>Times missing, or away from placement without authorisation.</summary>
internal static class MissingRules
{
    private static readonly CodeSet Kinds = CodeSet.Of("M A");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("1004", "Missing", "MIS_START")
        {
            Message = "The day on which the child went missing is no date. Enter the date as day, month and year.",
            Check = c => c.Missing.FailWhere(m => m.MisStart.IsUnreadable),
            Cases = """
                Missing MIS_START
                        08/03/2020
                        2020        !
                        44/03/2020  !
                        -
                """,
        },
        new("1006", "Missing", "MISSING")
        {
            Message = "The kind of absence is not one of M (missing) and A (away without authorisation). Enter one of them.",
            Check = c => c.Missing.FailWhere(m => m.Kind.IsGivenOutside(Kinds)),
            Cases = """
                Missing MISSING
                        M
                        A
                        AWAY    !
                        m       !
                        -
                """,
        },
    ];
}
