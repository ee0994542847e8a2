namespace Trellis.Returns.Ssda903;

/// <summary>Deprivation of liberty orders.</summary>
internal static class LibertyRules
{
    private static readonly CodeSet Unexpected = CodeSet.Of("P3 R3").And(Codes.Foster).And(Codes.PlacedForAdoption);
    private static readonly CodeSet Impossible = CodeSet.Of("K1 K3 P1 R5");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("700", "DoLo", "DOLO_START")
        {
            From = 2027,
            Message = "The day from which the order holds is missing or is no date. Enter it as day, month and year.",
            CheckRows = r => r.DoLo.FailWhere(d => !d.DoloStart.IsDay),
            Cases = """
                DoLo DOLO_START
                     01/05/2026
                     31/04/2026  !
                     -           !
                """,
        },
        new("701", "DoLo", "DOLO_END")
        {
            From = 2027,
            Message = "The day on which the order ended is no date. Enter it as day, month and year, or leave it empty while the order holds.",
            CheckRows = r => r.DoLo.FailWhere(d => d.DoloEnd.IsUnreadable),
            Cases = """
                DoLo DOLO_END
                     01/05/2026
                     31/04/2026  !
                     -
                """,
        },
        new("702", "DoLo", "DOLO_START DOLO_END")
        {
            From = 2027,
            Message = "The order ended before it began. Correct one of the two dates.",
            CheckRows = r => r.DoLo.FailWhere(d => d.DoloEnd < d.DoloStart),
            Cases = """
                DoLo DOLO_START  DOLO_END
                     01/05/2026  30/04/2026  !
                     01/05/2026  01/05/2026
                     01/05/2026  -
                     -           30/04/2026
                """,
        },
        new("703", "DoLo", "DOLO_START")
        {
            From = 2027,
            Message = "The order begins after the end of the collection year. Correct the date, or leave the order to next year's return.",
            CheckRows = r => r.DoLo.FailWhere(r.Year, (d, year) => d.DoloStart > year.End),
            Cases = """
                DoLo DOLO_START
                     31/03/2027
                     01/04/2027  !
                     01/06/2025
                     -
                """,
        },
        new("704", "DoLo", "DOLO_END")
        {
            From = 2027,
            Message = "The order ended outside the collection year. Correct the date, or take the order out.",
            CheckRows = r => r.DoLo.FailWhere(r.Year, (d, year) => d.DoloEnd < year.Start || d.DoloEnd > year.End),
            Cases = """
                DoLo DOLO_END
                     31/03/2026  !
                     01/04/2026
                     31/03/2027
                     01/04/2027  !
                     -
                """,
        },
        new("705", "DoLo", "DOLO_START DOLO_END")
        {
            From = 2027,
            Message = "Two orders hold at once: one begins before the other has ended. Correct the dates of this one or of the one above it.",
            Check = c =>
            {
                for (var i = 1; i < c.DoLo.Count; i++)
                {
                    var (before, d) = (c.DoLo[i - 1], c.DoLo[i]);
                    if (d.DoloStart.IsDay && !(before.DoloEnd <= d.DoloStart))
                    {
                        c.Fail(before.Row.Index > d.Row.Index ? before : d);
                    }
                }
            },
            Cases = """
                DoLo CHILD DOLO_START  DOLO_END
                     1     01/05/2026  01/06/2026
                     1     01/06/2026  01/08/2026
                     1     01/07/2026  -           !
                     2     01/06/2026  -
                     2     01/05/2026  02/06/2026  !
                     3     01/05/2026  -
                     3     -           -
                """,
        },
        new("706", "DoLo DoLo_last", "DOLO_START")
        {
            From = 2027,
            Message = "An order of last year's return had not ended, but this year's has none that began on the same day. Add that order with the day on which it began.",
            Check = c =>
            {
                foreach (var last in c.Last.DoLo)
                {
                    if (last.DoloEnd.IsEmpty && !HasOrderFrom(c, last.DoloStart))
                    {
                        c.Fail(c.DoLo.Last);
                        c.Fail(c.DoLo.IsEmpty ? c.Header.First : null);
                    }
                }
            },
            Cases = """
                DoLo      CHILD DOLO_START  DOLO_END
                          1     01/05/2026  -           !
                          2     01/02/2026  -
                          3     01/05/2026  -
                DoLo_last CHILD DOLO_START  DOLO_END
                          1     01/02/2026  -
                          2     01/02/2026  -
                          3     01/02/2026  01/03/2026
                          4     01/02/2026  -
                Header    CHILD
                          4  !
                          5
                """,
        },
        new("707", "DoLo Episodes", "DOLO_END")
        {
            From = 2027,
            Message = "The child ceased to be looked after, but the order has no end by that day. Enter the day on which it ended, at the latest the one on which the child left care.",
            Check = c =>
            {
                foreach (var d in c.DoLo)
                {
                    var isLeftOpen = d.DoloEnd.IsEmpty && c.Spells.From(d.DoloStart) is { IsOpen: false };
                    var endsOutsideCare = d.DoloEnd.IsDay && !c.Episodes.IsEmpty && !c.Spells.Hold(d.DoloEnd);
                    if (d.DoloStart.IsDay && (isLeftOpen || endsOutsideCare))
                    {
                        c.Fail(d);
                    }
                }
            },
            Cases = """
                Episodes CHILD DECOM       DEC
                         1     01/05/2026  01/06/2026
                         1     01/06/2026  01/07/2026
                         1     01/08/2026  -
                         2     01/05/2026  01/06/2026
                DoLo     CHILD DOLO_START  DOLO_END
                         1     01/05/2026  -           !
                         1     01/08/2026  -
                         1     01/05/2026  01/07/2026
                         1     01/05/2026  02/07/2026  !
                         2     01/05/2026  01/06/2026
                         2     01/05/2026  -           !
                         2     -           -
                         3     01/05/2026  -
                """,
        },
        new("708", "DoLo", "DOLO_START")
        {
            From = 2027,
            Message = "The order began or ended before the child was born. Correct its dates or the date of birth.",
            Check = c => c.DoLo.FailWhere(c.Dob, (d, dob) => IsBefore(d, d.Dob.IsDay ? d.Dob : dob)),
            Cases = """
                DoLo   CHILD DOB         DOLO_START  DOLO_END
                       1     01/05/2010  30/04/2010  -           !
                       2     01/05/2010  01/05/2010  -
                       3     01/05/2010  01/05/2026  30/04/2010  !
                       4     -           30/04/2010  -           !
                       5     -           30/04/2010  -
                Header CHILD DOB
                       4     01/05/2010
                """,
        },
        new("709", "DoLo Episodes", "DOLO_START PLACEMENT")
        {
            From = 2027,
            Message = "While the order holds the child is in a placement in which one hardly deprives a child of its liberty. Check the order and the placement.",
            Check = c => FailPlacedIn(c, Unexpected),
            Cases = """
                Episodes CHILD DECOM       DEC         PLACE
                         1     01/05/2026  01/06/2026  U4  !
                         1     01/06/2026  -           K2
                         2     01/06/2026  -           U4
                DoLo     CHILD DOLO_START  DOLO_END
                         1     10/05/2026  10/06/2026      !
                         2     01/05/2026  01/06/2026
                """,
        },
        new("710", "DoLo Episodes", "DOLO_START PLACEMENT")
        {
            From = 2027,
            Message = "While the order holds the child is in a secure children's home, with parents, in a young offender institution or in supported accommodation, where there is no such order. Check both.",
            Check = c => FailPlacedIn(c, Impossible),
            Cases = """
                Episodes CHILD DECOM       DEC         PLACE
                         1     01/05/2026  01/06/2026  P1  !
                         1     01/06/2026  -           K2
                         2     01/06/2026  -           K3
                         3     01/05/2026  01/06/2026  R5  !
                DoLo     CHILD DOLO_START  DOLO_END
                         1     10/05/2026  10/06/2026      !
                         1     01/06/2026  -
                         2     01/05/2026  01/06/2026
                         3     01/04/2026  -               !
                """,
        },
    ];

    private static bool HasOrderFrom(Child c, Day start)
    {
        foreach (var d in c.DoLo)
        {
            if (d.DoloStart == start)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBefore(DoLo d, Day birth) => d.DoloStart < birth || d.DoloEnd < birth;

    /// <summary>Orders and the episodes in some placements during which they hold fail together.</summary>
    private static void FailPlacedIn(Child c, CodeSet places)
    {
        foreach (var e in c.Episodes)
        {
            foreach (var d in c.DoLo)
            {
                if (e.Place.IsIn(places) && (e.Dec.IsEmpty || d.DoloStart < e.Dec) && (d.DoloEnd.IsEmpty || d.DoloEnd > e.Decom))
                {
                    c.Fail(d);
                    c.Fail(e);
                }
            }
        }
    }
}
