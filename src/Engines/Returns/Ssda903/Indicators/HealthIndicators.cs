namespace Trellis.Returns.Ssda903;

/// <summary>Health, questionnaire, substance misuse and conviction of children looked after for the twelve months to 31 March (OC2). A child of whom nothing is said counts as one of whom it is not so.</summary>
internal static class HealthIndicators
{
    /// <summary>The answer of each child to one question of the form.</summary>
    private const string Judged = """
        Episodes CHILD DECOM       RNE LS DEC         REC
                 1     01/04/2025  S   C2 -           -
                 2     02/04/2025  S   C2 -           -
                 3     01/05/2024  S   C2 -           -
                 4     01/05/2024  S   C2 -           -    .
                 5     01/05/2024  S   V4 -           -
                 6     01/05/2024  S   C2 01/06/2025  X1
                 6     01/06/2025  L   C2 -           -
                 7     01/05/2024  S   C2 01/06/2025  E4A
                 7     02/06/2025  S   C2 -           -
                 8     01/05/2024  S   C2 -           -
        Header   CHILD DOB
                 1     01/01/2014
                 2     01/01/2014
                 3     01/01/2014
                 4     01/01/2014
                 5     01/01/2014
                 6     01/01/2014
                 7     01/01/2014
                 8     01/01/2014
        OC2      CHILD ANSWER
                 1     1  !
                 2     1
                 3     0  .
                 5     1
                 6     1  !
                 7     1
                 8     -  .
        """;

    private const int CriminalAge = 10;
    private const int YoungestScored = 5;
    private const int OldestScored = 16;

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        Of("oc2.health-assessment", "Children looked after for twelve months who had their annual health assessment", "HEALTH_ASSESSMENT", o => o.HealthAssessment),
        Of("oc2.dental-check", "Children looked after for twelve months who had their teeth checked", "TEETH_CHECK", o => o.TeethCheck),
        Of("oc2.immunisations", "Children looked after for twelve months whose immunisations are up to date", "IMMUNISATIONS", o => o.Immunisations),
        Of("oc2.substance-misuse", "Children looked after for twelve months with a substance misuse problem", "SUBSTANCE_MISUSE", o => o.SubstanceMisuse),
        Of("oc2.convicted", "Children aged 10 and over looked after for twelve months who were convicted or cautioned in the year", "CONVICTED", o => o.Convicted, CriminalAge, """


            Episodes CHILD DECOM       LS
                     1     01/05/2024  C2
                     2     01/05/2024  C2
                     3     01/05/2024  C2
            Header   CHILD DOB
                     1     31/03/2016
                     2     01/04/2016
                     3     -
            OC2      CHILD CONVICTED
                     1     1  !
                     2     1
                     3     1
            """),
        new("oc2.sdq-scored", "Children aged 5 to 16 looked after for twelve months with a score of the strengths and difficulties questionnaire", IndicatorList.LookedAfter)
        {
            Tables = "Episodes Header OC2.SDQ_SCORE",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                if (IsOfAgeToBeScored(c))
                {
                    Add(c, tally, c.Oc2.First is { } o && ScoreOf(o) is not null);
                }
            },
            Cases = """
                Episodes CHILD DECOM       LS
                         1     01/05/2024  C2
                         2     01/05/2024  C2
                         3     01/05/2024  C2
                         4     01/05/2024  C2
                         5     01/05/2024  C2
                         6     01/05/2024  C2  .
                         7     01/05/2025  C2
                         8     01/05/2024  C2
                Header   CHILD DOB
                         1     31/03/2021
                         2     01/04/2021
                         3     31/03/2009
                         4     01/04/2009
                         5     01/01/2015
                         6     01/01/2015
                         7     01/01/2015
                         8     01/01/2015
                OC2      CHILD SDQ_SCORE SDQ_REASON
                         1     0         -           !
                         2     12        -
                         3     12        -
                         4     40        -           !
                         5     -         SDQ2        .
                         7     12        -
                         8     41        -           .
                """,
        },
        new("oc2.sdq-average", "Average score of the strengths and difficulties questionnaire of children aged 5 to 16 looked after for twelve months", IndicatorList.LookedAfter)
        {
            Tables = "Episodes Header OC2.SDQ_SCORE",
            Unit = Unit.Score,
            Count = (c, tally) =>
            {
                if (c.Oc2.First is { } o && ScoreOf(o) is { } score && IsOfAgeToBeScored(c))
                {
                    tally.AddAmount(o, score);
                }
            },
            Cases = """
                Episodes CHILD DECOM       LS
                         1     01/05/2024  C2
                         2     01/05/2024  C2
                         3     01/05/2024  C2
                         4     01/05/2024  C2
                         5     01/05/2024  C2
                         6     01/05/2025  C2
                         7     01/05/2024  V4
                Header   CHILD DOB
                         1     31/03/2021
                         2     01/04/2021
                         3     01/01/2015
                         4     01/01/2015
                         5     01/01/2015
                         6     01/01/2015
                         7     01/01/2015
                OC2      CHILD SDQ_SCORE
                         1     0   !0
                         2     12
                         3     07  !7
                         4     -
                         5     40  !40
                         6     12
                         7     12
                """,
        },
    ];

    private static Indicator<Child> Of(string code, string title, string column, Func<Oc2, Code> answer, int fromAge = 0, string more = "") => new(code, title, IndicatorList.LookedAfter)
    {
        Tables = fromAge > 0 ? $"Episodes Header OC2.{column}" : $"Episodes OC2.{column}",
        Unit = Unit.Percentage,
        Count = (c, tally) =>
        {
            if (c.WasLookedAfterAllYear && (fromAge == 0 || c.AgeAtYearEnd >= fromAge))
            {
                Add(c, tally, c.Oc2.Any(answer, (o, of) => of(o).IsIn(Codes.Yes)));
            }
        },
        Cases = Judged.Replace("ANSWER", column, StringComparison.Ordinal) + more,
    };

    /// <summary>By its row of the form, or where it has none by its last episode.</summary>
    private static void Add(Child c, Tally tally, bool isIn)
    {
        if (c.Oc2.First is { } said)
        {
            tally.Add(said, isIn);
        }
        else if (c.Episodes.Last is { } e)
        {
            tally.Add(e, isIn);
        }
    }

    private static bool IsOfAgeToBeScored(Child c) => c.WasLookedAfterAllYear && c.AgeAtYearEnd is >= YoungestScored and <= OldestScored;

    /// <summary>The score, if it is one that the questionnaire can have.</summary>
    private static decimal? ScoreOf(Oc2 row) => row.Row.Number(2) is >= 0 and <= 40 and var score ? score : null;
}
