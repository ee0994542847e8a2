namespace Trellis.Returns.Ssda903;

/// <summary>Decisions that a child should be placed for adoption, against those in last year's return.</summary>
internal static class PlacedLastYearRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("559", "PlacedAdoption PlacedAdoption_last", "DATE_PLACED")
        {
            Message = "The decision that the child should be placed for adoption was made before this year, and last year's return had none. Check the date, and tell the department if last year's return lacked it.",
            Check = c =>
            {
                if (!c.Last.PlacedAdoption.Any(p => p.DatePlaced.IsGiven))
                {
                    c.PlacedAdoption.FailWhere(c.Year, (p, year) => p.DatePlaced < year.Start);
                }
            },
            Cases = """
                PlacedAdoption CHILD DATE_PLACED
                    1     31/03/2026  !
                    2     01/04/2026
                    3     31/03/2026
                    4     31/03/2026  !
                    5     -
                PlacedAdoption_last CHILD DATE_PLACED
                    3     31/03/2026
                    4     -
                """,
        },
        new("560", "PlacedAdoption PlacedAdoption_last", "DATE_PLACED DATE_PLACED_CEASED")
        {
            Message = "The decision that the child should be placed for adoption has another date than in last year's return, where it was not reversed. Find out which date is right.",
            Check = c => c.PlacedAdoption.FailWhereAny(c.Last.PlacedAdoption, (p, last) => last.DatePlacedCeased.IsEmpty && p.DatePlaced != last.DatePlaced),
            Cases = """
                PlacedAdoption CHILD DATE_PLACED
                    1     02/05/2025  !
                    2     01/05/2025
                    3     02/05/2025
                    4     -
                    5     02/05/2025
                PlacedAdoption_last CHILD DATE_PLACED DATE_PLACED_CEASED
                    1     01/05/2025  -
                    2     01/05/2025  -
                    3     01/05/2025  01/06/2025
                    4     01/05/2025  -
                """,
        },
        new("561", "PlacedAdoption PlacedAdoption_last", "DATE_PLACED")
        {
            Message = "The decision that the child should be placed for adoption is one that last year's return says was reversed. Take the row out, or enter the date of the new decision.",
            Check = c => c.PlacedAdoption.FailWhereAny(c.Last.PlacedAdoption, (p, last) => last.DatePlacedCeased.IsGiven && p.DatePlaced == last.DatePlaced),
            Cases = """
                PlacedAdoption CHILD DATE_PLACED
                    1     01/05/2025  !
                    2     01/05/2025
                    3     02/05/2025
                    4     -
                PlacedAdoption_last CHILD DATE_PLACED DATE_PLACED_CEASED
                    1     01/05/2025  01/06/2025
                    2     01/05/2025  -
                    3     01/05/2025  01/06/2025
                    4     01/05/2025  01/06/2025
                """,
        },
        new("584", "PlacedAdoption PlacedAdoption_last", "DATE_PLACED")
        {
            Message = "The decision that the child should be placed for adoption has another date than in last year's return, where it was reversed. Check that it is a new decision.",
            Check = c => c.PlacedAdoption.FailWhereAny(c.Last.PlacedAdoption, (p, last) => last.DatePlacedCeased.IsGiven && p.DatePlaced != last.DatePlaced),
            Cases = """
                PlacedAdoption CHILD DATE_PLACED
                    1     02/05/2026  !
                    2     02/05/2026
                    3     01/05/2025
                    4     -
                PlacedAdoption_last CHILD DATE_PLACED DATE_PLACED_CEASED
                    1     01/05/2025  01/06/2025
                    2     01/05/2025  -
                    3     01/05/2025  01/06/2025
                    4     01/05/2025  01/06/2025
                """,
        },
    ];
}
