namespace Trellis.Returns.Ssda903;

/// <summary>Placements that need an age, and placements that may last only so long.</summary>
internal static class AgeInPlacementRules
{
    private static readonly Code SupportedUntil2024 = Code.Of("H5");

    private static readonly Code Supported = Code.Of("K3");

    private static readonly Code Custody = Code.Of("R5");

    private static readonly Code School = Code.Of("S1");

    private static readonly Code Employment = Code.Of("P3");

    private static readonly Code Hospital = Code.Of("T1");

    private static readonly Code CarersOnHoliday = Code.Of("T3");

    private static readonly Code OtherwiseTemporary = Code.Of("T4");

    private static readonly Code TakenIntoCustody = Code.Of("CUSTOD");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("234", "Episodes Header", "REASON_PLACE_CHANGE DOB")
        {
            Message = "The placement is said to have ended because the child was taken into custody, and the child was under 10 when it began. Correct the reason or the date of birth.",
            From = 2026,
            Check = c => c.FailPairs(c.Header, c.Episodes, (h, e) => e.ReasonPlaceChange == TakenIntoCustody && e.Decom < h.Dob.PlusYears(10)),
            Cases = """
                Header CHILD DOB
                    1     02/05/2016  !
                    2     01/05/2016
                    3     02/05/2016
                    4     -
                Episodes CHILD DECOM       REASON_PLACE_CHANGE
                    1     01/05/2026  CUSTOD  !
                    2     01/05/2026  CUSTOD
                    3     01/05/2026  OTHER
                    4     01/05/2026  CUSTOD
                """,
        },
        new("371", "Episodes Header", "DECOM PLACE")
        {
            Message = "A child under 14 is placed in semi-independent living. Correct the placement or the date of birth.",
            Until = 2023,
            Check = c => c.Episodes.FailWhere(c.Dob, (e, dob) => e.Place == SupportedUntil2024 && e.Decom < dob.PlusYears(14)),
            Cases = """
                Header CHILD DOB
                    1     02/05/2008
                    2     01/05/2008
                Episodes CHILD DECOM       PLACE
                    1     01/05/2022  H5  !
                    1     01/05/2022  P2
                    2     01/05/2022  H5
                """,
        },
        new("371", "Episodes Header", "DECOM PLACE")
        {
            Message = "A child under 16 is placed in semi-independent living. Correct the placement or the date of birth.",
            From = 2024,
            Until = 2024,
            Check = c => c.Episodes.FailWhere(c.Dob, (e, dob) => e.Place == SupportedUntil2024 && e.Decom < dob.PlusYears(16)),
            Cases = """
                Header CHILD DOB
                    1     02/05/2007
                    2     01/05/2007
                Episodes CHILD DECOM       PLACE
                    1     01/05/2023  H5  !
                    1     01/05/2023  P2
                    2     01/05/2023  H5
                """,
        },
        new("371", "Episodes Header", "DECOM PLACE")
        {
            Message = "A child under 16 is placed in supported accommodation. Correct the placement or the date of birth.",
            From = 2025,
            Check = c => c.Episodes.FailWhere(c.Dob, (e, dob) => e.Place == Supported && e.Decom < dob.PlusYears(16)),
            Cases = """
                Header CHILD DOB
                    1     02/05/2010
                    2     01/05/2010
                    3     -
                Episodes CHILD DECOM       PLACE
                    1     01/05/2026  K3  !
                    1     01/05/2026  H5
                    2     01/05/2026  K3
                    3     01/05/2026  K3
                """,
        },
        new("372", "Episodes Header", "DECOM PLACE")
        {
            Message = "A child under 10 is placed in youth custody or prison. Correct the placement or the date of birth.",
            Check = c => c.Episodes.FailWhere(c.Dob, (e, dob) => e.Place == Custody && e.Decom < dob.PlusYears(10)),
            Cases = """
                Header CHILD DOB
                    1     02/05/2016
                    2     01/05/2016
                Episodes CHILD DECOM       PLACE
                    1     01/05/2026  R5  !
                    1     01/05/2026  U1
                    2     01/05/2026  R5
                """,
        },
        new("373", "Episodes Header", "DECOM PLACE")
        {
            Message = "A child under 4 is placed in a residential school. Correct the placement or the date of birth.",
            Check = c => c.Episodes.FailWhere(c.Dob, (e, dob) => e.Place == School && e.Decom < dob.PlusYears(4)),
            Cases = """
                Header CHILD DOB
                    1     02/05/2022
                    2     01/05/2022
                Episodes CHILD DECOM       PLACE
                    1     01/05/2026  S1  !
                    1     01/05/2026  U1
                    2     01/05/2026  S1
                """,
        },
        new("374", "Episodes Header", "DECOM PLACE")
        {
            Message = "A child under 14 is placed in residential employment. Correct the placement or the date of birth.",
            Check = c => c.Episodes.FailWhere(c.Dob, (e, dob) => e.Place == Employment && e.Decom < dob.PlusYears(14)),
            Cases = """
                Header CHILD DOB
                    1     02/05/2012
                    2     01/05/2012
                Episodes CHILD DECOM       PLACE DEC
                    1     01/05/2026  P3    01/06/2026  !
                    2     01/05/2026  P3    -
                    1     01/05/2026  U1    -
                    1     01/05/2026  P3    -           !
                """,
        },
        new("375", "Episodes", "DECOM PLACE")
        {
            Message = "A temporary stay in hospital lasted longer than six weeks. End the temporary placement and enter what it has become, or correct the dates.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Place == Hospital && e.Dec - e.Decom > 42),
            Cases = """
                Episodes CHILD DECOM       DEC         PLACE
                    1     01/05/2026  13/06/2026  T1  !
                    1     01/05/2026  12/06/2026  T1
                    1     01/05/2026  13/06/2026  U1
                    1     01/05/2026  -           T1
                """,
        },
        new("376", "Episodes", "DECOM PLACE")
        {
            Message = "A temporary placement during the carers' holiday lasts longer than three weeks. End the temporary placement and enter what it has become, or correct the dates.",
            CheckRows = r => r.Episodes.FailWhere(r.Year, (e, year) => e.Place == CarersOnHoliday && e.EndBy(year.End) - e.Decom > 21),
            Cases = """
                Episodes CHILD DECOM       DEC         PLACE
                    1     01/05/2026  23/05/2026  T3  !
                    1     01/05/2026  22/05/2026  T3
                    1     01/05/2026  23/05/2026  U1
                    1     09/03/2027  -           T3  !
                    1     10/03/2027  -           T3
                """,
        },
        new("379", "Episodes", "DECOM PLACE")
        {
            Message = "A temporary placement without a stated cause (T4) lasted longer than seven days. End the temporary placement and enter what it has become, or correct the dates.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Place == OtherwiseTemporary && e.Dec - e.Decom > 7),
            Cases = """
                Episodes CHILD DECOM       DEC         PLACE
                    1     01/05/2026  09/05/2026  T4  !
                    1     01/05/2026  08/05/2026  T4
                    1     01/05/2026  09/05/2026  U1
                    1     01/05/2026  -           T4
                """,
        },
    ];
}
