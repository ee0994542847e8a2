namespace Trellis.Returns.Cin;

/// <summary>Assessments and section 47 enquiries: one at a time, and done before the case is closed.</summary>
internal static class EnquiryRules
{
    /// <summary>How the census writes yes.</summary>
    public static readonly CodeSet Yes = CodeSet.Of("1 true");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("8839", "Section47", "DateOfInitialCPC")
        {
            Severity = Severity.Error,
            Message = "The case has more than one section 47 enquiry that is open. Enter the day of the conference, or that none is required, where an enquiry is over.",
            Check = c =>
            {
                foreach (var s in c.Section47)
                {
                    foreach (var other in c.Section47)
                    {
                        if (s.IsOpen && other.IsOpen && s.CaseId == other.CaseId && s.Row != other.Row)
                        {
                            c.Fail(s);
                        }
                    }
                }
            },
            Cases = """
                Section47 LAchildID CINdetailsID DateOfInitialCPC ICPCnotRequired
                          1         1            -                false  !
                          1         1            -                -      !
                          1         1            01/06/2025       false
                          1         2            -                false
                          2         3            -                false
                          2         3            -                true
                """,
        },
        new("8863Q", "Assessments", "AssessmentActualStartDate AssessmentAuthorisationDate")
        {
            Severity = Severity.Query,
            Message = "An assessment of the case starts while another goes on. Correct their dates, or explain.",
            Check = c =>
            {
                var all = c.Assessments;
                for (var i = 0; i < all.Count; i++)
                {
                    var end = all[i].Authorised.IsEmpty ? c.ReferenceDate : all[i].Authorised;
                    for (var later = i + 1; later < all.Count && all[later].Start < end; later++)
                    {
                        if (all[i].CaseId == all[later].CaseId)
                        {
                            c.Fail(all[i]);
                            c.Fail(all[later]);
                        }
                    }
                }
            },
            Cases = """
                Assessments LAchildID CINdetailsID AssessmentActualStartDate AssessmentAuthorisationDate
                            1         1            01/05/2025                01/06/2025  !
                            1         1            31/05/2025                -           !
                            2         2            01/05/2025                01/06/2025
                            2         2            01/06/2025                -
                            3         3            01/05/2025                -
                            3         4            01/06/2025                -
                """,
        },
        new("8867", "CINdetails Assessments", "CINclosureDate AssessmentAuthorisationDate")
        {
            Severity = Severity.Error,
            Message = "The case is closed, but an assessment of it is not completed. Enter the day on which it was authorised, or take the closure out.",
            Check = c =>
            {
                foreach (var d in c.CinDetails)
                {
                    foreach (var a in c.Assessments)
                    {
                        if (d.ClosureDate.IsGiven && a.CaseId == d.CaseId && a.Authorised.IsEmpty)
                        {
                            c.Fail(d);
                            c.Fail(a);
                        }
                    }
                }
            },
            Cases = """
                CINdetails  LAchildID CINdetailsID CINclosureDate
                            1         1            01/06/2025  !
                            2         2            01/06/2025
                            3         3            -
                Assessments LAchildID CINdetailsID AssessmentAuthorisationDate
                            1         1            01/05/2025
                            1         1            -           !
                            2         2            01/05/2025
                            3         3            -
                """,
        },
        new("8868", "CINdetails Section47", "ICPCnotRequired CINclosureDate DateOfInitialCPC")
        {
            Severity = Severity.Error,
            Message = "The case is closed, but a section 47 enquiry of it had by then neither come to a conference nor been found to need none. Complete the enquiry, or correct the closure.",
            Check = c =>
            {
                foreach (var d in c.CinDetails)
                {
                    foreach (var s in c.Section47)
                    {
                        if (d.ClosureDate.IsGiven && s.CaseId == d.CaseId && (s.IsOpen || s.InitialConference >= d.ClosureDate))
                        {
                            c.Fail(d);
                            c.Fail(s);
                        }
                    }
                }
            },
            Cases = """
                CINdetails LAchildID CINdetailsID CINclosureDate
                           1         1            01/06/2025  !
                           2         2            01/06/2025
                           3         3            01/06/2025  !
                           4         4            -
                           5         5            01/06/2025
                Section47  LAchildID CINdetailsID DateOfInitialCPC ICPCnotRequired
                           1         1            -                0     !
                           2         2            -                1
                           3         3            01/06/2025       0     !
                           4         4            -                0
                           5         5            31/05/2025       0
                """,
        },
        new("8870Q", "Section47", "InitialCPCtarget")
        {
            Severity = Severity.Query,
            Message = "The target for the initial child protection conference is a Saturday or a Sunday. Correct it, or explain.",
            Check = c => c.Section47.FailWhere(s => s.ConferenceTarget.IsWeekend),
            Cases = """
                Section47 LAchildID InitialCPCtarget
                          1         30/05/2025
                          2         31/05/2025  !
                          3         01/06/2025  !
                          4         02/06/2025
                          5         -
                """,
        },
        new("8875", "Section47", "DateOfInitialCPC")
        {
            Severity = Severity.Error,
            Message = "The initial child protection conference is dated on a Saturday or a Sunday. Correct the date.",
            Check = c => c.Section47.FailWhere(s => s.InitialConference.IsWeekend),
            Cases = """
                Section47 LAchildID DateOfInitialCPC
                          1         30/05/2025
                          2         31/05/2025  !
                          3         01/06/2025  !
                          4         02/06/2025
                          5         -
                """,
        },
        new("8890", "Section47", "S47ActualStartDate")
        {
            Severity = Severity.Error,
            Message = "A section 47 enquiry of the case starts while another goes on. Correct the start, or the day of the conference of the other.",
            Check = c =>
            {
                var all = c.Section47;
                for (var i = 0; i < all.Count; i++)
                {
                    var end = all[i].IsOpen ? c.ReferenceDate : all[i].InitialConference;
                    for (var later = i + 1; later < all.Count && all[later].Start < end; later++)
                    {
                        if (all[i].CaseId == all[later].CaseId)
                        {
                            c.Fail(all[i]);
                            c.Fail(all[later]);
                        }
                    }
                }
            },
            Cases = """
                Section47 LAchildID CINdetailsID S47ActualStartDate DateOfInitialCPC ICPCnotRequired
                          1         1            01/05/2025         15/05/2025       -      !
                          1         1            14/05/2025         -                -      !
                          2         2            01/05/2025         15/05/2025       -
                          2         2            15/05/2025         -                -
                          3         3            01/05/2025         -                true
                          3         3            15/05/2025         -                -
                          4         4            01/05/2025         -                -
                          4         5            15/05/2025         -                -
                """,
        },
        new("8896", "Assessments", "AssessmentAuthorisationDate")
        {
            Severity = Severity.Error,
            Message = "The case has more than one assessment that is open. Enter the day on which those that are over were authorised.",
            Check = c =>
            {
                foreach (var a in c.Assessments)
                {
                    foreach (var other in c.Assessments)
                    {
                        if (a.Authorised.IsEmpty && other.Authorised.IsEmpty && a.CaseId == other.CaseId && a.Row != other.Row)
                        {
                            c.Fail(a);
                        }
                    }
                }
            },
            Cases = """
                Assessments LAchildID CINdetailsID AssessmentID AssessmentAuthorisationDate
                            1         1            1            -           !
                            1         1            2            -           !
                            1         1            3            01/06/2025
                            1         2            4            -
                            2         3            5            -
                """,
        },
    ];
}
