namespace Trellis.Returns.Cin;

/// <summary>How cases end, and what may not follow.</summary>
internal static class ClosureRules
{
    private static readonly CodeSet Reasons = CodeSet.Of("RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9");
    private static readonly Code Died = Code.Of("RC2");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("8620", "CINdetails", "CINclosureDate")
        {
            Severity = Severity.Error,
            Message = "The case was closed outside the census year. Correct the date, or take the case out.",
            CheckRows = r => r.CinDetails.FailWhere(r.Census, (d, census) => census.IsOutside(d.ClosureDate)),
            Cases = """
                Header     ReferenceDate
                           31/03/2026
                CINdetails LAchildID CINclosureDate
                           1         01/04/2025
                           2         31/03/2025      !
                           3         01/04/2026      !
                           4         -
                """,
        },
        new("8630", "CINdetails", "CINreferralDate CINclosureDate")
        {
            Severity = Severity.Error,
            Message = "The case was closed before the child was referred. Correct one of the dates.",
            CheckRows = r => r.CinDetails.FailWhere(d => d.ClosureDate < d.ReferralDate),
            Cases = """
                CINdetails LAchildID CINreferralDate CINclosureDate
                           1         01/05/2025      01/05/2025
                           2         02/05/2025      01/05/2025      !
                           3         02/05/2025      -
                """,
        },
        new("8640", "CINdetails", "ReasonForClosure")
        {
            Severity = Severity.Error,
            Message = "The reason for closure is no code of the list. Enter one of RC1 to RC9.",
            CheckRows = r => r.CinDetails.FailWhere(d => d.ReasonForClosure.IsGivenOutside(Reasons)),
            Cases = """
                CINdetails LAchildID ReasonForClosure
                           1         RC1
                           2         RC9
                           3         RC10              !
                           4         -
                """,
        },
        new("8805", "CINdetails", "CINclosureDate ReasonForClosure")
        {
            Severity = Severity.Error,
            Message = "The case is closed and the reason is missing. Enter it.",
            CheckRows = r => r.CinDetails.FailWhere(d => d.ClosureDate.IsGiven && d.ReasonForClosure.IsEmpty),
            Cases = """
                CINdetails LAchildID CINclosureDate ReasonForClosure
                           1         01/05/2025     RC1
                           2         01/05/2025     -                 !
                           3         -              -
                """,
        },
        new("8810", "CINdetails", "ReasonForClosure CINclosureDate")
        {
            Severity = Severity.Error,
            Message = "The case has a reason for closure and no date. Enter the date, or take out the reason.",
            CheckRows = r => r.CinDetails.FailWhere(d => d.ReasonForClosure.IsGiven && d.ClosureDate.IsEmpty),
            Cases = """
                CINdetails LAchildID CINclosureDate ReasonForClosure
                           1         01/05/2025     RC1
                           2         -              RC1               !
                           3         -              -
                """,
        },
        new("8585Q", "CINdetails", "ReasonForClosure PersonDeathDate")
        {
            Severity = Severity.Query,
            Message = "The case was closed because the child died, and the child has no date of death. Enter it, correct the reason, or explain.",
            Check = c => c.FailPairs(c.CinDetails, c.ChildIdentifiers, (d, i) => d.ReasonForClosure == Died && i.Death.IsEmpty),
            Cases = """
                CINdetails       LAchildID ReasonForClosure
                                 1         RC2               !
                                 2         RC2
                                 3         RC1
                ChildIdentifiers LAchildID PersonDeathDate
                                 1         -                 !
                                 2         01/05/2025
                                 3         -
                """,
        },
        new("8565", "CINdetails", "CINclosureDate DateOfInitialCPC AssessmentActualStartDate AssessmentAuthorisationDate S47ActualStartDate CPPendDate CINPlanStartDate CINPlanEndDate")
        {
            Severity = Severity.Error,
            Message = "Something happened in the case after it was closed. Correct its date, or the closure.",
            Check = c =>
            {
                c.CinDetails.FailWhere(d => d.InitialConference > d.ClosureDate);
                c.FailPairs(c.CinDetails, c.Assessments, (d, x) => x.CaseId == d.CaseId && (x.Start > d.ClosureDate || x.Authorised > d.ClosureDate));
                c.FailPairs(c.CinDetails, c.Section47, (d, x) => x.CaseId == d.CaseId && (x.Start > d.ClosureDate || x.InitialConference > d.ClosureDate));
                c.FailPairs(c.CinDetails, c.ChildProtectionPlans, (d, x) => x.CaseId == d.CaseId && x.End > d.ClosureDate);
                c.FailPairs(c.CinDetails, c.CinPlanDates, (d, x) => x.CaseId == d.CaseId && (x.Start > d.ClosureDate || x.End > d.ClosureDate));
            },
            Cases = """
                CINdetails   LAchildID CINdetailsID CINclosureDate DateOfInitialCPC
                             1         1            01/05/2025     -                 !
                             1         2            01/06/2025     01/06/2025
                             2         3            01/05/2025     02/05/2025        !
                             2         4            -              02/05/2025
                Assessments  LAchildID CINdetailsID AssessmentActualStartDate AssessmentAuthorisationDate
                             1         1            30/04/2025                02/05/2025                   !
                             1         2            01/05/2025                01/06/2025
                CINplanDates LAchildID CINdetailsID CINPlanStartDate CINPlanEndDate
                             1         1            02/05/2025       -               !
                             1         2            02/05/2025       -
                """,
        },
        new("2990", "CINdetails", "ReasonForClosure")
        {
            Severity = Severity.Error,
            Message = "The case was closed after assessment (RC8 or RC9), and an enquiry, a conference or a plan is recorded in it. Correct the reason for closure.",
            Check = c =>
            {
                c.CinDetails.FailWhere(d => IsClosedAfterAssessment(d) && d.InitialConference.IsGiven);
                c.FailPairs(c.CinDetails, c.Section47, (d, x) => IsClosedAfterAssessment(d) && x.CaseId == d.CaseId);
                c.FailPairs(c.CinDetails, c.ChildProtectionPlans, (d, x) => IsClosedAfterAssessment(d) && x.CaseId == d.CaseId);
                c.FailPairs(c.CinDetails, c.CinPlanDates, (d, x) => IsClosedAfterAssessment(d) && x.CaseId == d.CaseId);
            },
            Cases = """
                CINdetails LAchildID CINdetailsID ReasonForClosure DateOfInitialCPC
                           1         1            RC8              -                 !
                           1         2            RC1              -
                           2         3            RC9              01/05/2025        !
                           3         4            RC9              -
                Section47  LAchildID CINdetailsID S47ActualStartDate
                           1         1            01/05/2025          !
                           1         2            01/05/2025
                """,
        },
        new("8825Q", "CINdetails", "ReasonForClosure")
        {
            Severity = Severity.Query,
            Message = "The case was closed after assessment (RC8 or RC9) and has no assessment. Add it, correct the reason for closure, or explain.",
            Check = c =>
            {
                foreach (var d in c.CinDetails)
                {
                    if (IsClosedAfterAssessment(d) && !c.Assessments.Any(d.CaseId, (x, id) => x.CaseId == id))
                    {
                        c.Fail(d);
                    }
                }
            },
            Cases = """
                CINdetails  LAchildID CINdetailsID ReasonForClosure
                            1         1            RC8
                            1         2            RC9               !
                            2         3            RC1
                Assessments LAchildID CINdetailsID
                            1         1
                """,
        },
        new("8831", "CINdetails", "AssessmentActualStartDate AssessmentAuthorisationDate S47ActualStartDate DateOfInitialCPC")
        {
            Severity = Severity.Error,
            Message = "The referral led to nothing further, and an assessment, an enquiry or a conference is recorded in it. Correct the flag, or take out what does not belong to it.",
            Check = c =>
            {
                c.CinDetails.FailWhere(d => d.IsNoFurtherAction && d.InitialConference.IsGiven);
                c.FailPairs(c.CinDetails, c.Assessments, (d, x) => d.IsNoFurtherAction && x.CaseId == d.CaseId);
                c.FailPairs(c.CinDetails, c.Section47, (d, x) => d.IsNoFurtherAction && x.CaseId == d.CaseId);
            },
            Cases = """
                CINdetails  LAchildID CINdetailsID ReferralNFA DateOfInitialCPC
                            1         1            true        -                 !
                            1         2            false       -
                            2         3            1           01/05/2025        !
                            3         4            1           -
                Assessments LAchildID CINdetailsID AssessmentActualStartDate
                            1         1            01/05/2025                 !
                            1         2            01/05/2025
                """,
        },
    ];

    private static bool IsClosedAfterAssessment(CinDetails one) => one.ReasonForClosure.IsIn(Codes.ClosedAfterAssessment);
}
