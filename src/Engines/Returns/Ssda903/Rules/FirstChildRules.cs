namespace Trellis.Returns.Ssda903;

/// <summary>The date of birth of a mother's first child.</summary>
internal static class FirstChildRules
{
    private static readonly Code FemaleUntil2024 = Code.Of("2");

    private static readonly Code Female = Code.Of("F");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("611", "Header", "MOTHER MC_DOB")
        {
            Message = "She is a mother and the date of birth of her first child is missing. Enter it.",
            CheckRows = r => r.Header.FailWhere(h => h.Mother.IsIn(Codes.Yes) && h.McDob.IsEmpty),
            Cases = """
                Header CHILD MOTHER MC_DOB
                       1     1      -           !
                       2     1      01/05/2026
                       3     0      -
                       4     -      -
                """,
        },
        new("612", "Header", "SEX MOTHER MC_DOB")
        {
            Message = "The date of birth of a first child is there and she is not said to be a mother. Enter 1 for mother or clear the date.",
            Until = 2024,
            CheckRows = r => r.Header.FailWhere(h => h.Sex == FemaleUntil2024 && IsNoMother(h) && h.McDob.IsGiven),
            Cases = """
                Header CHILD SEX MOTHER MC_DOB
                       1     2   0      01/05/2023  !
                       2     2   -      01/05/2023  !
                       3     2   1      01/05/2023
                       4     2   0      -
                       5     1   0      01/05/2023
                """,
        },
        new("612", "Header", "SEX MOTHER MC_DOB")
        {
            Message = "The date of birth of a first child is there and she is not said to be a mother. Enter 1 for mother or clear the date.",
            From = 2025,
            CheckRows = r => r.Header.FailWhere(h => h.Sex == Female && IsNoMother(h) && h.McDob.IsGiven),
            Cases = """
                Header CHILD SEX MOTHER MC_DOB
                       1     F   0      01/05/2026  !
                       2     F   -      01/05/2026  !
                       3     F   1      01/05/2026
                       4     F   0      -
                       5     M   0      01/05/2026
                """,
        },
        new("620", "Header", "DOB MOTHER")
        {
            Message = "A child who was under 11 on 1 April is said to be a mother. Check the date of birth and whether she is one.",
            CheckRows = r => r.Header.FailWhere(r.Year, (h, year) => h.Mother.IsIn(Codes.Yes) && h.Dob.PlusYears(11) > year.Start),
            Cases = """
                Header CHILD MOTHER DOB
                       1     1      02/04/2015  !
                       2     1      01/04/2015
                       3     0      02/04/2015
                       4     1      -
                """,
        },
        new("621", "Header", "DOB MC_DOB")
        {
            Message = "The mother is not older than her child. Correct one of the two dates of birth.",
            CheckRows = r => r.Header.FailWhere(h => h.McDob <= h.Dob),
            Cases = """
                Header CHILD DOB         MC_DOB
                       1     01/05/2010  01/05/2010  !
                       2     01/05/2010  02/05/2010
                       3     01/05/2010  -
                       4     -           01/05/2010
                """,
        },
        new("624", "Header Header_last", "MC_DOB")
        {
            Message = "The date of birth of the first child is not the one that last year's return gave. Find out which is right.",
            Check = c => c.Header.FailWhereAny(c.Last.Header, (h, last) => h.McDob.IsGiven && last.McDob.IsGiven && !h.McDob.Equals(last.McDob)),
            Cases = """
                Header CHILD MC_DOB
                       1     01/05/2025
                       2     02/05/2025  !
                       3     02/05/2025
                       4     -
                       5     02/05/2025
                Header_last CHILD MC_DOB
                       1     01/05/2025
                       2     01/05/2025
                       3     -
                       4     01/05/2025
                """,
        },
        new("625", "Header Episodes", "MC_DOB DEC")
        {
            Message = "The first child was born after the end of the year, or after the mother ceased to be looked after. Correct the date, or clear it.",
            Check = c =>
            {
                var last = c.Episodes.Last;
                foreach (var h in c.Header)
                {
                    if (h.McDob > c.Year.End || h.McDob > (last?.Dec ?? default))
                    {
                        c.Fail(h);
                        c.Fail(last);
                    }
                }
            },
            Cases = """
                Header CHILD MC_DOB
                       1     01/05/2026
                       2     02/05/2026  !
                       3     01/04/2027  !
                       4     31/03/2027
                       5     01/06/2026
                       6     -
                Episodes CHILD DECOM       DEC
                       1     01/04/2026  01/05/2026
                       2     01/04/2026  01/05/2026  !
                       3     01/04/2026  -           !
                       4     01/04/2026  -
                       5     01/04/2026  01/05/2026
                       5     01/05/2026  01/07/2026
                       6     01/04/2026  01/05/2026
                """,
        },
        new("626", "Header Header_last", "MOTHER MC_DOB")
        {
            Message = "The first child was born before this year, and last year's return said that she was no mother. Check the date of birth, and tell the department if last year's return was wrong.",
            Check = c =>
            {
                if (c.Last.Header.Any(h => h.Mother.IsIn(Codes.No)))
                {
                    c.Header.FailWhere(c.Year, (h, year) => h.Mother.IsIn(Codes.Yes) && h.McDob < year.Start);
                }
            },
            Cases = """
                Header CHILD MOTHER MC_DOB
                       1     1      31/03/2026  !
                       2     1      01/04/2026
                       3     1      31/03/2026
                       4     0      31/03/2026
                       5     1      31/03/2026
                Header_last CHILD MOTHER
                       1     0
                       2     0
                       3     1
                       4     0
                       5     -
                """,
        },
    ];

    private static bool IsNoMother(Header h) => h.Mother.IsEmpty || h.Mother.IsIn(Codes.No);
}
