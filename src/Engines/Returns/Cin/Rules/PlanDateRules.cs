namespace Trellis.Returns.Cin;

/// <summary>Child protection plans: their categories, and their dates against each other, the child's life and the census year.</summary>
internal static class PlanDateRules
{
    private static readonly CodeSet Categories = CodeSet.Of("NEG PHY SAB EMO MUL");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("8840", "ChildProtectionPlans", "CINTable.ChildProtectionPlans CPPstartDate CPPendDate")
        {
            Severity = Severity.Error,
            Message = "The child protection plan starts and ends on the same day. Correct one of the two dates, or take the plan out.",
            Check = c => c.ChildProtectionPlans.FailWhere(p => p.Start == p.End),
            Cases = """
                ChildProtectionPlans LAchildID CPPstartDate CPPendDate
                                     1         01/06/2025   01/06/2025  !
                                     2         01/06/2025   02/06/2025
                                     3         01/06/2025   -
                                     4         -            -
                """,
        },
        new("8841", "ChildProtectionPlans Reviews", "CPPstartDate CPPreviewDate")
        {
            Severity = Severity.Error,
            Message = "The plan was reviewed before it started or on that day. Correct the date of the review or the start of the plan.",
            Check = c =>
            {
                foreach (var p in c.ChildProtectionPlans)
                {
                    foreach (var r in c.Reviews)
                    {
                        if (r.PlanId == p.PlanId && r.Date <= p.Start)
                        {
                            c.Fail(p);
                            c.Fail(r);
                        }
                    }
                }
            },
            Cases = """
                ChildProtectionPlans LAchildID CPPID CPPstartDate
                                     1         1     01/06/2025    !
                                     1         2     01/09/2025
                                     2         3     01/06/2025
                Reviews              LAchildID CPPID CPPreviewDate
                                     1         1     01/06/2025    !
                                     1         2     02/09/2025
                                     2         3     -
                """,
        },
        new("8842Q", "Reviews", "CPPreviewDate")
        {
            Severity = Severity.Query,
            Message = "The day of the review is missing. Enter it, or explain.",
            Check = c => c.Reviews.FailWhere(r => r.Date.IsEmpty),
            Cases = """
                Reviews LAchildID CPPreviewDate
                        1         01/06/2025
                        2         -              !
                """,
        },
        new("8905", "ChildProtectionPlans", "InitialCategoryOfAbuse")
        {
            Severity = Severity.Error,
            Message = "The category of abuse when the plan started is missing or not one of NEG, PHY, SAB, EMO and MUL. Enter one of them.",
            Check = c => c.ChildProtectionPlans.FailWhere(p => !p.InitialCategory.IsIn(Categories)),
            Cases = """
                ChildProtectionPlans LAchildID InitialCategoryOfAbuse
                                     1         NEG
                                     2         SAB
                                     3         neg  !
                                     4         -    !
                """,
        },
        new("8910", "ChildProtectionPlans", "LatestCategoryOfAbuse")
        {
            Severity = Severity.Error,
            Message = "The latest category of abuse is missing or not one of NEG, PHY, SAB, EMO and MUL. Enter one of them.",
            Check = c => c.ChildProtectionPlans.FailWhere(p => !p.LatestCategory.IsIn(Categories)),
            Cases = """
                ChildProtectionPlans LAchildID LatestCategoryOfAbuse
                                     1         EMO
                                     2         MUL
                                     3         ABC  !
                                     4         -    !
                """,
        },
        new("8915", "ChildProtectionPlans ChildIdentifiers", "CPPstartDate PersonDeathDate")
        {
            Severity = Severity.Error,
            Message = "The child protection plan starts after the child's death. Correct one of the two dates.",
            Check = c => FailWithDeath(c, (p, death) => p.Start > death),
            Cases = """
                ChildProtectionPlans LAchildID CPPstartDate
                                     1         02/06/2025      !
                                     2         01/06/2025
                                     3         02/06/2025
                                     4         -
                ChildIdentifiers     LAchildID PersonDeathDate
                                     1         01/06/2025      !
                                     2         01/06/2025
                                     3         -
                                     4         01/06/2025
                """,
        },
        new("8920", "ChildProtectionPlans ChildIdentifiers", "PersonDeathDate CPPendDate")
        {
            Severity = Severity.Error,
            Message = "The child protection plan ends after the child's death. Correct one of the two dates.",
            Check = c => FailWithDeath(c, (p, death) => p.End > death),
            Cases = """
                ChildProtectionPlans LAchildID CPPendDate
                                     1         02/06/2025      !
                                     2         01/06/2025
                                     3         -
                ChildIdentifiers     LAchildID PersonDeathDate
                                     1         01/06/2025      !
                                     2         01/06/2025
                                     3         01/06/2025
                """,
        },
        new("8930", "ChildProtectionPlans", "CPPendDate ReferenceDate")
        {
            Severity = Severity.Error,
            Message = "The child protection plan ended outside the census year. Correct the date, or take the plan out.",
            Check = c => c.FailWhere(c.ChildProtectionPlans, (Start: c.CensusStart, End: c.ReferenceDate), (p, census) => p.End < census.Start || p.End > census.End),
            Cases = """
                Header               ReferenceDate
                                     31/03/2025
                ChildProtectionPlans LAchildID CPPendDate
                                     1         31/03/2024  !
                                     2         01/04/2024
                                     3         31/03/2025
                                     4         01/04/2025  !
                                     5         -

                year 2026
                ChildProtectionPlans LAchildID CPPendDate
                                     1         31/03/2025  !
                                     2         31/03/2026
                """,
        },
        new("8935", "ChildProtectionPlans", "CPPendDate")
        {
            Severity = Severity.Error,
            Message = "The child has more than one child protection plan without an end. Enter the ends of those that are over.",
            Check = c =>
            {
                if (c.ChildProtectionPlans.FirstWhere(p => p.End.IsEmpty)?.Row != c.ChildProtectionPlans.LastWhere(p => p.End.IsEmpty)?.Row)
                {
                    c.ChildProtectionPlans.FailWhere(p => p.End.IsEmpty);
                }
            },
            Cases = """
                ChildProtectionPlans LAchildID CPPID CPPendDate
                                     1         1     -           !
                                     1         2     -           !
                                     1         3     01/06/2025
                                     2         4     01/06/2025
                                     2         5     -
                """,
        },
        new("8940", "ChildProtectionPlans", "CPPstartDate CPPendDate")
        {
            Severity = Severity.Error,
            Message = "Two child protection plans of the child overlap: one starts before the other has ended. Correct their dates.",
            Check = c =>
            {
                var plans = c.ChildProtectionPlans;
                for (var i = 0; i < plans.Count; i++)
                {
                    var end = plans[i].End.IsEmpty ? c.ReferenceDate : plans[i].End;
                    for (var later = i + 1; later < plans.Count && plans[later].Start <= end; later++)
                    {
                        c.Fail(plans[i]);
                        c.Fail(plans[later]);
                    }
                }
            },
            Cases = """
                ChildProtectionPlans LAchildID CPPstartDate CPPendDate
                                     1         01/05/2025   01/06/2025  !
                                     1         01/06/2025   -           !
                                     2         01/05/2025   01/06/2025
                                     2         02/06/2025   -
                                     3         01/05/2025   -           !
                                     3         01/09/2025   01/10/2025  !
                """,
        },
    ];

    private static void FailWithDeath(Child c, Func<ProtectionPlan, Day, bool> isAfter)
    {
        foreach (var who in c.ChildIdentifiers)
        {
            foreach (var p in c.ChildProtectionPlans)
            {
                if (isAfter(p, who.Death))
                {
                    c.Fail(p);
                    c.Fail(who);
                }
            }
        }
    }
}
