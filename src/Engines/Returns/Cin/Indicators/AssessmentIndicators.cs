namespace Trellis.Returns.Cin;

/// <summary>
/// Assessments and how long they took. The first one of a case runs from the referral, a later one from its own start, for nothing was referred then; that day is day 0, the next working day is day 1.
/// </summary>
internal static class AssessmentIndicators
{
    /// <summary>With Easter (18 and 21 April) and the two holidays of May, day 45 after 1 April 2025 is 9 June.</summary>
    private const string Judged = """
        Header      ReferenceDate
                    31/03/2026
        CINdetails  LAchildID CINdetailsID CINreferralDate
                    1         1            01/04/2025
                    2         2            01/04/2025
                    3         3            01/04/2025
                    4         4            01/04/2025
                    5         5            02/12/2024
                    6         6            01/04/2025
                    7         7            31/03/2026
        Assessments LAchildID CINdetailsID AssessmentActualStartDate AssessmentAuthorisationDate
                    1         1            01/04/2025                09/06/2025  IN-TIME
                    2         2            03/04/2025                10/06/2025  LATE
                    3         3            01/04/2025                01/04/2025  AT-ONCE
                    3         3            01/07/2025                15/07/2025  SOON
                    4         4            01/04/2025                -
                    5         5            02/12/2024                31/03/2025
                    6         6            01/04/2025                01/04/2026
                    7         7            31/03/2026                31/03/2026  AT-ONCE
                    8         8            02/06/2025                17/06/2025  MIDDLING
        """;

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        new("cin.assessments", "Assessments completed in the year by working days", IndicatorList.InNeed)
        {
            Report = IndicatorList.Reports.Assessments,
            Tables = "Assessments CINdetails",
            Unit = Unit.Events,
            Groups = AssessmentDays.Bands,
            Count = (c, tally) =>
            {
                foreach (var a in c.Assessments)
                {
                    if (c.Census.Holds(a.Authorised))
                    {
                        tally.AddBy(a, WorkingDays.Between(StartOf(c, a), a.Authorised));
                    }
                }
            },
            Cases = Judged.Replace("IN-TIME", "!41-45", StringComparison.Ordinal).Replace("LATE", "!over-45", StringComparison.Ordinal)
                .Replace("AT-ONCE", "!0-10", StringComparison.Ordinal).Replace("SOON", "!0-10", StringComparison.Ordinal).Replace("MIDDLING", "!11-20", StringComparison.Ordinal),
        },
        new("cin.assessments-in-45-days", "Assessments completed in the year within 45 working days", IndicatorList.InNeed)
        {
            Report = IndicatorList.Reports.Assessments,
            Tables = "Assessments CINdetails",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                foreach (var a in c.Assessments)
                {
                    if (c.Census.Holds(a.Authorised))
                    {
                        tally.Add(a, WorkingDays.Between(StartOf(c, a), a.Authorised) <= AssessmentDays.InTime);
                    }
                }
            },
            Cases = Judged.Replace("LATE", ".", StringComparison.Ordinal).Replace("IN-TIME", "!", StringComparison.Ordinal)
                .Replace("AT-ONCE", "!", StringComparison.Ordinal).Replace("SOON", "!", StringComparison.Ordinal).Replace("MIDDLING", "!", StringComparison.Ordinal),
        },
        new("cin.factors", "Factors found by assessments completed in the year, each once for an assessment", IndicatorList.InNeed)
        {
            Report = IndicatorList.Reports.Factors,
            Tables = "AssessmentFactorsList",
            Unit = Unit.Events,
            Groups =
            [
                Group.Of("alcohol", "Alcohol", "1A 1B 1C"),
                Group.Of("drugs", "Drugs", "2A 2B 2C"),
                Group.Of("domestic-abuse", "Domestic abuse", "3A 3B 3C"),
                Group.Of("mental-health", "Mental health", "4A 4B 4C"),
                Group.Of("learning-disability", "Learning disability", "5A 5B 5C"),
                Group.Of("physical-disability", "Physical disability or illness", "6A 6B 6C"),
                Group.Of("young-carer", "Young carer", "7A"),
                Group.Of("private-fostering", "Privately fostered", "8B 8C 8D 8E 8F"),
                Group.Of("asylum", "Unaccompanied asylum-seeking child", "9A"),
                Group.Of("missing", "Going missing", "10A"),
                Group.Of("sexual-exploitation", "Child sexual exploitation", "11A"),
                Group.Of("trafficking", "Trafficking", "12A"),
                Group.Of("gangs", "Gangs", "13A"),
                Group.Of("behaviour", "Socially unacceptable behaviour", "14A"),
                Group.Of("self-harm", "Self-harm", "15A"),
                Group.Of("neglect", "Neglect", "16A"),
                Group.Of("emotional-abuse", "Emotional abuse", "17A"),
                Group.Of("physical-abuse", "Physical abuse", "18A 18B 18C"),
                Group.Of("sexual-abuse", "Sexual abuse", "19A 19B 19C"),
                Group.Of("other", "Other factors", "20"),
                Group.Of("none", "No factors", "21"),
                Group.Of("mutilation", "Female genital mutilation", "22A"),
                Group.Of("faith", "Abuse linked to faith or belief", "23A"),
                Group.Of("criminal-exploitation", "Child criminal exploitation", "24A"),
                Group.Rest("not-known", "Not known"),
            ],
            Count = (c, tally) =>
            {
                for (var i = 0; i < c.AssessmentFactors.Count; i++)
                {
                    var factor = c.AssessmentFactors[i];
                    if (c.Census.Holds(factor.Authorised) && !IsRepeated(c.AssessmentFactors, i))
                    {
                        tally.AddBy(factor, factor.Factor);
                    }
                }
            },
            Cases = """
                Header                ReferenceDate
                                      31/03/2026
                AssessmentFactorsList LAchildID AssessmentID AssessmentFactor AssessmentActualStartDate AssessmentAuthorisationDate
                                      1         1            3A               01/04/2025                01/04/2025  !domestic-abuse
                                      1         1            4B               01/04/2025                01/04/2025  !mental-health
                                      2         2            1A               01/03/2025                31/03/2025
                                      3         3            18B              01/03/2026                31/03/2026  !physical-abuse
                                      4         4            18B              01/03/2026                01/04/2026
                                      5         5            21               01/05/2025                01/06/2025  !none
                                      5         5            21               01/05/2025                01/06/2025
                                      5         6            21               01/07/2025                01/08/2025  !none
                                      6         7            3A               01/05/2025                -
                                      7         8            ZZ               01/05/2025                01/06/2025  !not-known
                """,
        },
        new("cin.assessments-open-late", "Assessments not completed by 31 March that had been open for more than 45 working days", IndicatorList.InNeed)
        {
            Tables = "Assessments CINdetails",
            Unit = Unit.Events,
            IsOfADay = true,
            Count = (c, tally) =>
            {
                foreach (var a in c.Assessments)
                {
                    var isOpen = a.Authorised.IsEmpty || a.Authorised > c.On;
                    var isClosed = c.CaseOf(a.CaseId)?.ClosureDate <= c.On;
                    if (isOpen && !isClosed && WorkingDays.Between(StartOf(c, a), c.On) > AssessmentDays.InTime)
                    {
                        tally.Add(a);
                    }
                }
            },
            Cases = """
                Header      ReferenceDate
                            31/03/2026
                CINdetails  LAchildID CINdetailsID CINreferralDate CINclosureDate
                            1         1            26/01/2026      -
                            2         2            27/01/2026      -
                            3         3            01/05/2025      -
                            4         4            01/05/2025      -
                            5         5            01/05/2025      01/07/2025
                            6         6            01/05/2025      -
                Assessments LAchildID CINdetailsID AssessmentActualStartDate AssessmentAuthorisationDate
                            1         1            26/01/2026                -           !
                            2         2            27/01/2026                -
                            3         3            01/05/2025                31/03/2026
                            4         4            01/05/2025                01/04/2026  !
                            5         5            01/05/2025                -
                            6         6            01/05/2025                01/06/2025
                            6         6            30/03/2026                -

                on 17/07/2025
                Header      ReferenceDate
                            31/03/2026
                CINdetails  LAchildID CINdetailsID CINreferralDate CINclosureDate
                            1         1            13/05/2025      -
                            2         2            14/05/2025      -
                            3         3            01/05/2025      18/07/2025
                            4         4            01/05/2025      17/07/2025
                            5         5            01/05/2025      -
                Assessments LAchildID CINdetailsID AssessmentActualStartDate AssessmentAuthorisationDate
                            1         1            13/05/2025                -           !
                            2         2            14/05/2025                -
                            3         3            01/05/2025                18/07/2025  !
                            4         4            01/05/2025                -
                            5         5            01/05/2025                17/07/2025
                """,
        },
    ];

    private static bool IsRepeated(RowList<AssessmentFactor> factors, int place)
    {
        for (var i = 0; i < place; i++)
        {
            if (factors[i].AssessmentId == factors[place].AssessmentId && factors[i].Factor == factors[place].Factor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Day 0.</summary>
    private static Day StartOf(Child c, Assessment assessment)
    {
        var first = c.Assessments.FirstWhere(a => a.CaseId == assessment.CaseId);
        return first == assessment && c.CaseOf(assessment.CaseId) is { ReferralDate.IsDay: true } referred ? referred.ReferralDate : assessment.Start;
    }
}
