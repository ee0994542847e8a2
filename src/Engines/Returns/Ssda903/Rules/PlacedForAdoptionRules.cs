namespace Trellis.Returns.Ssda903;

/// <summary>Decisions that a child should be placed for adoption: the rows themselves, and against the child's birth and adoption.</summary>
internal static class PlacedForAdoptionRules
{
    private static readonly CodeSet Reasons = CodeSet.Of("RD1 RD2 RD3 RD4");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("115", "PlacedAdoption", "DATE_PLACED")
        {
            Message = "The date of the decision that the child should be placed for adoption is no date. Enter it as day, month and year.",
            CheckRows = r => r.PlacedAdoption.FailWhere(p => p.DatePlaced.IsUnreadable),
            Cases = """
                PlacedAdoption DATE_PLACED
                    01/05/2026
                    31/04/2026  !
                    -
                """,
        },
        new("116", "PlacedAdoption", "DATE_PLACED_CEASED")
        {
            Message = "The date of the decision that the child should no longer be placed for adoption is no date. Enter it as day, month and year.",
            CheckRows = r => r.PlacedAdoption.FailWhere(p => p.DatePlacedCeased.IsUnreadable),
            Cases = """
                PlacedAdoption DATE_PLACED_CEASED
                    01/05/2026
                    31/04/2026  !
                    -
                """,
        },
        new("119", "PlacedAdoption", "REASON_PLACED_CEASED DATE_PLACED_CEASED")
        {
            Message = "Of a decision that the child should no longer be placed for adoption either the date or the reason is missing. Enter both, or clear both.",
            CheckRows = r => r.PlacedAdoption.FailWhere(p => p.DatePlacedCeased.IsGiven != p.ReasonPlacedCeased.IsGiven),
            Cases = """
                PlacedAdoption DATE_PLACED_CEASED REASON_PLACED_CEASED
                    01/05/2026  RD1
                    01/05/2026  -    !
                    -           RD1  !
                    -           -
                """,
        },
        new("120", "PlacedAdoption", "REASON_PLACED_CEASED")
        {
            Message = "The reason why the child should no longer be placed for adoption is not one of RD1 to RD4. Enter one of them.",
            CheckRows = r => r.PlacedAdoption.FailWhere(p => p.ReasonPlacedCeased.IsGivenOutside(Reasons)),
            Cases = """
                PlacedAdoption REASON_PLACED_CEASED
                    RD1
                    RD4
                    RD5  !
                    rd1  !
                    -
                """,
        },
        new("184", "Header PlacedAdoption", "DATE_PLACED DOB")
        {
            Message = "The decision that the child should be placed for adoption was made before the child was born. Correct one of the two dates.",
            Check = c => c.PlacedAdoption.FailWhere(c.Dob, (p, dob) => p.DatePlaced < dob),
            Cases = """
                Header CHILD DOB
                    1     01/05/2026
                    2     01/05/2026
                    3     -
                PlacedAdoption CHILD DATE_PLACED
                    1     30/04/2026  !
                    2     01/05/2026
                    3     30/04/2026
                    1     -
                """,
        },
        new("522", "PlacedAdoption", "DATE_PLACED DATE_PLACED_CEASED")
        {
            Message = "The decision that the child should no longer be placed for adoption lies before the decision that it should. Correct one of the two dates.",
            CheckRows = r => r.PlacedAdoption.FailWhere(p => p.DatePlaced > p.DatePlacedCeased),
            Cases = """
                PlacedAdoption DATE_PLACED DATE_PLACED_CEASED
                    02/05/2026  01/05/2026  !
                    01/05/2026  01/05/2026
                    01/05/2026  -
                    -           01/05/2026
                """,
        },
        new("523", "PlacedAdoption AD1", "DATE_PLACED DATE_INT")
        {
            Message = "Two dates are given for the decision that the child should be placed for adoption. They should be the same: correct one of them.",
            Check = c => c.FailPairs(c.PlacedAdoption, c.Ad1, (p, a) => p.DatePlaced != a.DateInt),
            Cases = """
                PlacedAdoption CHILD DATE_PLACED
                    1     01/05/2026  !
                    2     01/05/2026
                    3     01/05/2026
                    4     -
                AD1 CHILD DATE_INT
                    1     02/05/2026  !
                    2     01/05/2026
                    3     -
                    4     01/05/2026
                """,
        },
        new("525", "PlacedAdoption AD1", "DATE_PLACED_CEASED DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR")
        {
            Message = "It was decided that the child should no longer be placed for adoption, and there are details of an adoption. Clear the one or the other.",
            Check = c => c.FailPairs(c.PlacedAdoption, c.Ad1, (p, a) => p.DatePlacedCeased.IsGiven && a.SaysAnything()),
            Cases = """
                PlacedAdoption CHILD DATE_PLACED_CEASED
                    1     01/05/2026  !
                    2     -
                    3     01/05/2026
                    4     01/05/2026
                AD1 CHILD LS_ADOPTR
                    1     L0          !
                    2     L0
                    3     -
                """,
        },
        new("558", "Episodes PlacedAdoption", "DATE_PLACED_CEASED REC")
        {
            Message = "The child was adopted, and there is a date of the decision that it should no longer be placed for adoption. Clear the date, or correct the reason why the episode ceased.",
            Check = c => c.Episodes.FailWhereAny(c.PlacedAdoption, (e, p) => e.Rec.IsIn(Codes.Adopted) && p.DatePlacedCeased.IsGiven),
            Cases = """
                Episodes CHILD REC
                    1     E11  !
                    2     E12  !
                    3     E11
                    4     E4A
                    5     E11
                PlacedAdoption CHILD DATE_PLACED_CEASED
                    1     01/05/2026
                    2     01/05/2026
                    2     -
                    3     -
                    4     01/05/2026
                """,
        },
        new("563", "PlacedAdoption", "DATE_PLACED REASON_PLACED_CEASED DATE_PLACED_CEASED")
        {
            Message = "It was decided that the child should no longer be placed for adoption, and the decision that it should has no date. Enter that date.",
            CheckRows = r => r.PlacedAdoption.FailWhere(p => p.DatePlaced.IsEmpty && (p.DatePlacedCeased.IsGiven || p.ReasonPlacedCeased.IsGiven)),
            Cases = """
                PlacedAdoption DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
                    -           01/05/2026  RD1  !
                    -           -           RD1  !
                    01/04/2026  01/05/2026  RD1
                    -           -           -
                """,
        },
        new("579", "PlacedAdoption", "DATE_PLACED DATE_PLACED_CEASED")
        {
            Message = "The decision that the child should be placed for adoption was made while an earlier one still stood. Enter when the earlier one was reversed, or correct the dates.",
            Check = c => c.PlacedAdoption.FailWherePrevious((p, before) => p.DatePlaced.IsDay && (before.DatePlacedCeased.IsEmpty || p.DatePlaced < before.DatePlacedCeased)),
            Cases = """
                PlacedAdoption CHILD DATE_PLACED DATE_PLACED_CEASED
                    1     01/05/2026  05/05/2026
                    1     05/05/2026  -
                    2     04/05/2026  -           !
                    2     01/05/2026  05/05/2026
                    3     01/05/2026  -
                    3     04/05/2026  -           !
                    4     01/05/2026  -
                    4     -           -
                """,
        },
        new("583", "PlacedAdoption", "DATE_PLACED DATE_PLACED_CEASED")
        {
            Message = "A later decision that the child should be placed for adoption follows, and this one was never reversed. Enter when it was, or take the row out that is not needed.",
            Check = c => c.PlacedAdoption.FailWhereNext((p, next) => p.DatePlacedCeased.IsEmpty && p.DatePlaced.IsDay && next.DatePlaced.IsDay),
            Cases = """
                PlacedAdoption CHILD DATE_PLACED DATE_PLACED_CEASED
                    1     01/05/2026  05/05/2026
                    1     06/05/2026  -
                    2     06/05/2026  -
                    2     01/05/2026  -           !
                    3     01/05/2026  -
                """,
        },
    ];
}
