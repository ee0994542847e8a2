namespace Trellis.Returns.Ssda903;

/// <summary>Adopted children (AD1): the facts themselves, and against the episodes.</summary>
internal static class AdoptionRules
{
    private static readonly CodeSet EndedInAdoption = CodeSet.Of("E1 E11 E12");

    /// <summary>Placed for adoption with the foster carer of before.</summary>
    private static readonly CodeSet WithFormerCarer = CodeSet.Of("A2 A3 A5");

    /// <summary>Placed for adoption with somebody else.</summary>
    private static readonly CodeSet WithOthers = CodeSet.Of("A1 A4 A6");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("112", "AD1", "DATE_INT")
        {
            Message = "The date of the decision that the child should be placed for adoption is no date. Enter it as day, month and year.",
            CheckRows = r => r.Ad1.FailWhere(a => a.DateInt.IsUnreadable),
            Cases = """
                AD1 DATE_INT
                    01/05/2026
                    31/04/2026  !
                    -
                """,
        },
        new("113", "AD1", "DATE_MATCH")
        {
            Message = "The date on which child and adopters were matched is no date. Enter it as day, month and year.",
            CheckRows = r => r.Ad1.FailWhere(a => a.DateMatch.IsUnreadable),
            Cases = """
                AD1 DATE_MATCH
                    01/05/2026
                    31/04/2026  !
                    -
                """,
        },
        new("114", "AD1", "FOSTER_CARE")
        {
            Message = "Whether the adopters were the child's foster carers is said with neither 0 nor 1. Enter one of them.",
            CheckRows = r => r.Ad1.FailWhere(a => a.FosterCare.IsGivenOutside(Codes.ZeroOrOne)),
            Cases = """
                AD1 FOSTER_CARE
                    0
                    1
                    2    !
                    yes  !
                    -
                """,
        },
        new("134", "OC3 AD1", "IN_TOUCH ACTIV ACCOM DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR")
        {
            Message = "A care leaver has details of an adoption. Clear the one or the other.",
            Check = c =>
            {
                if (c.HasCareLeaverDetails)
                {
                    c.Ad1.FailWhere(a => a.SaysAnything());
                }
            },
            Cases = """
                OC3 CHILD IN_TOUCH
                    1     YES
                    2     YES
                    3     -
                AD1 CHILD LS_ADOPTR
                    1     L0   !
                    2     -
                    3     L0
                    4     L0
                """,
        },
        new("151", "AD1", "DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTER SEX_ADOPTR LS_ADOPTR")
        {
            Message = "Some of the six facts about the adoption are there and some are not. Enter all, or clear them.",
            CheckRows = r => r.Ad1.FailWhere(a => a.SaysAnything() && !a.SaysAll()),
            Cases = """
                AD1 DATE_INT   DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
                    01/05/2026 01/06/2026 0           2         MF         L11
                    -          -          -           -         -          -
                    01/05/2026 01/06/2026 0           2         MF         -    !
                    -          -          0           -         -          -    !
                """,
        },
        new("331", "AD1 Episodes", "DATE_MATCH DECOM REC")
        {
            Message = "Child and adopters were matched after the child had been placed with them. Correct one of the two dates.",
            Check = c => c.FailPairs(c.Ad1, c.Episodes, (a, e) => e.Rec.IsIn(Codes.Adopted) && a.DateMatch > e.Decom),
            Cases = """
                AD1 CHILD DATE_MATCH
                    1     02/05/2026  !
                    2     01/05/2026
                    3     02/05/2026
                    4     -
                Episodes CHILD DECOM       REC
                    1     01/05/2026  E11  !
                    2     01/05/2026  E12
                    3     01/05/2026  X1
                    4     01/05/2026  E11
                """,
        },
        new("333", "AD1", "DATE_INT")
        {
            Message = "Child and adopters were matched, and the decision that the child should be placed for adoption is missing or later. Correct the dates.",
            CheckRows = r => r.Ad1.FailWhere(a => a.DateInt > a.DateMatch || (a.DateInt.IsEmpty && a.DateMatch.IsDay)),
            Cases = """
                AD1 DATE_INT    DATE_MATCH
                    02/05/2026  01/05/2026  !
                    -           01/05/2026  !
                    01/05/2026  01/05/2026
                    01/05/2026  -
                    -           -
                """,
        },
        new("334", "Episodes AD1", "DATE_INT DECOM RNE")
        {
            Message = "The decision that the child should be placed for adoption lies before the latest time in care began. Correct one of the two dates.",
            Check = c =>
            {
                var start = c.Episodes.LastWhere(e => e.Rne == Codes.Started);
                foreach (var a in c.Ad1)
                {
                    if (start is { } s && a.DateInt < s.Decom)
                    {
                        c.Fail(a);
                        c.Fail(s);
                    }
                }
            },
            Cases = """
                Episodes CHILD DECOM       RNE
                    1     01/05/2024  S
                    1     01/05/2026  S    !
                    2     01/05/2026  S
                    3     01/05/2026  P
                    4     01/05/2026  S
                AD1 CHILD DATE_INT
                    1     30/04/2026  !
                    2     01/05/2026
                    3     30/04/2026
                    4     -
                """,
        },
        new("335", "Episodes AD1", "PLACE FOSTER_CARE")
        {
            Message = "Whether the adopters were the child's foster carers does not fit the last placement. Correct one of them.",
            Check = c => c.FailPairs(c.Episodes, c.Ad1, (e, a) => e.Rec.IsIn(EndedInAdoption) && IsOtherCarer(e, a)),
            Cases = """
                Episodes CHILD PLACE REC
                    1     A3    E11  !
                    2     A4    E12  !
                    3     A3    E11
                    4     A4    E11
                    5     A3    X1
                    6     A3    E11
                AD1 CHILD FOSTER_CARE
                    1     0     !
                    2     1     !
                    3     1
                    4     0
                    5     0
                    6     -
                """,
        },
        new("582", "Episodes AD1", "DEC DATE_MATCH")
        {
            Message = "The child was adopted on the very day on which it was matched with the adopters. Check both dates.",
            Check = c => c.Episodes.FailWhereAny(c.Ad1, (e, a) => e.Rec.IsIn(Codes.Adopted) && e.Dec == a.DateMatch),
            Cases = """
                Episodes CHILD DEC         REC
                    1     01/05/2026  E11  !
                    2     02/05/2026  E12
                    3     01/05/2026  E13
                    4     -           E11
                AD1 CHILD DATE_MATCH
                    1     01/05/2026
                    2     01/05/2026
                    3     01/05/2026
                    4     -
                """,
        },
        new("601", "Episodes AD1", "REC DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR")
        {
            Message = "The child was adopted in the year, and the six facts about the adoption are not all there. Enter them, or correct the reason why the episode ceased.",
            Check = c =>
            {
                if (c.Ad1.IsEmpty)
                {
                    c.Episodes.FailWhere(c.Year, (e, year) => WasAdopted(e, year));
                }
                else
                {
                    c.FailPairs(c.Episodes, c.Ad1, c.Year, (e, a, year) => WasAdopted(e, year) && !a.SaysAll());
                }
            },
            Cases = """
                Episodes CHILD DEC         REC
                    1     01/04/2026  E11  !
                    2     31/03/2027  E12  !
                    3     31/03/2026  E11
                    4     01/05/2026  E13
                    5     01/05/2026  E11
                AD1 CHILD DATE_INT   DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
                    2     01/05/2026 01/06/2026 0           2         MF         -    !
                    5     01/05/2026 01/06/2026 0           2         MF         L11
                """,
        },
        new("602", "Episodes AD1", "CHILD")
        {
            Message = "There are details of an adoption, and no episode says that the child was adopted in the year. Clear the details, or correct the reason why the episode ceased.",
            Check = c =>
            {
                if (!c.Episodes.Any(c.Year, (e, year) => WasAdopted(e, year) || (e.Rec.IsIn(Codes.Adopted) && e.Dec.IsEmpty)))
                {
                    c.Ad1.FailWhere(a => a.SaysAnything());
                }
            },
            Cases = """
                Episodes CHILD DEC         REC
                    1     01/04/2026  E11
                    2     31/03/2026  E11
                    3     01/05/2026  X1
                    6     -           E11
                AD1 CHILD LS_ADOPTR
                    1     L0
                    6     L0
                    2     L0  !
                    3     L0  !
                    4     L0  !
                    5     -
                """,
        },
    ];

    private static bool IsOtherCarer(Episode e, Ad1 a) => a.FosterCare.IsIn(Codes.Yes) ? e.Place.IsIn(WithOthers) : a.FosterCare.IsIn(Codes.No) && e.Place.IsIn(WithFormerCarer);

    private static bool WasAdopted(Episode e, CollectionYear year) => e.Rec.IsIn(Codes.Adopted) && e.Dec.IsWithin(year.Start, year.End);
}
