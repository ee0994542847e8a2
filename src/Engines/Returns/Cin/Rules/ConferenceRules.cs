namespace Trellis.Returns.Cin;

/// <summary>Initial child protection conferences.</summary>
internal static class ConferenceRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("1104", "Section47 CINdetails", "CINreferralDate DateOfInitialCPC")
        {
            Severity = Severity.Error,
            Message = "The initial conference was held before the referral. Correct one of the two dates.",
            Check = c => c.FailPairs(c.Section47, c.CinDetails, (x, d) => x.CaseId == d.CaseId && x.InitialConference < d.ReferralDate),
            Cases = """
                Section47  LAchildID CINdetailsID DateOfInitialCPC
                           1         1            01/05/2025
                           1         2            30/04/2025        !
                           1         3            -
                CINdetails LAchildID CINdetailsID CINreferralDate
                           1         1            01/05/2025
                           1         2            01/05/2025        !
                           1         3            01/05/2025
                """,
        },
        new("2884", "Section47 CINdetails", "DateOfInitialCPC")
        {
            Severity = Severity.Error,
            Message = "The same initial conference is recorded with the enquiry and with the case. Take out the one with the case, unless the child moved in from another authority.",
            Check = c => c.FailPairs(c.Section47, c.CinDetails, (x, d) => x.InitialConference == d.InitialConference),
            Cases = """
                Section47  LAchildID CINdetailsID DateOfInitialCPC
                           1         1            01/05/2025        !
                           1         2            02/05/2025
                           2         3            -
                CINdetails LAchildID CINdetailsID DateOfInitialCPC
                           1         1            01/05/2025        !
                           2         3            -
                """,
        },
        new("2885", "ChildProtectionPlans CINdetails", "CPPstartDate DateOfInitialCPC")
        {
            Severity = Severity.Error,
            Message = "The child protection plan does not start on the day of the initial conference. Correct one of the two dates.",
            Check = c =>
            {
                foreach (var plan in c.ChildProtectionPlans)
                {
                    if (c.Census.Holds(plan.Start))
                    {
                        CompareWithConferences(c, plan);
                    }
                }
            },
            Cases = """
                Header               ReferenceDate
                                     31/03/2026
                ChildProtectionPlans LAchildID CINdetailsID CPPstartDate
                                     1         1            01/05/2025
                                     1         2            01/06/2025    !
                                     2         3            01/05/2025
                                     2         4            01/06/2025    !
                                     3         5            31/03/2025
                Section47            LAchildID CINdetailsID DateOfInitialCPC ICPCnotRequired
                                     1         1            01/05/2025       0
                                     1         2            02/06/2025       0                !
                                     2         3            -                1
                CINdetails           LAchildID CINdetailsID DateOfInitialCPC
                                     1         1            -
                                     1         2            01/06/2025
                                     2         3            01/05/2025
                                     2         4            02/06/2025        !
                                     3         5            -
                """,
        },
        new("8715", "Section47", "DateOfInitialCPC")
        {
            Severity = Severity.Error,
            Message = "The initial conference was held outside the census year. Correct the date, or take the enquiry out.",
            CheckRows = r => r.Section47.FailWhere(r.Census, (x, census) => census.IsOutside(x.InitialConference)),
            Cases = """
                Header    ReferenceDate
                          31/03/2026
                Section47 LAchildID DateOfInitialCPC
                          1         01/04/2025
                          2         31/03/2025        !
                          3         01/04/2026        !
                          4         -
                """,
        },
        new("8870Q", "Section47", "InitialCPCtarget")
        {
            Severity = Severity.Query,
            Message = "The target date of the initial conference is a Saturday or Sunday. Correct it, or give the reason.",
            CheckRows = r => r.Section47.FailWhere(x => x.ConferenceTarget.IsDay && x.ConferenceTarget.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday),
            Cases = """
                Section47 LAchildID InitialCPCtarget
                          1         02/05/2025
                          2         03/05/2025        !
                          3         04/05/2025        !
                          4         -
                """,
        },
        new("8875", "Section47", "DateOfInitialCPC")
        {
            Severity = Severity.Error,
            Message = "The initial conference is recorded on a Saturday or Sunday. Correct the date.",
            CheckRows = r => r.Section47.FailWhere(x => x.InitialConference.IsDay && x.InitialConference.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday),
            Cases = """
                Section47 LAchildID DateOfInitialCPC
                          1         02/05/2025
                          2         03/05/2025        !
                          3         04/05/2025        !
                          4         -
                """,
        },
    ];

    /// <summary>
    /// The conference stands with an enquiry that needed one; where there is no such enquiry, with the case. An enquiry fails with the plan unless it is another plan's.
    /// </summary>
    private static void CompareWithConferences(Child child, ProtectionPlan plan)
    {
        var (enquiries, isHeld) = (0, false);
        foreach (var x in child.Section47)
        {
            if (x.CaseId == plan.CaseId && !x.NeedsNoConference)
            {
                enquiries++;
                isHeld |= x.InitialConference == plan.Start;
            }
        }

        if (enquiries == 0)
        {
            var one = child.CaseOf(plan.CaseId);
            if (one is { } held && !(held.InitialConference == plan.Start))
            {
                child.Fail(plan);
                child.Fail(held);
            }
        }
        else if (!isHeld)
        {
            child.Fail(plan);
            foreach (var x in child.Section47)
            {
                if (x.CaseId == plan.CaseId && !x.NeedsNoConference && !BeginsAPlan(child, x))
                {
                    child.Fail(x);
                }
            }
        }
    }

    private static bool BeginsAPlan(Child child, Section47 enquiry) => child.ChildProtectionPlans.Any(enquiry, (p, x) => p.CaseId == x.CaseId && p.Start == x.InitialConference);
}
