namespace Trellis.Returns.Cin;

/// <summary>Child in need plans.</summary>
internal static class NeedPlanRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("4000", "CINplanDates CINdetails", "ReferralNFA")
        {
            Severity = Severity.Error,
            Message = "The referral led to nothing further, and a child in need plan is recorded in it. Correct the flag, or take the plan out.",
            Check = c => c.FailPairs(c.CinPlanDates, c.CinDetails, (x, d) => x.CaseId == d.CaseId && d.IsNoFurtherAction),
            Cases = """
                CINplanDates LAchildID CINdetailsID
                             1         1             !
                             1         2
                CINdetails   LAchildID CINdetailsID ReferralNFA
                             1         1            true         !
                             1         2            false
                             1         3            true
                """,
        },
        new("4001", "CINplanDates ChildProtectionPlans", "CINPlanEndDate CPPendDate")
        {
            Severity = Severity.Error,
            Message = "A child in need plan and a child protection plan of the same case are both open. End the child in need plan on the day on which the child protection plan started.",
            Check = c => c.FailPairs(c.CinPlanDates, c.ChildProtectionPlans, (x, d) => x.CaseId == d.CaseId && x.Start.IsGiven && x.End.IsEmpty && d.End.IsEmpty),
            Cases = """
                CINplanDates         LAchildID CINdetailsID CINPlanStartDate CINPlanEndDate
                                     1         1            01/05/2025       -               !
                                     1         2            01/05/2025       01/06/2025
                                     2         3            01/05/2025       -
                ChildProtectionPlans LAchildID CINdetailsID CPPendDate
                                     1         1            -                !
                                     1         2            -
                                     2         3            01/06/2025
                """,
        },
        new("4003", "Reviews CINplanDates ChildProtectionPlans", "CINPlanStartDate CINPlanEndDate CPPreviewDate")
        {
            Severity = Severity.Error,
            Message = "A child protection plan was reviewed while a child in need plan was open. Correct the dates.",
            Check = c =>
            {
                foreach (var review in c.Reviews)
                {
                    foreach (var plan in c.ChildProtectionPlans)
                    {
                        if (plan.PlanId == review.PlanId && !(review.Date == plan.End) && FailOpen(c, review.Date))
                        {
                            c.Fail(review);
                            c.Fail(plan);
                        }
                    }
                }
            },
            Cases = """
                Header               ReferenceDate
                                     31/03/2026
                Reviews              LAchildID CPPID CPPreviewDate
                                     1         1     01/06/2025     !
                                     2         2     01/06/2025
                                     3         3     01/06/2025
                ChildProtectionPlans LAchildID CPPID CPPendDate
                                     1         1     01/07/2025     !
                                     2         2     01/06/2025
                                     3         3     -
                CINplanDates         LAchildID CINPlanStartDate CINPlanEndDate
                                     1         01/05/2025       -               !
                                     2         01/05/2025       -
                                     3         01/07/2025       -
                """,
        },
        new("4004", "CINplanDates", "CINPlanEndDate")
        {
            Severity = Severity.Error,
            Message = "More than one child in need plan of the same case is open. End those that have ended.",
            Check = c => c.FailPairs(c.CinPlanDates, (_, a, b) => a.CaseId == b.CaseId && a.End.IsEmpty && b.End.IsEmpty),
            Cases = """
                CINplanDates LAchildID CINdetailsID CINPlanStartDate CINPlanEndDate
                             1         1            01/05/2025       -               !
                             1         1            01/06/2025       -               !
                             1         2            01/06/2025       -
                             2         3            01/05/2025       01/06/2025
                             2         3            01/06/2025       -
                """,
        },
        new("4008", "CINplanDates ChildIdentifiers", "PersonDeathDate CINPlanStartDate")
        {
            Severity = Severity.Error,
            Message = "The child in need plan starts after the child died. Correct one of the two dates.",
            Check = c => c.FailPairs(c.CinPlanDates, c.ChildIdentifiers, (x, i) => x.Start > i.Death),
            Cases = """
                CINplanDates     LAchildID CINPlanStartDate
                                 1         01/05/2025
                                 2         02/05/2025        !
                ChildIdentifiers LAchildID PersonDeathDate
                                 1         01/05/2025
                                 2         01/05/2025        !
                """,
        },
        new("4009Q", "CINplanDates ChildIdentifiers", "PersonDeathDate CINPlanEndDate")
        {
            Severity = Severity.Query,
            Message = "The child in need plan ends after the child died. Correct one of the two dates, or give the reason.",
            Check = c => c.FailPairs(c.CinPlanDates, c.ChildIdentifiers, (x, i) => x.End > i.Death),
            Cases = """
                CINplanDates     LAchildID CINPlanEndDate
                                 1         01/05/2025
                                 2         02/05/2025      !
                ChildIdentifiers LAchildID PersonDeathDate
                                 1         01/05/2025
                                 2         01/05/2025      !
                """,
        },
        new("4010", "CINplanDates", "CINPlanStartDate")
        {
            Severity = Severity.Error,
            Message = "The start of the child in need plan is missing or after the census year. Enter the right date.",
            CheckRows = r => r.CinPlanDates.FailWhere(r.Census, (x, census) => !x.Start.IsDay || x.Start > census.End),
            Cases = """
                Header       ReferenceDate
                             31/03/2026
                CINplanDates LAchildID CINPlanStartDate
                             1         31/03/2026
                             2         01/04/2026        !
                             3         -                 !
                """,
        },
        new("4011", "CINplanDates", "CINPlanEndDate CINPlanStartDate")
        {
            Severity = Severity.Error,
            Message = "The child in need plan ends before it starts. Correct one of the two dates.",
            CheckRows = r => r.CinPlanDates.FailWhere(x => x.End < x.Start),
            Cases = """
                CINplanDates LAchildID CINPlanStartDate CINPlanEndDate
                             1         01/05/2025       01/05/2025
                             2         02/05/2025       01/05/2025      !
                             3         02/05/2025       -
                """,
        },
        new("4012Q", "CINplanDates", "CINPlanStartDate CINPlanEndDate")
        {
            Severity = Severity.Query,
            Message = "The child in need plan starts and ends on the same day. Correct the dates, or give the reason.",
            CheckRows = r => r.CinPlanDates.FailWhere(x => x.End == x.Start),
            Cases = """
                CINplanDates LAchildID CINPlanStartDate CINPlanEndDate
                             1         01/05/2025       01/05/2025      !
                             2         01/05/2025       02/05/2025
                             3         -                -
                """,
        },
        new("4013", "CINplanDates", "CINPlanEndDate ReferenceDate")
        {
            Severity = Severity.Error,
            Message = "The child in need plan ends outside the census year. Correct the date, or take the plan out.",
            CheckRows = r => r.CinPlanDates.FailWhere(r.Census, (x, census) => census.IsOutside(x.End)),
            Cases = """
                Header       ReferenceDate
                             31/03/2026
                CINplanDates LAchildID CINPlanEndDate
                             1         01/04/2025
                             2         31/03/2025      !
                             3         01/04/2026      !
                             4         -
                """,
        },
        new("4014", "CINplanDates", "CINPlanStartDate CINPlanEndDate")
        {
            Severity = Severity.Error,
            Message = "Two child in need plans of the child overlap. Correct the dates, so that one ends before the next begins.",
            Check = c => c.FailPairs(c.CinPlanDates, (c, a, b) => a.Start <= b.End.Or(c.Census.End) && b.Start <= a.End.Or(c.Census.End)),
            Cases = """
                Header       ReferenceDate
                             31/03/2026
                CINplanDates LAchildID CINPlanStartDate CINPlanEndDate
                             1         01/05/2025       01/06/2025      !
                             1         01/06/2025       -               !
                             2         01/05/2025       31/05/2025
                             2         01/06/2025       -
                """,
        },
        new("4015", "CINplanDates CINdetails", "CINPlanStartDate CINreferralDate")
        {
            Severity = Severity.Error,
            Message = "The child in need plan starts before the referral. Correct one of the two dates.",
            Check = c => c.FailPairs(c.CinPlanDates, c.CinDetails, (x, d) => x.CaseId == d.CaseId && x.Start < d.ReferralDate),
            Cases = """
                CINplanDates LAchildID CINdetailsID CINPlanStartDate
                             1         1            01/05/2025
                             1         2            30/04/2025        !
                CINdetails   LAchildID CINdetailsID CINreferralDate
                             1         1            01/05/2025
                             1         2            01/05/2025        !
                """,
        },
        new("4016", "CINplanDates ChildProtectionPlans", "CINPlanStartDate CPPstartDate CPPendDate")
        {
            Severity = Severity.Error,
            Message = "A child in need plan starts while a child protection plan is open. Correct the dates.",
            Check = c => c.FailPairs(c.CinPlanDates, c.ChildProtectionPlans, (x, p) => x.Start >= p.Start && (p.End.IsEmpty || x.Start < p.End)),
            Cases = """
                CINplanDates         LAchildID CINPlanStartDate
                                     1         01/06/2025        !
                                     2         01/07/2025
                                     3         30/04/2025
                ChildProtectionPlans LAchildID CPPstartDate CPPendDate
                                     1         01/05/2025   01/07/2025  !
                                     2         01/05/2025   01/07/2025
                                     3         01/05/2025   -
                """,
        },
        new("4017", "CINplanDates ChildProtectionPlans", "CINPlanStartDate CINPlanEndDate CPPstartDate")
        {
            Severity = Severity.Error,
            Message = "A child protection plan starts while a child in need plan is open. End the child in need plan on that day.",
            Check = c => c.FailPairs(c.CinPlanDates, c.ChildProtectionPlans, (x, p) => p.Start >= x.Start && (x.End.IsEmpty || p.Start < x.End)),
            Cases = """
                CINplanDates         LAchildID CINPlanStartDate CINPlanEndDate
                                     1         01/05/2025       01/07/2025      !
                                     2         01/05/2025       01/06/2025
                                     3         01/05/2025       -               !
                ChildProtectionPlans LAchildID CPPstartDate
                                     1         01/06/2025        !
                                     2         01/06/2025
                                     3         01/06/2025        !
                """,
        },
    ];

    /// <summary>Child in need plans that are open on a day fail; whether there were any.</summary>
    private static bool FailOpen(Child child, Day day)
    {
        var any = false;
        foreach (var plan in child.CinPlanDates)
        {
            if (day.IsWithin(plan.Start, plan.End.Or(child.Census.End)))
            {
                child.Fail(plan);
                any = true;
            }
        }

        return any;
    }
}
