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
            CheckRows = r => r.Missing.FailWhere(m => m.MisStart.IsUnreadable),
            Cases = """
                Missing MIS_START
                        08/03/2020
                        2020        !
                        44/03/2020  !
                        -
                """,
        },
        new("1005", "Missing", "MIS_END")
        {
            Message = "The day on which the child was missing no longer is no date. Enter the date as day, month and year.",
            CheckRows = r => r.Missing.FailWhere(m => m.MisEnd.IsUnreadable),
            Cases = """
                Missing MIS_END
                        08/03/2020
                        08/03/20    !
                        31/04/2020  !
                        -
                """,
        },
        new("1006", "Missing", "MISSING")
        {
            Message = "The kind of absence is not one of M (missing) and A (away without authorisation). Enter one of them.",
            CheckRows = r => r.Missing.FailWhere(m => m.Kind.IsGivenOutside(Kinds)),
            Cases = """
                Missing MISSING
                        M
                        A
                        AWAY    !
                        m       !
                        -
                """,
        },
        new("564", "Missing", "MISSING MIS_START")
        {
            Message = "The child was missing or away, and the day on which that began is not there. Enter it.",
            CheckRows = r => r.Missing.FailWhere(m => m.Kind.IsIn(Kinds) && m.MisStart.IsEmpty),
            Cases = """
                Missing MISSING MIS_START
                        M       -           !
                        A       -           !
                        M       01/05/2026
                        -       -
                """,
        },
        new("565", "Missing", "MISSING MIS_START")
        {
            Message = "There is a day on which the child went missing or away, and nothing says which of the two. Enter M or A.",
            CheckRows = r => r.Missing.FailWhere(m => m.Kind.IsEmpty && m.MisStart.IsGiven),
            Cases = """
                Missing MISSING MIS_START
                        -       01/05/2026  !
                        M       01/05/2026
                        -       -
                """,
        },
        new("566", "Missing", "MISSING MIS_END")
        {
            Message = "There is a day on which the child came back, and nothing says whether it was missing or away. Enter M or A.",
            CheckRows = r => r.Missing.FailWhere(m => m.Kind.IsEmpty && m.MisEnd.IsGiven),
            Cases = """
                Missing MISSING MIS_END
                        -       01/05/2026  !
                        A       01/05/2026
                        -       -
                """,
        },
        new("567", "Missing", "MIS_START MIS_END")
        {
            Message = "The child came back before it went missing. Correct one of the two dates.",
            CheckRows = r => r.Missing.FailWhere(m => m.MisEnd < m.MisStart),
            Cases = """
                Missing MIS_START   MIS_END
                        02/05/2026  01/05/2026  !
                        02/05/2026  02/05/2026
                        02/05/2026  -
                        -           01/05/2026
                """,
        },
        new("570", "Missing", "MIS_START")
        {
            Message = "The child went missing after the end of the collection year. Correct the date, or leave the row to next year's return.",
            CheckRows = r => r.Missing.FailWhere(r.Year, (m, year) => m.MisStart > year.End),
            Cases = """
                Missing MIS_START
                        01/04/2027  !
                        31/03/2027
                        -
                """,
        },
        new("571", "Missing", "MIS_END")
        {
            Message = "The child came back before the collection year began or after it ended. Correct the date or take the row out; clear the date where the child was still missing on 31 March.",
            CheckRows = r => r.Missing.FailWhere(r.Year, (m, year) => m.MisEnd < year.Start || m.MisEnd > year.End),
            Cases = """
                Missing MIS_END
                        31/03/2026  !
                        01/04/2026
                        31/03/2027
                        01/04/2027  !
                        -
                """,
        },
        new("574", "Missing", "MIS_START MIS_END")
        {
            Message = "The time missing has no end, or ends after the next one has begun. Correct the dates, so that the times follow one another.",
            Check = c => c.Missing.FailWhereNext((m, next) => next.MisStart.IsDay && (m.MisEnd.IsEmpty || m.MisEnd > next.MisStart)),
            Cases = """
                Missing CHILD MIS_START   MIS_END
                        1     01/05/2026  05/05/2026
                        1     05/05/2026  06/05/2026
                        2     04/05/2026  06/05/2026
                        2     01/05/2026  05/05/2026  !
                        3     01/05/2026  -           !
                        3     04/05/2026  -
                        4     01/05/2026  -
                        4     -           05/05/2026
                """,
        },
        new("576", "Missing Missing_last", "CHILD")
        {
            Message = "Last year's return left the child missing, and no time missing of this year begins on that day. Enter it as it began, with the day of return.",
            Check = c =>
            {
                foreach (var open in c.Last.Missing)
                {
                    if (open.MisEnd.IsEmpty && open.MisStart.IsDay && !c.Missing.Any(open.MisStart, (m, start) => m.MisStart == start))
                    {
                        c.Missing.FailAll();
                    }
                }
            },
            Cases = """
                Missing CHILD MIS_START
                        1     10/03/2026
                        2     01/05/2026  !
                        3     01/05/2026
                        4     10/03/2026
                        4     01/05/2026
                        5     -           !
                Missing_last CHILD MIS_START MIS_END
                        1     10/03/2026  -
                        2     10/03/2026  -
                        3     10/03/2026  11/03/2026
                        4     10/03/2026  -
                        5     10/03/2026  -
                """,
        },
        new("586", "Missing", "MIS_START")
        {
            Message = "The child went missing before it was born. Correct one of the two dates.",
            CheckRows = r => r.Missing.FailWhere(m => m.MisStart < m.Dob),
            Cases = """
                Missing DOB         MIS_START
                        02/05/2012  01/05/2012  !
                        02/05/2012  02/05/2012
                        02/05/2012  -
                        -           01/05/2012
                """,
        },
    ];
}
