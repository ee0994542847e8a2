namespace Trellis.Returns.Cin;

/// <summary>Assessments of cases.</summary>
internal static class AssessmentRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("1103", "Assessments CINdetails", "AssessmentActualStartDate CINreferralDate")
        {
            Severity = Severity.Error,
            Message = "The assessment starts before the referral. Correct one of the two dates.",
            Check = c => c.FailPairs(c.Assessments, c.CinDetails, (x, d) => x.CaseId == d.CaseId && x.Start < d.ReferralDate),
            Cases = """
                Assessments LAchildID CINdetailsID AssessmentActualStartDate
                            1         1            01/05/2025
                            1         2            30/04/2025                 !
                            1         3            -
                CINdetails  LAchildID CINdetailsID CINreferralDate
                            1         1            01/05/2025
                            1         2            01/05/2025       !
                            1         3            01/05/2025
                """,
        },
        new("8608", "Assessments", "AssessmentActualStartDate AssessmentAuthorisationDate")
        {
            Severity = Severity.Error,
            Message = "The assessment was authorised before it started. Correct one of the two dates.",
            CheckRows = r => r.Assessments.FailWhere(x => x.Start > x.Authorised),
            Cases = """
                Assessments LAchildID AssessmentActualStartDate AssessmentAuthorisationDate
                            1         01/05/2025                01/05/2025
                            2         02/05/2025                01/05/2025                   !
                            3         02/05/2025                -
                """,
        },
        new("8670Q", "Assessments", "AssessmentActualStartDate")
        {
            Severity = Severity.Query,
            Message = "The assessment started more than 45 working days before the end of the year and is not finished. Enter when it was authorised, or give the reason.",
            CheckRows = r => r.Assessments.FailWhere(WorkingDays.Plus(r.Census.End, -45), (x, latest) => x.Authorised.IsEmpty && x.Start < latest),
            Cases = """
                Header      ReferenceDate
                            31/03/2026
                Assessments LAchildID AssessmentActualStartDate AssessmentAuthorisationDate
                            1         27/01/2026                -
                            2         26/01/2026                -                            !
                            3         26/01/2026                31/03/2026
                """,
        },
        new("8696", "Assessments", "AssessmentAuthorisationDate ReferenceDate")
        {
            Severity = Severity.Error,
            Message = "The assessment was authorised outside the census year. Correct the date, or take the assessment out.",
            CheckRows = r => r.Assessments.FailWhere(r.Census, (x, census) => census.IsOutside(x.Authorised)),
            Cases = """
                Header      ReferenceDate
                            31/03/2026
                Assessments LAchildID AssessmentAuthorisationDate
                            1         01/04/2025
                            2         31/03/2025                   !
                            3         01/04/2026                   !
                            4         -
                """,
        },
        new("8736", "Assessments", "AssessmentAuthorisationDate AssessmentActualStartDate")
        {
            Severity = Severity.Error,
            Message = "The assessment is not finished and did not start in the census year. Enter when it was authorised, or correct the start.",
            CheckRows = r => r.Assessments.FailWhere(r.Census, (x, census) => x.Authorised.IsEmpty && census.IsOutside(x.Start)),
            Cases = """
                Header      ReferenceDate
                            31/03/2026
                Assessments LAchildID AssessmentActualStartDate AssessmentAuthorisationDate
                            1         01/04/2025                -
                            2         31/03/2025                -                            !
                            3         01/04/2026                -                            !
                            4         31/03/2025                01/05/2025
                """,
        },
        new("8863Q", "Assessments", "AssessmentActualStartDate AssessmentAuthorisationDate")
        {
            Severity = Severity.Query,
            Message = "An assessment starts while another one of the same case goes on. Correct the dates, or give the reason.",
            Check = c => c.FailPairs(c.Assessments, (c, a, b) => a.CaseId == b.CaseId
                && a.Start < b.Authorised.Or(c.Census.End) && b.Start < a.Authorised.Or(c.Census.End)),
            Cases = """
                Header      ReferenceDate
                            31/03/2026
                Assessments LAchildID CINdetailsID AssessmentActualStartDate AssessmentAuthorisationDate
                            1         1            01/05/2025                10/06/2025                   !
                            1         1            01/06/2025                -                            !
                            2         2            01/05/2025                31/05/2025
                            2         2            01/06/2025                -
                            3         3            01/05/2025                10/06/2025
                            3         4            01/06/2025                -
                """,
        },
        new("8867", "CINdetails Assessments", "CINclosureDate AssessmentAuthorisationDate")
        {
            Severity = Severity.Error,
            Message = "The case is closed and an assessment in it is not finished. Enter when it was authorised, or take out the closure.",
            Check = c => c.FailPairs(c.CinDetails, c.Assessments, (d, x) => x.CaseId == d.CaseId && d.ClosureDate.IsGiven && x.Authorised.IsEmpty),
            Cases = """
                CINdetails  LAchildID CINdetailsID CINclosureDate
                            1         1            01/06/2025      !
                            1         2            01/06/2025
                            2         3            -
                Assessments LAchildID CINdetailsID AssessmentActualStartDate AssessmentAuthorisationDate
                            1         1            01/05/2025                -                            !
                            1         2            01/05/2025                01/06/2025
                            2         3            01/05/2025                -
                """,
        },
        new("8896", "Assessments", "AssessmentAuthorisationDate")
        {
            Severity = Severity.Error,
            Message = "More than one assessment of the same case is not finished. Enter when they were authorised.",
            Check = c => c.FailPairs(c.Assessments, (_, a, b) => a.CaseId == b.CaseId && a.Authorised.IsEmpty && b.Authorised.IsEmpty),
            Cases = """
                Assessments LAchildID CINdetailsID AssessmentAuthorisationDate
                            1         1            -                            !
                            1         1            -                            !
                            1         2            -
                            2         3            01/05/2025
                            2         3            -
                """,
        },
    ];
}
