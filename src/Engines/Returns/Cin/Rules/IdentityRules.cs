namespace Trellis.Returns.Cin;

/// <summary>Who the child is: identifier, birth, death, sex, ethnicity.</summary>
internal static class IdentityRules
{
    private static readonly CodeSet Sexes = CodeSet.Of("M F U");
    private static readonly Code NotKnown = Code.Of("0");
    private static readonly Code SexNotKnown = Code.Of("U");
    private static readonly CodeSet Ethnicities = CodeSet.Of("WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("8500", "ChildIdentifiers", "LAchildID")
        {
            Severity = Severity.Error,
            Message = "The child has no identifier of the authority. Enter it.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i => i.ChildId.IsEmpty),
            Cases = """
                ChildIdentifiers LAchildID UPN
                                 1         H801200001001
                                 -         H801200001001  !
                """,
        },
        new("8510", "ChildIdentifiers", "LAchildID")
        {
            Severity = Severity.Error,
            Message = "The child is in the return more than once. Put everything under one record.",
            Check = c =>
            {
                if (c.ChildIdentifiers.Count > 1)
                {
                    c.ChildIdentifiers.FailAll();
                }
            },
            Cases = """
                ChildIdentifiers LAchildID
                                 1          !
                                 1          !
                                 2
                """,
        },
        new("1570", "ChildIdentifiers", "LAchildID")
        {
            From = 2025,
            Severity = Severity.Error,
            Message = "The identifier of the child is longer than 20 characters. Shorten it, the same way each year.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i => i.Row.Text(0).Length > 20),
            Cases = """
                ChildIdentifiers LAchildID
                                 12345678901234567890
                                 123456789012345678901  !
                """,
        },
        new("1580", "ChildIdentifiers", "LAchildID")
        {
            From = 2025,
            Severity = Severity.Error,
            Message = "The identifier of the child holds something else than letters and numbers. Take it out, the same way each year.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i =>
            {
                foreach (var letter in i.Row.Text(0))
                {
                    if (!char.IsAsciiLetterOrDigit((char)letter))
                    {
                        return true;
                    }
                }

                return false;
            }),
            Cases = """
                ChildIdentifiers LAchildID
                                 A12
                                 A-12       !
                                 A_12       !
                """,
        },
        new("4180", "ChildIdentifiers", "Sex")
        {
            From = 2025,
            Severity = Severity.Error,
            Message = "The sex of the child is not one of M, F and U. Enter one of them.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i => !i.Sex.IsIn(Sexes)),
            Cases = """
                ChildIdentifiers LAchildID Sex
                                 1         M
                                 2         U
                                 3         1    !
                                 4         -    !
                """,
        },
        new("4220", "ChildCharacteristics", "Ethnicity")
        {
            Severity = Severity.Error,
            Message = "The ethnicity is missing or no code of the list. Enter one; REFU and NOBT stand for refused and not yet known.",
            CheckRows = r => r.ChildCharacteristics.FailWhere(i => !i.Ethnicity.IsIn(Ethnicities)),
            Cases = """
                ChildCharacteristics LAchildID Ethnicity
                                     1         WBRI
                                     2         wbri       !
                                     3         -          !
                """,
        },
        new("8520", "ChildIdentifiers", "PersonBirthDate")
        {
            Severity = Severity.Error,
            Message = "The child was born after the end of the census year. Correct the date, or enter it as the expected date of birth.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(r.Census, (i, census) => i.Birth > census.End),
            Cases = """
                Header           ReferenceDate
                                 31/03/2026
                ChildIdentifiers LAchildID PersonBirthDate
                                 1         31/03/2026
                                 2         01/04/2026       !
                                 3         -
                """,
        },
        new("8525Q", "ChildIdentifiers", "PersonBirthDate ExpectedPersonBirthDate")
        {
            Severity = Severity.Query,
            Message = "There must be a date of birth or an expected date of birth, and not both. Enter the one, or take out the other.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i => i.Birth.IsEmpty == i.ExpectedBirth.IsEmpty),
            Cases = """
                ChildIdentifiers LAchildID PersonBirthDate ExpectedPersonBirthDate
                                 1         01/05/2015      -
                                 2         -               01/05/2026
                                 3         01/05/2015      01/05/2015               !
                                 4         -               -                        !
                """,
        },
        new("8530Q", "ChildIdentifiers", "ExpectedPersonBirthDate")
        {
            Severity = Severity.Query,
            Message = "The expected date of birth does not lie between March and December of the year in which the census ends. Correct it, or give the reason.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(r.Census.End, (i, end) =>
                i.ExpectedBirth.IsDay && !i.ExpectedBirth.IsWithin(new Day(end.Date.Year, 3, 1), new Day(end.Date.Year, 12, 31))),
            Cases = """
                Header           ReferenceDate
                                 31/03/2026
                ChildIdentifiers LAchildID ExpectedPersonBirthDate
                                 1         01/03/2026
                                 2         31/12/2026
                                 3         28/02/2026               !
                                 4         01/01/2027               !
                                 5         -
                """,
        },
        new("8535Q", "ChildIdentifiers", "PersonDeathDate PersonBirthDate")
        {
            Severity = Severity.Query,
            Message = "The child died before the date of birth, or has a date of death and none of birth. Correct the dates, or give the reason.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i => i.Death.IsGiven && (i.Birth.IsEmpty || i.Death < i.Birth)),
            Cases = """
                ChildIdentifiers LAchildID PersonDeathDate PersonBirthDate
                                 1         01/05/2015      01/05/2015
                                 2         30/04/2015      01/05/2015       !
                                 3         30/04/2015      -                !
                                 4         -               01/05/2015
                """,
        },
        new("8545Q", "ChildIdentifiers", "PersonDeathDate")
        {
            Severity = Severity.Query,
            Message = "The child died outside the census year. Correct the date, or give the reason.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(r.Census, (i, census) => census.IsOutside(i.Death)),
            Cases = """
                Header           ReferenceDate
                                 31/03/2026
                ChildIdentifiers LAchildID PersonDeathDate
                                 1         01/04/2025
                                 2         31/03/2025       !
                                 3         01/04/2026       !
                                 4         -
                """,
        },
        new("8750", "ChildIdentifiers", "GenderCurrent PersonBirthDate ExpectedPersonBirthDate")
        {
            Until = 2024,
            Severity = Severity.Error,
            Message = "The child is not born yet and the gender is not 0. Enter 0, or the date of birth.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i => i.IsUnborn && i.Gender != NotKnown),
            Cases = """
                ChildIdentifiers LAchildID PersonBirthDate ExpectedPersonBirthDate GenderCurrent
                                 1         01/05/2015      -                       1
                                 2         -               01/05/2024              0
                                 3         -               01/05/2024              2              !
                """,
        },
        new("8750", "ChildIdentifiers", "Sex PersonBirthDate ExpectedPersonBirthDate")
        {
            From = 2025,
            Severity = Severity.Error,
            Message = "The child is not born yet and the sex is not U. Enter U, or the date of birth.",
            CheckRows = r => r.ChildIdentifiers.FailWhere(i => i.IsUnborn && i.Sex != SexNotKnown),
            Cases = """
                ChildIdentifiers LAchildID PersonBirthDate ExpectedPersonBirthDate Sex
                                 1         01/05/2015      -                       F
                                 2         -               01/05/2026              U
                                 3         -               01/05/2026              F    !
                """,
        },
        new("8775Q", "ChildIdentifiers CINdetails", "PersonBirthDate CINclosureDate")
        {
            Severity = Severity.Query,
            Message = "The child was older than 25 when the case was closed, or is at the end of the year and it is open. Check the date of birth and the closure, or give the reason.",
            Check = c => c.FailPairs(c.ChildIdentifiers, c.CinDetails, c.Census.End, (i, d, end) => i.Birth.PlusYears(25) < d.ClosureDate.Or(end)),
            Cases = """
                Header           ReferenceDate
                                 31/03/2026
                ChildIdentifiers LAchildID PersonBirthDate
                                 1         30/03/2001       !
                                 2         31/03/2001
                                 3         01/05/1990
                CINdetails       LAchildID CINclosureDate
                                 1         -                !
                                 2         -
                                 3         01/05/2015
                """,
        },
        new("8590", "ChildIdentifiers", "LAchildID")
        {
            Severity = Severity.Error,
            Message = "The child has no case in the return. Add the case, or take the child out.",
            Check = c =>
            {
                if (c.CinDetails.IsEmpty)
                {
                    c.ChildIdentifiers.FailAll();
                }
            },
            Cases = """
                ChildIdentifiers LAchildID
                                 1
                                 2          !
                CINdetails       LAchildID CINreferralDate
                                 1         01/05/2025
                """,
        },
    ];
}
