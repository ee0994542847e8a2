namespace Trellis.Returns.Ssda903;

/// <summary>Times missing against the episodes: a child can only be missing from care while it is in care.</summary>
internal static class MissingInCareRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("575", "Episodes Missing", "MIS_END")
        {
            Message = "The placement from which the child went missing has ended, and the time missing has not. Enter the day on which it ended.",
            Check = c => c.Missing.FailWhereAny(c.Episodes, (m, e) => m.MisEnd.IsEmpty && m.MisStart.IsWithin(e.Decom, e.Dec)),
            Cases = """
                Episodes CHILD DECOM       DEC
                         1     01/05/2026  01/06/2026
                         1     01/06/2026  -
                         2     01/05/2026  01/06/2026
                Missing CHILD MIS_START   MIS_END
                         1     01/05/2026  -           !
                         1     10/06/2026  -
                         2     10/05/2026  01/06/2026
                         2     -           -
                """,
        },
        new("577", "Episodes Missing", "MIS_END")
        {
            Message = "The child has ceased to be looked after, and the time missing has no end within the time in care. Enter the day on which it ended, at the latest that of leaving care.",
            Check = c => c.Missing.FailWhere(c, (m, child) => m.MisStart.IsDay && !child.Episodes.IsEmpty && !EndsInCare(m, child)),
            Cases = """
                Episodes CHILD DECOM       DEC
                         1     01/05/2026  01/06/2026
                         2     01/05/2026  01/06/2026
                         3     01/05/2026  01/06/2026
                         3     01/06/2026  -
                         5     01/05/2026  01/06/2026
                Missing CHILD MIS_START   MIS_END
                         1     10/05/2026  -           !
                         2     10/05/2026  01/06/2026
                         2     10/05/2026  02/06/2026  !
                         3     10/05/2026  -
                         4     10/05/2026  -
                         5     -           02/06/2026
                """,
        },
        new("578", "Episodes Missing", "MIS_START")
        {
            Message = "The child went missing after it had ceased to be looked after. Correct one of the dates.",
            Check = c => c.Missing.FailWhere(c, (m, child) => m.MisStart.IsDay && !child.Episodes.IsEmpty && !child.IsWithinEpisode(m.MisStart)),
            Cases = """
                Episodes CHILD DECOM       DEC
                         1     01/05/2026  01/06/2026
                         2     01/05/2026  -
                Missing CHILD MIS_START
                         1     01/06/2026
                         1     02/06/2026  !
                         1     -
                         2     02/06/2026
                         3     02/06/2026
                """,
        },
        new("581", "Episodes Missing", "MIS_START")
        {
            Message = "The child was missing at a time when it was not looked after. Correct one of the dates.",
            Check = c => c.Missing.FailWhere(c, (m, child) => m.MisStart.IsDay && !child.Episodes.IsEmpty && !child.IsWithinEpisode(m.MisStart)),
            Cases = """
                Episodes CHILD DECOM
                         1     01/05/2026
                Missing CHILD MIS_START
                         1     30/04/2026  !
                         1     01/05/2026
                         1     -
                         2     30/04/2026
                """,
        },
    ];

    /// <summary>Whether it ended while the child was looked after; or, where it is still open, whether the care in which it began is open too.</summary>
    private static bool EndsInCare(Missing m, Child child)
    {
        if (!m.MisEnd.IsEmpty)
        {
            return m.MisEnd.IsUnreadable || child.IsWithinEpisode(m.MisEnd);
        }

        // From episode to episode, as long as each begins on the day on which the one before it ended.
        var reached = default(Day);
        foreach (var e in child.Episodes)
        {
            if (m.MisStart.IsWithin(e.Decom, e.Dec) || (e.Decom <= m.MisStart && e.Dec.IsEmpty) || e.Decom == reached)
            {
                reached = e.Dec;
                if (e.Dec.IsEmpty)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
