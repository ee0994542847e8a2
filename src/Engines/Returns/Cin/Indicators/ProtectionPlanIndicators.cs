namespace Trellis.Returns.Cin;

/// <summary>Child protection plans.</summary>
internal static class ProtectionPlanIndicators
{
    private const int Long = 2;

    /// <summary>Each child once on 31 March, by one of the two categories.</summary>
    private const string OnPlan = """
        Header               ReferenceDate
                             31/03/2026
        ChildProtectionPlans LAchildID CPPstartDate CPPendDate CATEGORY
                             1         31/03/2026   -          NEG  !NEG
                             2         01/05/2025   31/03/2026 PHY
                             3         01/05/2025   01/04/2026 SAB  !SAB
                             4         01/04/2026   -          EMO
                             5         01/05/2024   01/06/2025 EMO
                             5         01/07/2025   -          MUL  !MUL
                             6         01/05/2024   -          -    !not-known
                             7         01/05/2024   -          EMO  !EMO
                             8         01/05/2024   -          PHY  !PHY

        on 30/06/2025
        Header               ReferenceDate
                             31/03/2026
        ChildProtectionPlans LAchildID CPPstartDate CPPendDate CATEGORY
                             1         30/06/2025   -          NEG  !NEG
                             2         01/05/2025   30/06/2025 PHY
                             3         01/05/2025   01/07/2025 SAB  !SAB
                             4         01/07/2025   -          EMO
        """;

    /// <summary>Which plans start in the year, and of which it is known that the child was on one before.</summary>
    private const string Starting = """
        Header               ReferenceDate
                             31/03/2026
        ChildProtectionPlans LAchildID CPPstartDate CPPendDate NumberOfPreviousCPP
                             1         01/04/2025   -          0  .
                             2         31/03/2025   -          1
                             3         31/03/2026   -          1  !
                             4         01/04/2026   -          1
                             5         01/05/2025   01/06/2025 0  .
                             5         01/07/2025   -          1  !
                             6         01/05/2025   -          -  .
                             7         01/05/2025   -          3  !
        """;

    /// <summary>Which plans end in the year, and which of them had lasted for two years.</summary>
    private const string Ceasing = """
        Header               ReferenceDate
                             31/03/2026
        ChildProtectionPlans LAchildID CPPstartDate CPPendDate
                             1         01/06/2023   01/06/2025  !
                             2         02/06/2023   01/06/2025  .
                             3         01/06/2020   31/03/2025
                             4         01/06/2020   01/04/2026
                             5         01/06/2020   -
                             6         01/04/2025   31/03/2026  .
                             7         01/06/2020   01/06/2025  !
                             7         01/07/2025   01/08/2025  .
        """;

    private static readonly Group[] Categories =
    [
        Group.Of("NEG", "Neglect", "NEG"),
        Group.Of("PHY", "Physical abuse", "PHY"),
        Group.Of("SAB", "Sexual abuse", "SAB"),
        Group.Of("EMO", "Emotional abuse", "EMO"),
        Group.Of("MUL", "Multiple", "MUL"),
        Group.Rest("not-known", "Not known"),
    ];

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        AtYearEnd("cin.plans-at-year-end", "Children on a child protection plan on 31 March by latest category of abuse", "LatestCategoryOfAbuse", p => p.LatestCategory),
        AtYearEnd("cin.plans-at-year-end.by-initial-category", "Children on a child protection plan on 31 March by initial category of abuse", "InitialCategoryOfAbuse", p => p.InitialCategory),
        new("cin.plans-at-year-end.by-duration", "Children on a child protection plan on 31 March by how long they had been on it", IndicatorList.InNeed)
        {
            Tables = "ChildProtectionPlans",
            IsOfADay = true,
            Groups = Durations.Groups,
            Count = (c, tally) =>
            {
                if (c.OpenPlan is { } open)
                {
                    tally.AddBy(open, Durations.BandOf(open.Start, c.On));
                }
            },
            Cases = """
                Header               ReferenceDate
                                     31/03/2026
                ChildProtectionPlans LAchildID CPPstartDate CPPendDate
                                     1         31/12/2025   -          !to-3-months
                                     2         30/12/2025   -          !to-6-months
                                     3         29/09/2025   01/04/2026 !to-1-year
                                     4         31/03/2025   -          !to-2-years
                                     5         31/03/2024   -          !2-years
                                     6         01/05/2024   31/03/2026
                                     7         01/05/2022   01/05/2025
                                     7         01/01/2026   -          !to-3-months

                on 30/06/2025
                Header               ReferenceDate
                                     31/03/2026
                ChildProtectionPlans LAchildID CPPstartDate CPPendDate
                                     1         01/07/2023   -          !to-2-years
                                     2         30/06/2023   01/07/2025 !2-years
                                     3         01/07/2025   -
                """,
        },
        new("cin.plans-started", "Child protection plans that started in the year", IndicatorList.InNeed)
        {
            Tables = "ChildProtectionPlans",
            Unit = Unit.Events,
            Count = (c, tally) =>
            {
                foreach (var p in c.ChildProtectionPlans)
                {
                    if (c.Census.Holds(p.Start))
                    {
                        tally.Add(p);
                    }
                }
            },
            Cases = Starting.Replace(" .", " !", StringComparison.Ordinal),
        },
        new("cin.plans-started.by-category", "Child protection plans that started in the year by initial category of abuse", IndicatorList.InNeed)
        {
            Report = IndicatorList.Reports.PlansStarted,
            Tables = "ChildProtectionPlans.InitialCategoryOfAbuse",
            Unit = Unit.Events,
            Groups = Categories,
            Count = (c, tally) =>
            {
                foreach (var p in c.ChildProtectionPlans)
                {
                    if (c.Census.Holds(p.Start))
                    {
                        tally.AddBy(p, p.InitialCategory);
                    }
                }
            },
            Cases = """
                Header               ReferenceDate
                                     31/03/2026
                ChildProtectionPlans LAchildID CPPstartDate CPPendDate InitialCategoryOfAbuse
                                     1         01/04/2025   -          NEG  !NEG
                                     2         31/03/2025   -          NEG
                                     3         31/03/2026   -          PHY  !PHY
                                     4         01/04/2026   -          PHY
                                     5         01/05/2025   01/06/2025 SAB  !SAB
                                     5         01/07/2025   -          EMO  !EMO
                                     6         01/05/2025   -          -    !not-known
                                     7         01/05/2025   -          MUL  !MUL
                """,
        },
        new("cin.second-plans", "Child protection plans that started in the year of children who had been on a plan before", IndicatorList.InNeed)
        {
            Report = IndicatorList.Reports.SecondPlans,
            Tables = "ChildProtectionPlans.NumberOfPreviousCPP",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                foreach (var p in c.ChildProtectionPlans)
                {
                    if (c.Census.Holds(p.Start))
                    {
                        tally.Add(p, p.HasPreviousPlans);
                    }
                }
            },
            Cases = Starting,
        },
        new("cin.plans-ceased", "Child protection plans that ended in the year", IndicatorList.InNeed)
        {
            Tables = "ChildProtectionPlans",
            Unit = Unit.Events,
            Count = (c, tally) =>
            {
                foreach (var p in c.ChildProtectionPlans)
                {
                    if (c.Census.Holds(p.End))
                    {
                        tally.Add(p);
                    }
                }
            },
            Cases = Ceasing.Replace(" .", " !", StringComparison.Ordinal),
        },
        new("cin.plans-of-two-years", "Child protection plans that ended in the year after two years or more", IndicatorList.InNeed)
        {
            Report = IndicatorList.Reports.LongPlans,
            Tables = "ChildProtectionPlans",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                foreach (var p in c.ChildProtectionPlans)
                {
                    if (c.Census.Holds(p.End))
                    {
                        tally.Add(p, p.Start.PlusYears(Long) <= p.End);
                    }
                }
            },
            Cases = Ceasing,
        },
    ];

    private static Indicator<Child> AtYearEnd(string code, string title, string column, Func<ProtectionPlan, Code> category) => new(code, title, IndicatorList.InNeed)
    {
        Report = IndicatorList.Reports.PlansAtYearEnd,
        Tables = $"ChildProtectionPlans.{column}",
        IsOfADay = true,
        Groups = Categories,
        Count = (c, tally) =>
        {
            if (c.OpenPlan is { } open)
            {
                tally.AddBy(open, category(open));
            }
        },
        Cases = OnPlan.Replace("CATEGORY", column, StringComparison.Ordinal),
    };
}
