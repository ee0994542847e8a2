namespace Trellis.Returns.Ssda903;

/// <summary>What the fields of an episode may hold: dates that are dates, codes of the code sets.</summary>
internal static class EpisodeCodeRules
{
    private static readonly CodeSet Reasons = CodeSet.Of("S L P T B U");
    private static readonly CodeSet LegalStatuses = CodeSet.Of("C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3");
    private static readonly CodeSet Needs = CodeSet.Of("N1 N2 N3 N4 N5 N6 N7 N8");
    private static readonly CodeSet Ends = CodeSet.Of("X1 E11 E12 E13 E14 E15 E16 E17 E2 E3 E4A E4B E41 E45 E46 E47 E48 E5 E6 E7 E8 E9");
    private static readonly CodeSet Changes = CodeSet.Of("CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER");
    private static readonly CodeSet ProviderCodes = CodeSet.Of("PR0 PR1 PR2 PR3 PR4 PR5");
    private static readonly CodeSet Places = CodeSet.Of("A3 A4 A5 A6 K1 K2 P1 P3 R1 R2 R3 R5 S1").And(Codes.Temporary).And(Codes.Foster);
    private static readonly CodeSet Places2023 = Places.And(CodeSet.Of("H5 P2 Z1"));
    private static readonly CodeSet Places2025 = Places.And(CodeSet.Of("K3 Z1"));
    private static readonly CodeSet Places2026 = Places.And(CodeSet.Of("K3")).And(Codes.Unregistered);
    private static readonly Code Unregistered = Code.Of("Z1");
    private static readonly CodeSet WithoutProvider = CodeSet.Of("T0 T1 T2 T3").And(Codes.Unregistered);
    private static readonly Code PlacementOrder = Code.Of("E1");
    private static readonly CodeSet Locations = CodeSet.Of("IN OUT");
    private static readonly Day ChildrenActInForce = new(1991, 10, 14);
    private static readonly Day December2005 = new(2005, 12, 1);

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("141", "Episodes", "DECOM")
        {
            Message = "The day on which the episode began is no date. Enter it as day, month and year.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Decom.IsUnreadable),
            Cases = """
                Episodes DECOM
                         29/02/2024
                         29/02/2023  !
                         1/13/2026   !
                         -
                """,
        },
        new("147", "Episodes", "DEC")
        {
            Message = "The day on which the episode ceased is no date. Enter it as day, month and year, or leave it empty while the episode goes on.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Dec.IsUnreadable),
            Cases = """
                Episodes DEC
                         31/03/2027
                         31/04/2026  !
                         open        !
                         -
                """,
        },
        new("143", "Episodes", "RNE")
        {
            Message = "The reason for the new episode is none of S, L, P, T, B and U. Enter one of them.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Rne.IsGivenOutside(Reasons)),
            Cases = """
                Episodes RNE
                         S
                         B
                         s    !
                         X1   !
                         -
                """,
        },
        new("144", "Episodes", "LS")
        {
            Message = "The legal status is not a code of the list. Enter the code of the status under which the child was looked after.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Ls.IsGivenOutside(LegalStatuses)),
            Cases = """
                Episodes LS
                         J3
                         V2
                         V1   !
                         v2   !
                         -
                """,
        },
        new("145", "Episodes", "CIN")
        {
            Message = "The category of need is not one of N1 to N8. Enter the child's main need when it began to be looked after.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Cin.IsGivenOutside(Needs)),
            Cases = """
                Episodes CIN
                         N1
                         N8
                         N9   !
                         8    !
                         -
                """,
        },
        new("146", "Episodes", "PLACE")
        {
            Until = 2024,
            Message = "The placement type is not a code of the list. Enter the code of the placement.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Place.IsGivenOutside(Places2023)),
            Cases = """
                Episodes PLACE
                         H5
                         P2
                         K3   !
                         u1   !
                         -
                """,
        },
        new("146", "Episodes", "PLACE")
        {
            From = 2025,
            Until = 2025,
            Message = "The placement type is not a code of the list. Enter the code of the placement; supported accommodation is K3 from this year on.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Place.IsGivenOutside(Places2025)),
            Cases = """
                Episodes PLACE
                         K3
                         Z1
                         H5   !
                         P2   !
                         -
                """,
        },
        new("146", "Episodes", "PLACE")
        {
            From = 2026,
            Message = "The placement type is not a code of the list. Enter the code of the placement; unregistered placements are told apart as Z11 to Z14 from this year on.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Place.IsGivenOutside(Places2026)),
            Cases = """
                Episodes PLACE
                         K3
                         Z11
                         Z1   !
                         H5   !
                         -
                """,
        },
        new("149", "Episodes", "REC")
        {
            Message = "The reason why the episode ceased is not a code of the list. Enter the code, or leave it empty while the episode goes on.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Rec.IsGivenOutside(Ends)),
            Cases = """
                Episodes REC
                         X1
                         E4B
                         E48
                         E44  !
                         e2   !
                         -
                """,
        },
        new("178", "Episodes", "PLACE_PROVIDER")
        {
            Until = 2025,
            Message = "The placement provider is not one of PR0 to PR5, or the placement is temporary or unregistered and has no provider. Correct the code or leave it empty.",
            CheckRows = r => r.Episodes.FailWhere(e => e.PlaceProvider.IsGivenOutside(ProviderCodes) || (e.PlaceProvider.IsGiven && (e.IsTemporary || e.Place == Unregistered))),
            Cases = """
                Episodes PLACE PLACE_PROVIDER
                         U1    PR1
                         U1    PR6  !
                         T1    PR1  !
                         Z1    PR1  !
                         T1    -
                """,
        },
        new("178", "Episodes", "PLACE_PROVIDER")
        {
            From = 2026,
            Message = "The placement provider is not one of PR0 to PR5, or the placement is temporary or unregistered and has no provider. Correct the code or leave it empty.",
            CheckRows = r => r.Episodes.FailWhere(e => e.PlaceProvider.IsGivenOutside(ProviderCodes) || (e.PlaceProvider.IsGiven && e.Place.IsIn(WithoutProvider))),
            Cases = """
                Episodes PLACE PLACE_PROVIDER
                         U1    PR0
                         U1    pr1  !
                         T3    PR2  !
                         Z14   PR2  !
                         Z14   -
                """,
        },
        new("179", "Episodes.PL_LOCATION", "PL_LOCATION")
        {
            Message = "Whether the placement is inside or outside the authority's boundary is missing or is neither IN nor OUT. Check the postcode of the placement.",
            CheckRows = r => r.Episodes.FailWhere(e => !e.IsShortBreak && !e.PlLocation.IsIn(Locations)),
            Cases = """
                Episodes LS  PL_LOCATION
                         C1  IN
                         C1  OUT
                         C1  in   !
                         V2  -    !
                         V4  -
                """,
        },
        new("1009", "Episodes", "REASON_PLACE_CHANGE")
        {
            Message = "The reason for the change of placement is not a code of the list. Enter one of the codes, or leave it empty where none is asked for.",
            CheckRows = r => r.Episodes.FailWhere(e => e.ReasonPlaceChange.IsGivenOutside(Changes)),
            Cases = """
                Episodes REASON_PLACE_CHANGE
                         CUSTOD
                         LAREQ
                         MOVED   !
                         carpl   !
                         -
                """,
        },
        new("148", "Episodes", "DEC REC")
        {
            Message = "Of the day on which the episode ceased and the reason for it one is given and the other not. Enter both, or neither while the episode goes on.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Dec.IsGiven != e.Rec.IsGiven),
            Cases = """
                Episodes DEC         REC
                         01/05/2026  X1
                         -           -
                         01/05/2026  -   !
                         -           X1  !
                """,
        },
        new("353", "Episodes", "DECOM")
        {
            Message = "The episode began before 14 October 1991, when the Children Act came into force. Correct the date.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Decom < ChildrenActInForce),
            Cases = """
                Episodes DECOM
                         14/10/1991
                         13/10/1991  !
                         -
                """,
        },
        new("354", "Episodes", "DECOM")
        {
            Message = "The episode begins after the end of the collection year. Correct the date, or leave the episode to next year's return.",
            CheckRows = r => r.Episodes.FailWhere(r.Year, (e, year) => e.Decom > year.End),
            Cases = """
                year 2024
                Episodes DECOM
                         31/03/2024
                         01/04/2024  !
                         -
                """,
        },
        new("385", "Episodes", "DEC")
        {
            Message = "The episode ceases after the end of the collection year. Correct the date, or leave it empty where the episode went on at 31 March.",
            CheckRows = r => r.Episodes.FailWhere(r.Year, (e, year) => e.Dec > year.End),
            Cases = """
                year 2024
                Episodes DEC
                         31/03/2024
                         01/04/2024  !
                         -
                """,
        },
        new("355", "Episodes", "DECOM DEC")
        {
            Message = "The episode begins and ceases on the same day. Check both dates; what lasted less than a day is no episode.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Decom == e.Dec),
            Cases = """
                Episodes DECOM       DEC
                         01/05/2026  02/05/2026
                         01/05/2026  01/05/2026  !
                         01/05/2026  -
                         -           -
                """,
        },
        new("356", "Episodes", "DECOM")
        {
            Message = "The episode ceases before it begins. Correct one of the two dates.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Dec < e.Decom),
            Cases = """
                Episodes DECOM       DEC
                         02/05/2026  01/05/2026  !
                         02/05/2026  02/05/2026
                         02/05/2026  -
                         -           01/05/2026
                """,
        },
        new("446", "Episodes", "LS DECOM")
        {
            Message = "There were no placement orders (E1) before December 2005, when the episode began. Correct the legal status or the date.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Ls == PlacementOrder && e.Decom < December2005),
            Cases = """
                Episodes LS  DECOM
                         E1  30/11/2005  !
                         E1  01/12/2005
                         C1  30/11/2005
                         E1  -
                """,
        },
    ];
}
