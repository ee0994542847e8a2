namespace Trellis.Returns.AnnexA;

/// <summary>Section 47 enquiries, conferences, children in need and child protection plans.</summary>
internal static class ProtectionIndicators
{
    private const int InTime = 15;
    private const int Long = 2;

    /// <summary>Day 15 after 8 December 2025 is 31 December, with Christmas between.</summary>
    private const string Met = """
        Enquiries Child_Unique_ID Strategy_Discussion Initial_Conference Led_to_Plan
                  1               08/12/2025          31/12/2025         yes  IN-TIME
                  2               08/12/2025          02/01/2026         no   LATE
                  3               08/12/2025          -                  -
                  4               01/09/2025          29/09/2025         yes
                  5               29/09/2025          30/09/2025         yes  IN-TIME
                  6               25/03/2026          01/04/2026         -
                  7               31/03/2026          31/03/2026         yes  IN-TIME
                  7               01/12/2025          08/12/2025         -    UNKNOWN
        """;

    private static readonly Code Yes = Code.Of("yes");

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        new("annex-a.enquiries", "Section 47 enquiries started in the six months", IndicatorList.Guidance)
        {
            Tables = "Enquiries",
            Unit = Unit.Events,
            Count = (c, tally) =>
            {
                foreach (var x in c.Enquiries)
                {
                    if (c.IsRecent(x.Start))
                    {
                        tally.Add(x);
                    }
                }
            },
            Cases = """
                Enquiries Child_Unique_ID Strategy_Discussion
                          1               30/09/2025  !
                          2               29/09/2025
                          3               31/03/2026  !
                          4               01/04/2026
                          5               -
                          6               01/12/2025  !
                          6               01/02/2026  !
                """,
        },
        new("annex-a.initial-conferences-in-15-days", "Initial child protection conferences in the six months within 15 working days of the start of the enquiry", IndicatorList.Guidance)
        {
            Tables = "Enquiries",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                foreach (var x in c.Enquiries)
                {
                    if (c.IsRecent(x.Conference))
                    {
                        tally.Add(x, WorkingDays.Between(x.Start, x.Conference) <= InTime);
                    }
                }
            },
            Cases = Met.Replace("IN-TIME", "!", StringComparison.Ordinal).Replace("LATE", ".", StringComparison.Ordinal).Replace("UNKNOWN", "!", StringComparison.Ordinal),
        },
        new("annex-a.conferences-to-plan", "Initial child protection conferences in the six months that led to a plan", IndicatorList.Guidance)
        {
            Tables = "Enquiries.Led_to_Plan",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                foreach (var x in c.Enquiries)
                {
                    if (c.IsRecent(x.Conference))
                    {
                        tally.Add(x, x.LedToPlan == Yes);
                    }
                }
            },
            Cases = Met.Replace("IN-TIME", "!", StringComparison.Ordinal).Replace("LATE", ".", StringComparison.Ordinal).Replace("UNKNOWN", ".", StringComparison.Ordinal),
        },
        new("annex-a.in-need", "Children whose case was open by primary need", IndicatorList.Guidance)
        {
            Tables = "InNeed.Primary_Need",
            Groups =
            [
                Group.Of("abuse", "Abuse or neglect", "abuse"), Group.Of("disability", "Child's disability", "disability"), Group.Of("parental-illness", "Parental illness or disability", "parental-illness"),
                Group.Of("stress", "Family in acute stress", "stress"), Group.Of("dysfunction", "Family dysfunction", "dysfunction"), Group.Of("behaviour", "Socially unacceptable behaviour", "behaviour"),
                Group.Of("low-income", "Low income", "low-income"), Group.Of("absent-parenting", "Absent parenting", "absent-parenting"), Group.Of("other", "Cases other than children in need", "other"),
                Group.Rest("not-stated", "Not stated"),
            ],
            Count = (c, tally) =>
            {
                // Many authorities leave the start empty; the list holds nobody whose case is yet to begin.
                if (c.InNeed.LastWhere(n => !(n.Start > c.AsAt) && (n.Closure.IsEmpty || n.Closure > c.AsAt)) is { } open)
                {
                    tally.AddBy(open, open.Need);
                }
            },
            Cases = """
                InNeed Child_Unique_ID CIN_Start_Date CIN_Closure_Date Primary_Need
                       1               01/05/2025     -                abuse       !abuse
                       2               01/05/2025     31/03/2026       abuse
                       3               01/05/2025     01/04/2026       disability  !disability
                       4               31/03/2026     -                -           !not-stated
                       5               01/04/2026     -                abuse
                       6               01/05/2024     01/12/2025       stress
                       6               01/01/2026     -                low-income  !low-income
                       7               -              -                behaviour   !behaviour
                """,
        },
        new("annex-a.plans", "Children on a child protection plan by latest category of abuse", IndicatorList.Guidance)
        {
            Tables = "ProtectionPlans.Latest_Category",
            Groups =
            [
                Group.Of("neglect", "Neglect", "neglect"), Group.Of("physical", "Physical abuse", "physical"), Group.Of("sexual", "Sexual abuse", "sexual"), Group.Of("emotional", "Emotional abuse", "emotional"),
                Group.Of("multiple", "Multiple", "multiple"), Group.Rest("not-known", "Not known"),
            ],
            Count = (c, tally) =>
            {
                if (OpenPlan(c) is { } plan)
                {
                    tally.AddBy(plan, plan.LatestCategory);
                }
            },
            Cases = """
                ProtectionPlans Child_Unique_ID Plan_Start_Date Plan_End_Date Latest_Category
                                1               31/03/2026      -             neglect    !neglect
                                2               01/05/2025      31/03/2026    physical
                                3               01/05/2025      01/04/2026    sexual     !sexual
                                4               01/04/2026      -             emotional
                                5               01/05/2024      01/12/2025    emotional
                                5               01/01/2026      -             multiple   !multiple
                                6               01/05/2025      -             -          !not-known
                """,
        },
        new("annex-a.plans-of-two-years", "Children on a child protection plan who had been on it for two years or more", IndicatorList.Guidance)
        {
            Tables = "ProtectionPlans",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                if (OpenPlan(c) is { } plan)
                {
                    tally.Add(plan, plan.Start.PlusYears(Long) <= c.AsAt);
                }
            },
            Cases = """
                ProtectionPlans Child_Unique_ID Plan_Start_Date Plan_End_Date
                                1               31/03/2024      -           !
                                2               01/04/2024      -           .
                                3               01/05/2020      31/03/2026
                                4               01/05/2020      01/04/2026  !
                                5               01/04/2026      -
                                6               01/05/2020      01/12/2025
                                6               01/01/2026      -           .
                """,
        },
        new("annex-a.second-plans", "Child protection plans started in the six months of children who had been on a plan before", IndicatorList.Guidance)
        {
            Tables = "ProtectionPlans.Previous_Plans",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                foreach (var plan in c.ProtectionPlans)
                {
                    if (c.IsRecent(plan.Start))
                    {
                        tally.Add(plan, plan.PreviousPlans > 0);
                    }
                }
            },
            Cases = """
                ProtectionPlans Child_Unique_ID Plan_Start_Date Plan_End_Date Previous_Plans
                                1               30/09/2025      -             1  !
                                2               29/09/2025      -             1
                                3               31/03/2026      -             0  .
                                4               01/04/2026      -             1
                                5               01/12/2025      01/02/2026    2  !
                                6               01/12/2025      -             -  .
                """,
        },
    ];

    private static ProtectionPlan? OpenPlan(Child c) => c.ProtectionPlans.LastWhere(p => c.IsOpen(p.Start, p.End));
}
