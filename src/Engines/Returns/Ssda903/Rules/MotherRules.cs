namespace Trellis.Returns.Ssda903;

/// <summary>Whether a child is herself a mother, and when her first child was born.</summary>
internal static class MotherRules
{
    private static readonly Code MaleUntil2024 = Code.Of("1");

    private static readonly Code Male = Code.Of("M");

    private static readonly Code FemaleUntil2024 = Code.Of("2");

    private static readonly Code Female = Code.Of("F");

    /// <summary>As it is coded in the older years and in the newer ones.</summary>
    private static readonly CodeSet Females = CodeSet.Of("2 F");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("165", "Header Episodes", "MOTHER SEX ACTIV ACCOM IN_TOUCH DECOM")
        {
            Message = "Whether she is a mother is said with neither 0 nor 1, or not at all though she was looked after in the year. Enter one of them.",
            Check = c =>
            {
                var mustBeSaid = c.WasInCareInYear;
                foreach (var h in c.Header)
                {
                    if (h.Mother.IsGivenOutside(Codes.ZeroOrOne) || (mustBeSaid && h.Mother.IsEmpty && h.Sex.IsIn(Females)))
                    {
                        c.Fail(h);
                        c.Oc3.FailAll();
                    }
                }
            },
            Cases = """
                Header CHILD SEX MOTHER
                       1     F   1
                       2     F   0
                       3     F   Y   !
                       4     F   -   !
                       5     F   -
                       6     M   -
                       7     F   -
                       8     F   -
                Episodes CHILD DECOM       DEC         LS
                       4     01/05/2020  -           C2
                       5     01/05/2020  -           V3
                       6     01/05/2020  -           C2
                       7     01/05/2020  31/03/2026  C2
                OC3 CHILD
                       4     !
                       5
                """,
        },
        new("171", "Header", "MC_DOB")
        {
            Message = "The date on which the first child was born is no date. Enter it as day, month and year.",
            CheckRows = r => r.Header.FailWhere(h => h.McDob.IsUnreadable),
            Cases = """
                Header CHILD MC_DOB
                       1     01/05/2026
                       2     31/06/2026  !
                       3     -
                """,
        },
        new("174", "Header", "SEX MC_DOB")
        {
            Message = "A boy has a child's date of birth in the field for mothers. Correct the sex or clear the date.",
            Until = 2024,
            CheckRows = r => r.Header.FailWhere(h => h.Sex == MaleUntil2024 && h.McDob.IsGiven),
            Cases = """
                Header CHILD SEX MC_DOB
                       1     1   01/05/2023  !
                       2     2   01/05/2023
                       3     1   -
                """,
        },
        new("174", "Header", "SEX MC_DOB")
        {
            Message = "A boy has a child's date of birth in the field for mothers. Correct the sex or clear the date.",
            From = 2025,
            CheckRows = r => r.Header.FailWhere(h => h.Sex == Male && h.McDob.IsGiven),
            Cases = """
                Header CHILD SEX MC_DOB
                       1     M   01/05/2023  !
                       2     F   01/05/2023
                       3     M   -
                       4     U   01/05/2023
                """,
        },
        new("207", "Header Header_last Episodes", "MOTHER")
        {
            Message = "She was a mother in last year's return and is none in this one. Find out which is right.",
            Check = c =>
            {
                if (!c.Episodes.IsEmpty)
                {
                    c.Header.FailWhereAny(c.Last.Header, (h, last) => last.Mother.IsIn(Codes.Yes) && !h.Mother.IsIn(Codes.Yes));
                }
            },
            Cases = """
                Header CHILD MOTHER
                       1     1
                       2     0    !
                       3     -    !
                       4     0
                       5     1
                Header_last CHILD MOTHER
                       1     1
                       2     1
                       3     1
                       4     1
                       5     0
                Episodes CHILD
                       1
                       2
                       3
                       5
                """,
        },
        new("393", "Header Episodes", "MOTHER")
        {
            Message = "A girl is looked after and nothing says whether she is a mother. Enter 0 or 1.",
            Until = 2024,
            Check = c => FailUnlessSaid(c, FemaleUntil2024),
            Cases = """
                Header CHILD SEX MOTHER
                       1     2   -   !
                       2     2   0
                       3     1   -
                       4     2   -
                       5     2   -
                Episodes CHILD LS
                       1     C2
                       2     C2
                       3     C2
                       4     V4
                """,
        },
        new("393", "Header Episodes", "MOTHER")
        {
            Message = "A girl is looked after and nothing says whether she is a mother. Enter 0 or 1.",
            From = 2025,
            Check = c => FailUnlessSaid(c, Female),
            Cases = """
                Header CHILD SEX MOTHER
                       1     F   -   !
                       2     F   0
                       3     M   -
                       4     F   -
                       5     F   -
                       6     F   -   !
                Episodes CHILD LS
                       1     C2
                       2     C2
                       3     C2
                       4     V4
                       6     V3
                       6     J1
                """,
        },
        new("607", "Header Episodes", "DEC REC MOTHER LS SEX")
        {
            Message = "A girl ceased to be looked after and nothing says whether she is a mother. Enter 0 or 1.",
            Until = 2024,
            Check = c => c.FailPairs(c.Header, c.Episodes, c.Year, (h, e, year) => h.Sex == FemaleUntil2024 && h.Mother.IsEmpty && EndsCare(e, year)),
            Cases = """
                Header CHILD SEX MOTHER
                       1     2   -   !
                       2     1   -
                Episodes CHILD DEC REC LS
                       1     31/03/2024  E4A  C2  !
                       2     31/03/2024  E4A  C2
                """,
        },
        new("607", "Header Episodes", "DEC REC MOTHER LS SEX")
        {
            Message = "A girl ceased to be looked after and nothing says whether she is a mother. Enter 0 or 1.",
            From = 2025,
            Check = c => c.FailPairs(c.Header, c.Episodes, c.Year, (h, e, year) => h.Sex == Female && h.Mother.IsEmpty && EndsCare(e, year)),
            Cases = """
                Header CHILD SEX MOTHER
                       1     F   -   !
                       2     F   0
                       3     F   -
                       4     F   -
                       5     M   -
                Episodes CHILD DEC REC LS
                       1     01/04/2026  E4A  C2  !
                       1     31/03/2026  E4A  C2
                       2     01/04/2026  E4A  C2
                       3     01/05/2026  X1   C2
                       4     01/05/2026  E4A  V3
                       5     01/05/2026  E4A  C2
                """,
        },
        new("628", "Header Episodes OC3", "MOTHER")
        {
            Message = "A care leaver who was not looked after in the year is said to be a mother or not. Clear the field.",
            Check = c =>
            {
                if (c.Episodes.IsEmpty && c.HasCareLeaverDetails)
                {
                    c.Header.FailWhere(h => h.Mother.IsGiven);
                }
            },
            Cases = """
                Header CHILD MOTHER
                       1     0   !
                       2     1
                       3     -
                       4     1
                Episodes CHILD
                       2
                OC3 CHILD IN_TOUCH ACTIV ACCOM
                       1     YES      -     -
                       2     YES      -     -
                       3     YES      -     -
                       4     -        -     -
                """,
        },
    ];

    private static void FailUnlessSaid(Child c, Code female)
    {
        if (c.HasEpisodeInCare)
        {
            c.Header.FailWhere(female, (h, sex) => h.Sex == sex && h.Mother.IsEmpty);
        }
    }

    private static bool EndsCare(Episode e, CollectionYear year) =>
        e.Dec.IsWithin(year.Start, year.End) && e.Rec.IsGiven && e.Rec != Codes.NextEpisode && !e.Ls.IsIn(Codes.ShortBreaks);
}
