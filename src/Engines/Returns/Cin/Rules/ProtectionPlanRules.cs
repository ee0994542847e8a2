namespace Trellis.Returns.Cin;

/// <summary>Child protection plans.</summary>
internal static class ProtectionPlanRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("1105", "ChildProtectionPlans CINdetails", "CPPstartDate CINreferralDate")
        {
            Severity = Severity.Error,
            Message = "The child protection plan starts before the referral. Correct one of the two dates.",
            Check = c => c.FailPairs(c.ChildProtectionPlans, c.CinDetails, (x, d) => x.CaseId == d.CaseId && x.Start < d.ReferralDate),
            Cases = """
                ChildProtectionPlans LAchildID CINdetailsID CPPstartDate
                                     1         1            01/05/2025
                                     1         2            30/04/2025    !
                CINdetails           LAchildID CINdetailsID CINreferralDate
                                     1         1            01/05/2025
                                     1         2            01/05/2025       !
                """,
        },
        new("8720", "ChildProtectionPlans", "CPPstartDate")
        {
            Severity = Severity.Error,
            Message = "The start of the child protection plan is missing or after the census year. Enter the right date.",
            CheckRows = r => r.ChildProtectionPlans.FailWhere(r.Census, (x, census) => !x.Start.IsDay || x.Start > census.End),
            Cases = """
                Header               ReferenceDate
                                     31/03/2026
                ChildProtectionPlans LAchildID CPPstartDate
                                     1         31/03/2026
                                     2         01/04/2026    !
                                     3         -             !
                """,
        },
        new("8730", "ChildProtectionPlans", "NumberOfPreviousCPP")
        {
            Severity = Severity.Error,
            Message = "The number of earlier child protection plans is missing. Enter it; 0 is a number too.",
            CheckRows = r => r.ChildProtectionPlans.FailWhere(x => !(x.Row.Number(7) >= 0)),
            Cases = """
                ChildProtectionPlans LAchildID NumberOfPreviousCPP
                                     1         0
                                     2         2
                                     3         -                    !
                                     4         -1                   !
                                     5         none                 !
                """,
        },
        new("8832", "ChildProtectionPlans CINdetails", "CINdetailsID ReferralNFA")
        {
            Severity = Severity.Error,
            Message = "The referral led to nothing further, and a child protection plan is recorded in it. Correct the flag, or take the plan out.",
            Check = c => c.FailPairs(c.ChildProtectionPlans, c.CinDetails, (x, d) => x.CaseId == d.CaseId && d.IsNoFurtherAction),
            Cases = """
                ChildProtectionPlans LAchildID CINdetailsID
                                     1         1             !
                                     1         2
                CINdetails           LAchildID CINdetailsID ReferralNFA
                                     1         1            true         !
                                     1         2            false
                """,
        },
        new("8840", "ChildProtectionPlans", "CPPstartDate CPPendDate")
        {
            Severity = Severity.Error,
            Message = "The child protection plan starts and ends on the same day. Correct the dates, or take the plan out.",
            CheckRows = r => r.ChildProtectionPlans.FailWhere(x => x.Start == x.End),
            Cases = """
                ChildProtectionPlans LAchildID CPPstartDate CPPendDate
                                     1         01/05/2025   01/05/2025  !
                                     2         01/05/2025   02/05/2025
                                     3         -            -
                """,
        },
        new("8905", "ChildProtectionPlans", "InitialCategoryOfAbuse")
        {
            Severity = Severity.Error,
            Message = "The first category of abuse is missing or no code of the list. Enter one of NEG, PHY, SAB, EMO and MUL.",
            CheckRows = r => r.ChildProtectionPlans.FailWhere(x => !x.InitialCategory.IsIn(Codes.Abuse)),
            Cases = """
                ChildProtectionPlans LAchildID InitialCategoryOfAbuse
                                     1         NEG
                                     2         neg                     !
                                     3         -                       !
                """,
        },
        new("8910", "ChildProtectionPlans", "LatestCategoryOfAbuse")
        {
            Severity = Severity.Error,
            Message = "The latest category of abuse is missing or no code of the list. Enter one of NEG, PHY, SAB, EMO and MUL.",
            CheckRows = r => r.ChildProtectionPlans.FailWhere(x => !x.LatestCategory.IsIn(Codes.Abuse)),
            Cases = """
                ChildProtectionPlans LAchildID LatestCategoryOfAbuse
                                     1         MUL
                                     2         ABC                    !
                                     3         -                      !
                """,
        },
        new("8915", "ChildProtectionPlans ChildIdentifiers", "CPPstartDate PersonDeathDate")
        {
            Severity = Severity.Error,
            Message = "The child protection plan starts after the child died. Correct one of the two dates.",
            Check = c => c.FailPairs(c.ChildProtectionPlans, c.ChildIdentifiers, (x, i) => x.Start > i.Death),
            Cases = """
                ChildProtectionPlans LAchildID CPPstartDate
                                     1         01/05/2025
                                     2         02/05/2025    !
                ChildIdentifiers     LAchildID PersonDeathDate
                                     1         01/05/2025
                                     2         01/05/2025       !
                """,
        },
        new("8920", "ChildProtectionPlans ChildIdentifiers", "PersonDeathDate CPPendDate")
        {
            Severity = Severity.Error,
            Message = "The child protection plan ends after the child died. Correct one of the two dates.",
            Check = c => c.FailPairs(c.ChildProtectionPlans, c.ChildIdentifiers, (x, i) => x.End > i.Death),
            Cases = """
                ChildProtectionPlans LAchildID CPPendDate
                                     1         01/05/2025
                                     2         02/05/2025  !
                ChildIdentifiers     LAchildID PersonDeathDate
                                     1         01/05/2025
                                     2         01/05/2025       !
                """,
        },
        new("8925", "ChildProtectionPlans", "CPPstartDate CPPendDate")
        {
            Severity = Severity.Error,
            Message = "The child protection plan ends before it starts. Correct one of the two dates.",
            CheckRows = r => r.ChildProtectionPlans.FailWhere(x => x.End < x.Start),
            Cases = """
                ChildProtectionPlans LAchildID CPPstartDate CPPendDate
                                     1         26/05/2025   26/05/2025
                                     2         26/05/2025   25/05/2025  !
                                     3         26/05/2025   -
                """,
        },
        new("8930", "ChildProtectionPlans", "CPPendDate")
        {
            Severity = Severity.Error,
            Message = "The child protection plan ends outside the census year. Correct the date, or take the plan out.",
            CheckRows = r => r.ChildProtectionPlans.FailWhere(r.Census, (x, census) => census.IsOutside(x.End)),
            Cases = """
                Header               ReferenceDate
                                     31/03/2026
                ChildProtectionPlans LAchildID CPPendDate
                                     1         01/04/2025
                                     2         31/03/2025  !
                                     3         01/04/2026  !
                                     4         -
                """,
        },
        new("8935", "ChildProtectionPlans", "CPPendDate")
        {
            Severity = Severity.Error,
            Message = "The child has more than one open child protection plan. End those that have ended.",
            Check = c => c.FailPairs(c.ChildProtectionPlans, (_, a, b) => a.End.IsEmpty && b.End.IsEmpty),
            Cases = """
                ChildProtectionPlans LAchildID CPPstartDate CPPendDate
                                     1         01/05/2025   -           !
                                     1         01/06/2025   -           !
                                     2         01/05/2025   31/05/2025
                                     2         01/06/2025   -
                """,
        },
        new("8940", "ChildProtectionPlans", "CPPstartDate CPPendDate")
        {
            Severity = Severity.Error,
            Message = "Two child protection plans of the child overlap. Correct the dates, so that one ends before the next begins.",
            Check = c => c.FailPairs(c.ChildProtectionPlans, (c, a, b) => a.Start <= b.End.Or(c.Census.End) && b.Start <= a.End.Or(c.Census.End)),
            Cases = """
                Header               ReferenceDate
                                     31/03/2026
                ChildProtectionPlans LAchildID CPPstartDate CPPendDate
                                     1         01/05/2025   01/06/2025  !
                                     1         01/06/2025   -           !
                                     2         01/05/2025   31/05/2025
                                     2         01/06/2025   -
                """,
        },
    ];
}
