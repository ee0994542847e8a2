namespace Trellis.Returns.Ssda903;

/// <summary>Decisions that a child should be placed for adoption, against its episodes: care, placement orders and adoptive placements.</summary>
internal static class PlacementOrderRules
{
    /// <summary>A freeing order, as there was before placement orders, and a placement order.</summary>
    private static readonly CodeSet FreeingOrPlacementOrder = CodeSet.Of("D1 E1");

    private static readonly CodeSet PlacementOrder = CodeSet.Of("E1");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("117", "Episodes PlacedAdoption", "DATE_PLACED_CEASED DATE_PLACED DEC REC DECOM")
        {
            Message = "A decision for or against placing the child for adoption was made after the end of the year, or after the child ceased to be looked after. Correct the date.",
            Check = c =>
            {
                var left = c.Episodes.LastWhere(e => e.Rec.IsGiven && e.Rec != Codes.NextEpisode && e.Dec.IsGiven);
                foreach (var p in c.PlacedAdoption)
                {
                    if (IsAfter(p, c.Year.End) || (left is { } end && IsAfter(p, end.Dec)))
                    {
                        c.Fail(p);
                        c.Fail(left);
                    }
                }
            },
            Cases = """
                Episodes CHILD DECOM       DEC         REC
                    1     01/05/2026  01/06/2026  E11  !
                    2     01/05/2026  01/06/2026  E11
                    3     01/05/2026  01/06/2026  X1
                    4     01/05/2026  -           -
                PlacedAdoption CHILD DATE_PLACED DATE_PLACED_CEASED
                    1     02/06/2026  -           !
                    2     01/06/2026  01/06/2026
                    3     02/06/2026  31/03/2027
                    4     01/06/2026  01/04/2027  !
                """,
        },
        new("118", "Episodes PlacedAdoption", "DECOM DECOM LS")
        {
            Message = "The decision that the child should no longer be placed for adoption lies before the year, or before the child came into care. Correct the date, or take the row out.",
            Check = c =>
            {
                var first = c.Episodes.FirstWhere(e => !e.Ls.IsIn(Codes.ShortBreaks));
                foreach (var p in c.PlacedAdoption)
                {
                    if (p.DatePlacedCeased < c.Year.Start || (first is { } start && p.DatePlacedCeased < start.Decom))
                    {
                        c.Fail(p);
                        c.Fail(first);
                    }
                }
            },
            Cases = """
                Episodes CHILD DECOM       LS
                    1     01/05/2026  C2  !
                    1     01/06/2026  C2
                    2     01/05/2026  C2
                    3     01/05/2020  C2  !
                    4     01/05/2020  V3
                    4     01/05/2026  C2  !
                PlacedAdoption CHILD DATE_PLACED_CEASED
                    1     30/04/2026  !
                    2     01/05/2026
                    3     31/03/2026  !
                    4     30/04/2026  !
                    2     -
                """,
        },
        new("521", "Episodes AD1", "PLACE DECOM DATE_INT")
        {
            Message = "The child was placed for adoption before the decision that it should be. Correct one of the two dates.",
            Check = c => c.FailPairs(c.Episodes, c.Ad1, (e, a) => e.Place.IsIn(Codes.PlacedForAdoption) && a.DateInt > e.Decom),
            Cases = """
                Episodes CHILD DECOM       PLACE
                    1     01/05/2026  A3  !
                    2     02/05/2026  A6
                    3     01/05/2026  U1
                    4     01/05/2026  A3
                AD1 CHILD DATE_INT
                    1     02/05/2026  !
                    2     02/05/2026
                    3     02/05/2026
                    4     -
                """,
        },
        new("551", "Episodes PlacedAdoption", "DATE_PLACED PLACE")
        {
            Message = "The child was placed for adoption, and there is no date of the decision that it should be. Enter it.",
            Check = c =>
            {
                if (!c.PlacedAdoption.Any(p => p.DatePlaced.IsGiven))
                {
                    c.Episodes.FailWhere(e => e.Place.IsIn(Codes.PlacedForAdoption));
                }
            },
            Cases = """
                Episodes CHILD PLACE
                    1     A3  !
                    2     A6  !
                    3     A4
                    4     U1
                PlacedAdoption CHILD DATE_PLACED
                    2     -
                    3     01/05/2026
                """,
        },
        new("552", "Episodes PlacedAdoption", "DATE_PLACED DECOM")
        {
            Message = "The child was placed for adoption before the decision that it should be. Correct one of the two dates.",
            Check = c => c.FailPairs(c.Episodes, c.PlacedAdoption, (e, p) => e.Place.IsIn(Codes.PlacedForAdoption) && p.DatePlaced > e.Decom),
            Cases = """
                Episodes CHILD DECOM       PLACE
                    1     01/05/2026  A3  !
                    2     02/05/2026  A6
                    3     01/05/2026  U1
                    4     01/05/2026  A3
                PlacedAdoption CHILD DATE_PLACED
                    1     02/05/2026  !
                    2     02/05/2026
                    3     02/05/2026
                    4     -
                """,
        },
        new("553", "Episodes PlacedAdoption", "CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED")
        {
            Message = "There is a placement order, and no decision that the child should be placed for adoption that has a date and, while the order runs, still stands. Enter it.",
            Check = c =>
            {
                if (c.PlacedAdoption.IsEmpty)
                {
                    c.Episodes.FailWhere(e => e.Ls == Codes.PlacementOrder);
                }
                else
                {
                    c.PlacedAdoption.FailWhereAny(c.Episodes, (p, e) => e.Ls == Codes.PlacementOrder && (p.DatePlaced.IsEmpty || (e.Dec.IsEmpty && IsReversed(p))));
                }
            },
            Cases = """
                Episodes CHILD LS  DEC
                    1     E1  -           !
                    2     E1  -
                    3     E1  -
                    4     C2  -
                    5     E1  01/05/2026
                    6     E1  -
                    7     E1  01/05/2026
                    8     E1  01/05/2026  !
                PlacedAdoption CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
                    2     -           -           -    !
                    3     01/05/2026  -           -
                    5     -           -           -    !
                    6     01/04/2026  01/05/2026  RD1  !
                    7     01/04/2026  01/05/2026  RD1
                """,
        },
        new("554", "Episodes PlacedAdoption", "DATE_PLACED DECOM LS")
        {
            Message = "The placement order was made before the decision that the child should be placed for adoption. Correct one of the two dates; where the order was made in an earlier year, check them.",
            Check = c => c.FailPairs(c.Episodes, c.PlacedAdoption, (e, p) => e.Ls == Codes.PlacementOrder && p.DatePlaced > e.Decom),
            Cases = """
                Episodes CHILD DECOM       LS
                    1     01/05/2026  E1  !
                    1     02/05/2026  E1
                    2     01/05/2026  E1
                    3     01/05/2026  C2
                PlacedAdoption CHILD DATE_PLACED
                    1     02/05/2026  !
                    2     01/05/2026
                    3     02/05/2026
                    2     -
                """,
        },
        new("557", "Episodes PlacedAdoption", "DATE_PLACED_CEASED REASON_PLACED_CEASED PLACE LS REC")
        {
            Message = "The child left care from an adoptive placement or under a placement order and was not adopted, and nothing says that the decision to place it for adoption was reversed. Enter date and reason.",
            Until = 2024,
            Check = c => FailUnlessReversed(c, FreeingOrPlacementOrder),
            Cases = """
                Episodes CHILD PLACE LS  REC
                    1     A3    C2  E4A  !
                    2     U1    D1  E4A  !
                    3     U1    D1  E11
                PlacedAdoption CHILD DATE_PLACED_CEASED REASON_PLACED_CEASED
                    1     -     -   !
                """,
        },
        new("557", "Episodes PlacedAdoption", "DATE_PLACED_CEASED REASON_PLACED_CEASED PLACE LS REC")
        {
            Message = "The child left care from an adoptive placement or under a placement order and was not adopted, and nothing says that the decision to place it for adoption was reversed. Enter date and reason.",
            From = 2025,
            Check = c => FailUnlessReversed(c, PlacementOrder),
            Cases = """
                Episodes CHILD PLACE LS  REC
                    1     A3    C2  E4A  !
                    2     U1    E1  E4A  !
                    3     U1    E1  E11
                    4     A3    E1  X1
                    5     U1    C2  E4A
                    6     A3    C2  E4A
                    7     A3    C2  -
                PlacedAdoption CHILD DATE_PLACED_CEASED REASON_PLACED_CEASED
                    1     -           -    !
                    6     01/05/2026  RD1
                """,
        },
        new("1003", "Episodes PlacedAdoption", "DATE_PLACED DECOM RNE")
        {
            Message = "The decision that the child should be placed for adoption was made before the child came into care. Correct one of the two dates.",
            Check = c =>
            {
                var start = c.Episodes.FirstWhere(e => e.Rne == Codes.Started);
                foreach (var p in c.PlacedAdoption)
                {
                    if (start is { } s && p.DatePlaced < s.Decom)
                    {
                        c.Fail(p);
                        c.Fail(s);
                    }
                }
            },
            Cases = """
                Episodes CHILD DECOM       RNE
                    1     01/05/2026  S  !
                    1     01/06/2026  S
                    2     01/05/2026  S
                    3     01/05/2026  P
                PlacedAdoption CHILD DATE_PLACED
                    1     30/04/2026  !
                    2     01/05/2026
                    3     30/04/2026
                    2     -
                """,
        },
    ];

    private static bool IsAfter(PlacedAdoption p, Day day) => p.DatePlaced > day || p.DatePlacedCeased > day;

    private static bool IsReversed(PlacedAdoption p) => p.DatePlacedCeased.IsGiven || p.ReasonPlacedCeased.IsGiven;

    private static void FailUnlessReversed(Child c, CodeSet orders)
    {
        foreach (var e in c.Episodes)
        {
            var leftCare = e.Rec.IsGiven && e.Rec != Codes.NextEpisode && !e.Rec.IsIn(Codes.Adopted);
            if (!leftCare || !(e.Place.IsIn(Codes.PlacedForAdoption) || e.Ls.IsIn(orders)))
            {
                continue;
            }

            var isReversed = false;
            foreach (var p in c.PlacedAdoption)
            {
                isReversed |= p.DatePlacedCeased.IsGiven && p.ReasonPlacedCeased.IsGiven;
            }

            if (!isReversed)
            {
                c.Fail(e);
                c.PlacedAdoption.FailAll();
            }
        }
    }
}
