namespace Trellis.Returns.Cin;

/// <summary>Section 47 enquiries.</summary>
internal static class EnquiryRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("2889", "Section47 CINdetails", "S47ActualStartDate CINreferralDate")
        {
            Severity = Severity.Error,
            Message = "The section 47 enquiry starts before the referral. Correct one of the two dates.",
            Check = c => c.FailPairs(c.Section47, c.CinDetails, (x, d) => x.CaseId == d.CaseId && x.Start < d.ReferralDate),
            Cases = """
                Section47  LAchildID CINdetailsID S47ActualStartDate
                           1         1            01/05/2025
                           1         2            30/04/2025          !
                           1         3            -
                CINdetails LAchildID CINdetailsID CINreferralDate
                           1         1            01/05/2025
                           1         2            01/05/2025          !
                           1         3            01/05/2025
                """,
        },
        new("2991Q", "CINdetails Section47", "CINdetailsID")
        {
            Severity = Severity.Query,
            Message = "A section 47 enquiry is recorded in a case without an assessment. Add the assessment, or give the reason.",
            Check = c =>
            {
                foreach (var d in c.CinDetails)
                {
                    if (c.Section47.Any(d.CaseId, (x, id) => x.CaseId == id) && !c.Assessments.Any(d.CaseId, (x, id) => x.CaseId == id))
                    {
                        c.Fail(d);
                    }
                }
            },
            Cases = """
                CINdetails  LAchildID CINdetailsID
                            1         1
                            1         2             !
                            1         3
                Section47   LAchildID CINdetailsID
                            1         1
                            1         2
                Assessments LAchildID CINdetailsID
                            1         1
                            1         3
                """,
        },
        new("8615", "Section47", "S47ActualStartDate DateOfInitialCPC")
        {
            Severity = Severity.Error,
            Message = "The section 47 enquiry has no start, or starts after its conference. Enter the right date.",
            CheckRows = r => r.Section47.FailWhere(x => x.InitialConference.IsGiven && (x.Start.IsEmpty || x.Start > x.InitialConference)),
            Cases = """
                Section47 LAchildID S47ActualStartDate DateOfInitialCPC
                          1         01/05/2025         01/05/2025
                          2         02/05/2025         01/05/2025        !
                          3         -                  01/05/2025        !
                          4         -                  -
                """,
        },
        new("8675Q", "Section47", "DateOfInitialCPC S47ActualStartDate ICPCnotRequired")
        {
            Severity = Severity.Query,
            Message = "The section 47 enquiry started more than 15 working days before the end of the year, and there is no conference, nor was it said that none is needed. Enter one of them, or give the reason.",
            CheckRows = r => r.Section47.FailWhere(WorkingDays.Plus(r.Census.End, -15), (x, latest) => IsWithoutConference(x) && x.Start < latest),
            Cases = """
                Header    ReferenceDate
                          31/03/2026
                Section47 LAchildID S47ActualStartDate DateOfInitialCPC ICPCnotRequired
                          1         10/03/2026         -                false
                          2         09/03/2026         -                false            !
                          3         09/03/2026         31/03/2026       false
                          4         09/03/2026         -                true
                """,
        },
        new("8740", "Section47", "S47ActualStartDate DateOfInitialCPC ICPCnotRequired")
        {
            Severity = Severity.Error,
            Message = "The section 47 enquiry had no conference by the end of the year and did not start in it. Enter the conference, say that none was needed, or correct the start.",
            CheckRows = r => r.Section47.FailWhere(r.Census, (x, census) => IsWithoutConference(x) && census.IsOutside(x.Start)),
            Cases = """
                Header    ReferenceDate
                          31/03/2026
                Section47 LAchildID S47ActualStartDate DateOfInitialCPC ICPCnotRequired
                          1         01/04/2025         -                0
                          2         31/03/2025         -                0                !
                          3         31/03/2025         -                1
                          4         31/03/2025         01/05/2025       0
                """,
        },
        new("8839", "Section47", "DateOfInitialCPC")
        {
            Severity = Severity.Error,
            Message = "More than one section 47 enquiry of the same case is open. Enter their conferences, or that none was needed.",
            Check = c => c.FailPairs(c.Section47, (_, a, b) => a.CaseId == b.CaseId && IsWithoutConference(a) && IsWithoutConference(b)),
            Cases = """
                Section47 LAchildID CINdetailsID DateOfInitialCPC ICPCnotRequired
                          1         1            -                false            !
                          1         1            -                false            !
                          1         2            -                false
                          2         3            -                true
                          2         3            -                false
                """,
        },
        new("8868", "Section47 CINdetails", "ICPCnotRequired CINclosureDate DateOfInitialCPC")
        {
            Severity = Severity.Error,
            Message = "The case is closed, and an enquiry in it has neither a conference nor the flag that none was needed, or it has both. Correct it.",
            Check = c => c.FailPairs(c.Section47, c.CinDetails, (x, d) => x.CaseId == d.CaseId && d.ClosureDate.IsGiven && x.InitialConference.IsGiven == x.NeedsNoConference),
            Cases = """
                Section47  LAchildID CINdetailsID DateOfInitialCPC ICPCnotRequired
                           1         1            -                false            !
                           1         2            -                true
                           1         3            01/05/2025       1                !
                           1         4            01/05/2025       0
                           1         5            -                false
                CINdetails LAchildID CINdetailsID CINclosureDate
                           1         1            01/06/2025        !
                           1         2            01/06/2025
                           1         3            01/06/2025        !
                           1         4            01/06/2025
                           1         5            -
                """,
        },
        new("8890", "Section47", "S47ActualStartDate")
        {
            Severity = Severity.Error,
            Message = "A section 47 enquiry starts while another one of the same case goes on. Correct the dates.",
            Check = c => c.FailPairs(c.Section47, (c, a, b) => a.CaseId == b.CaseId && a.Start < EndOf(b, c.Census.End) && b.Start < EndOf(a, c.Census.End)),
            Cases = """
                Header    ReferenceDate
                          31/03/2026
                Section47 LAchildID CINdetailsID S47ActualStartDate DateOfInitialCPC ICPCnotRequired
                          1         1            01/05/2025         20/05/2025       false            !
                          1         1            10/05/2025         -                false            !
                          2         2            01/05/2025         20/05/2025       false
                          2         2            20/05/2025         -                false
                          3         3            01/05/2025         -                true
                          3         3            10/05/2025         -                false
                """,
        },
    ];

    private static bool IsWithoutConference(Section47 one) => one.InitialConference.IsEmpty && !one.NeedsNoConference;

    /// <summary>An enquiry goes on to its conference; without one, and unless none is needed, to the end of the year.</summary>
    private static Day EndOf(Section47 one, Day open) => one.InitialConference.IsGiven ? one.InitialConference : one.NeedsNoConference ? one.Start : open;
}
