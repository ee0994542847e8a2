namespace Trellis.Returns.Ssda903;

/// <summary>How long a child may be looked after under a legal status, and in which placements.</summary>
internal static class LegalStatusRules
{
    private static readonly Code PoliceProtection = Code.Of("L1");
    private static readonly Code EmergencyProtection = Code.Of("L2");
    private static readonly Code ChildAssessment = Code.Of("L3");
    private static readonly Code PoliceCustody = Code.Of("J2");
    private static readonly Code Section20 = Code.Of("V2");
    private static readonly Code SeveralBreaks = Code.Of("V3");
    private static readonly Code SeriesOfBreaks = Code.Of("V4");
    private static readonly Code PlacementOrder = Code.Of("E1");
    private static readonly CodeSet LongTermFoster = CodeSet.Of("U1 U4");
    private static readonly CodeSet WithPlacementOrder = CodeSet.Of("A5 A6");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("361", "Episodes", "DECOM LS DEC")
        {
            Message = "Police protection (L1) lasted longer than the 72 hours that the law allows. Correct the dates or the legal status.",
            Check = c => c.FailLongerThan(3, PoliceProtection),
            Cases = """
                year 2024
                Episodes CHILD DECOM       DEC         LS
                         1     01/06/2023  04/06/2023  L1
                         2     01/06/2023  05/06/2023  L1  !
                         3     01/06/2023  03/06/2023  L1  !
                         3     03/06/2023  05/06/2023  L1  !
                         4     28/03/2024  -           L1
                         5     27/03/2024  -           L1  !
                         6     01/06/2023  05/06/2023  L2
                """,
        },
        new("362", "Episodes", "DECOM LS DEC")
        {
            Message = "The emergency protection order (L2) lasted longer than 21 days. Correct the dates or the legal status.",
            Check = c => c.FailLongerThan(21, EmergencyProtection),
            Cases = """
                Episodes CHILD DECOM       DEC         LS
                         1     01/06/2026  22/06/2026  L2
                         2     01/06/2026  23/06/2026  L2  !
                         3     01/06/2026  20/06/2026  L2
                         3     21/06/2026  01/07/2026  L2
                         4     01/06/2026  20/06/2026  L2  !
                         4     20/06/2026  01/07/2026  L2  !
                         5     -           01/07/2026  L2
                """,
        },
        new("363", "Episodes", "LS DECOM DEC")
        {
            Message = "The child assessment order (L3) lasted longer than the 7 days that the law allows. Correct the dates or the legal status.",
            Check = c => c.FailLongerThan(7, ChildAssessment),
            Cases = """
                Episodes CHILD DECOM       DEC         LS
                         1     01/06/2026  08/06/2026  L3
                         2     01/06/2026  09/06/2026  L3  !
                         3     01/06/2026  04/06/2026  L3
                         3     04/06/2026  04/07/2026  C1
                         3     04/07/2026  09/07/2026  L3
                """,
        },
        new("364", "Episodes", "LS DECOM DEC")
        {
            Message = "The child was in the authority's accommodation under police detention (J2) for longer than 21 days, far more than the law allows. Correct the dates or the legal status.",
            Check = c => c.FailLongerThan(21, PoliceCustody),
            Cases = """
                Episodes CHILD DECOM       DEC         LS
                         1     01/06/2026  22/06/2026  J2
                         2     01/06/2026  23/06/2026  J2  !
                         3     01/06/2026  20/06/2026  J2  !
                         3     20/06/2026  01/07/2026  J2  !
                         4     01/06/2026  01/07/2026  J1
                """,
        },
        new("365", "Episodes", "LS DECOM DEC")
        {
            Message = "The short break (V3) lasted longer than 17 days. Correct the dates, or the legal status if it was no short break.",
            CheckRows = r => r.Episodes.FailWhere(r.Year, (e, year) => e.Ls == SeveralBreaks && e.EndBy(year.End) - e.Decom > 17),
            Cases = """
                Episodes CHILD DECOM       DEC         LS
                         1     01/06/2026  18/06/2026  V3
                         1     18/06/2026  01/07/2026  V3
                         2     01/06/2026  19/06/2026  V3  !
                         3     14/03/2027  -           V3
                         4     13/03/2027  -           V3  !
                         5     01/06/2026  19/06/2026  V4
                """,
        },
        new("366", "Episodes", "RNE")
        {
            Message = "A short break (V3) is one episode that begins with S: the child does not change placement within it. Correct the reason for the episode or the legal status.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Ls == SeveralBreaks && e.Rne != Codes.Started),
            Cases = """
                Episodes LS  RNE
                         V3  S
                         V3  P   !
                         V3  -   !
                         V4  P
                """,
        },
        new("367", "Episodes", "LS DECOM DEC")
        {
            Message = "The short breaks (V3) of the year come to more than 75 days. Correct the dates, or the legal status if these were no short breaks.",
            Check = c =>
            {
                var days = 0;
                foreach (var e in c.Episodes)
                {
                    days += BreakDays(e, c.Year);
                }

                if (days > 75)
                {
                    c.Episodes.FailWhere(c.Year, (e, year) => BreakDays(e, year) > 0);
                }
            },
            Cases = """
                Episodes CHILD DECOM       DEC         LS
                         1     01/03/2026  15/06/2026  V3
                         2     01/03/2026  16/06/2026  V3  !
                         3     01/05/2026  01/06/2026  V3  !
                         3     01/07/2026  01/09/2026  V3  !
                         3     01/09/2026  -           V2
                         4     14/01/2027  -           V3  !
                         5     15/01/2027  -           V3
                         6     01/03/2026  16/09/2026  V4
                """,
        },
        new("378", "Episodes", "PLACE LS")
        {
            Message = "A child placed with its parents (P1) is not accommodated under section 20 (V2). Correct the placement or the legal status.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Place == Codes.WithParents && e.Ls == Section20),
            Cases = """
                Episodes PLACE LS
                         P1    V2  !
                         P1    C1
                         U4    V2
                """,
        },
        new("382", "Episodes", "LS PLACE")
        {
            Message = "A child on a short break (V3, V4) is not in a temporary placement. Correct the placement or the legal status.",
            CheckRows = r => r.Episodes.FailWhere(e => e.IsShortBreak && e.IsTemporary),
            Cases = """
                Episodes PLACE LS
                         T0    V3  !
                         T4    V4  !
                         T4    C1
                         U4    V4
                """,
        },
        new("384", "Episodes", "PLACE LS")
        {
            Message = "A child on a short break (V3, V4) is not in a long-term foster placement (U1, U4). Correct the placement or the legal status.",
            CheckRows = r => r.Episodes.FailWhere(e => e.IsShortBreak && e.Place.IsIn(LongTermFoster)),
            Cases = """
                Episodes PLACE LS
                         U1    V3  !
                         U4    V4  !
                         U4    C1
                         U6    V4
                """,
        },
        new("408", "Episodes", "PLACE LS")
        {
            Message = "The child is placed for adoption under a placement order (A5, A6), but the legal status is not E1. Correct the placement or the legal status.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Place.IsIn(WithPlacementOrder) && e.Ls != PlacementOrder),
            Cases = """
                Episodes PLACE LS
                         A5    E1
                         A5    C1  !
                         A6    -   !
                         A3    C1
                """,
        },
        new("426", "Episodes", "LS")
        {
            Message = "The child's short breaks are recorded both one by one (V3) and as a series (V4) in the same year. Record them in one way.",
            Check = c =>
            {
                if (c.Episodes.Any(e => e.Ls == SeveralBreaks) && c.Episodes.Any(e => e.Ls == SeriesOfBreaks))
                {
                    c.Episodes.FailWhere(e => e.IsShortBreak);
                }
            },
            Cases = """
                Episodes CHILD LS
                         1     V3  !
                         1     C1
                         1     V4  !
                         2     V3
                         2     V3
                         3     V4
                """,
        },
    ];

    /// <summary>The days of a short break that lie in the year.</summary>
    private static int BreakDays(Episode e, CollectionYear year)
    {
        var start = e.Decom < year.Start ? year.Start : e.Decom;
        var end = e.EndBy(year.End) > year.End ? year.End : e.EndBy(year.End);
        return e.Ls == SeveralBreaks ? Math.Max(0, end - start ?? 0) : 0;
    }
}
