namespace Trellis.Returns.Cin;

/// <summary>Children in need and referrals.</summary>
internal static class NeedIndicators
{
    /// <summary>Which rows are referrals of the year: one in it, the first and last day of it, one before and one after, one while a case is open, and one on the day on which a case closes.</summary>
    private const string Judged = """
        Header     ReferenceDate
                   31/03/2026
        CINdetails LAchildID CINreferralDate CINclosureDate ReferralNFA
                   1         01/04/2025      -              0      .
                   2         31/03/2026      -              1      !
                   3         31/03/2025      -              0
                   4         01/04/2026      -              1
                   5         01/05/2025      01/07/2025     0      .
                   5         30/06/2025      01/08/2025     1
                   6         01/05/2025      01/07/2025     0      .
                   6         01/07/2025      01/07/2025     true   !
                   7         01/03/2025      -              0
                   7         01/05/2025      -              1
                   8         01/05/2025      01/05/2025     -      .
        """;

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        new("cin.at-year-end", "Children in need on 31 March", IndicatorList.InNeed)
        {
            Tables = "CINdetails",
            IsOfADay = true,
            Count = (c, tally) =>
            {
                if (c.OpenCase is { } open)
                {
                    tally.Add(open);
                }
            },
            Cases = """
                Header     ReferenceDate
                           31/03/2026
                CINdetails LAchildID CINreferralDate CINclosureDate ReferralNFA
                           1         01/05/2025      -              0      !
                           2         01/05/2025      31/03/2026     0
                           3         01/05/2025      01/04/2026     0      !
                           4         31/03/2026      -              1
                           5         31/03/2026      -              -      !
                           6         01/04/2026      -              0
                           7         01/05/2024      01/06/2025     0
                           7         01/07/2025      -              0      !
                           8         01/05/2024      -              0
                           8         01/07/2025      -              0      !

                on 30/09/2025
                Header     ReferenceDate
                           31/03/2026
                CINdetails LAchildID CINreferralDate CINclosureDate ReferralNFA
                           1         30/09/2025      -              0      !
                           2         01/10/2025      -              0
                           3         01/05/2025      30/09/2025     0
                           4         01/05/2025      01/10/2025     0      !
                           5         30/09/2025      -              1
                """,
        },
        new("cin.at-year-end.by-primary-need", "Children in need on 31 March by primary need", IndicatorList.InNeed)
        {
            Tables = "CINdetails.PrimaryNeedCode",
            IsOfADay = true,
            Groups =
            [
                Group.Of("abuse", "Abuse or neglect", "N1"),
                Group.Of("disability", "Child's disability or illness", "N2"),
                Group.Of("parental-illness", "Parental disability or illness", "N3"),
                Group.Of("stress", "Family in acute stress", "N4"),
                Group.Of("dysfunction", "Family dysfunction", "N5"),
                Group.Of("behaviour", "Socially unacceptable behaviour", "N6"),
                Group.Of("low-income", "Low income", "N7"),
                Group.Of("absent-parenting", "Absent parenting", "N8"),
                Group.Of("other", "Cases other than children in need", "N9"),
                Group.Rest("not-stated", "Not stated"),
            ],
            Count = (c, tally) =>
            {
                if (c.OpenCase is { } open)
                {
                    tally.AddBy(open, open.PrimaryNeedCode);
                }
            },
            Cases = """
                Header     ReferenceDate
                           31/03/2026
                CINdetails LAchildID CINreferralDate CINclosureDate ReferralNFA PrimaryNeedCode
                           1         31/03/2026      -              0           N1  !abuse
                           2         01/05/2025      31/03/2026     0           N1
                           3         01/05/2025      01/04/2026     0           N4  !stress
                           4         01/05/2025      -              1           N1
                           5         01/05/2024      01/06/2025     0           N1
                           5         01/07/2025      -              0           N8  !absent-parenting
                           6         01/05/2025      -              0           N0  !not-stated
                           7         01/05/2025      -              0           -   !not-stated

                on 01/06/2025
                Header     ReferenceDate
                           31/03/2026
                CINdetails LAchildID CINreferralDate CINclosureDate ReferralNFA PrimaryNeedCode
                           1         01/05/2024      02/06/2025     0           N2  !disability
                           1         01/07/2025      -              0           N8
                           2         02/06/2025      -              0           N1
                """,
        },
        new("cin.at-year-end.by-duration", "Children in need on 31 March by how long their case had been open", IndicatorList.InNeed)
        {
            Tables = "CINdetails",
            IsOfADay = true,
            Groups = Durations.Groups,
            Count = (c, tally) =>
            {
                if (c.OpenCase is { } open)
                {
                    tally.AddBy(open, Durations.BandOf(open.ReferralDate, c.On));
                }
            },
            Cases = """
                Header     ReferenceDate
                           31/03/2026
                CINdetails LAchildID CINreferralDate CINclosureDate
                           1         31/03/2026      -           !to-3-months
                           2         31/12/2025      -           !to-3-months
                           3         30/12/2025      -           !to-6-months
                           4         01/10/2025      -           !to-6-months
                           5         30/09/2025      -           !to-1-year
                           6         01/04/2025      -           !to-1-year
                           7         31/03/2025      -           !to-2-years
                           8         01/04/2024      -           !to-2-years
                           9         31/03/2024      -           !2-years
                           10        01/05/2020      31/03/2026
                           11        01/05/2020      01/06/2025
                           11        01/02/2026      -           !to-3-months

                on 30/06/2025
                Header     ReferenceDate
                           31/03/2026
                CINdetails LAchildID CINreferralDate CINclosureDate
                           1         30/03/2025      -           !to-3-months
                           2         01/07/2025      -
                           3         30/06/2024      -           !to-2-years
                """,
        },
        new("cin.referrals", "Referrals in the year", IndicatorList.InNeed)
        {
            Tables = "CINdetails",
            Unit = Unit.Events,
            Count = (c, tally) =>
            {
                foreach (var d in c.CinDetails)
                {
                    if (IsReferralOfYear(c, d))
                    {
                        tally.Add(d);
                    }
                }
            },
            Cases = Judged.Replace(" .", " !", StringComparison.Ordinal),
        },
        new("cin.referrals.by-source", "Referrals in the year by source", IndicatorList.InNeed)
        {
            Report = IndicatorList.Reports.Referrals,
            Tables = "CINdetails.ReferralSource",
            Unit = Unit.Events,
            Groups =
            [
                Group.Of("individual", "Individuals", "1A 1B 1C 1D"),
                Group.Of("schools", "Schools", "2A"),
                Group.Of("education", "Education services", "2B"),
                Group.Of("health", "Health services", "3A 3B 3C 3D 3E 3F"),
                Group.Of("housing", "Housing", "4"),
                Group.Of("authority", "Local authority services", "5A 5B 5C"),
                Group.Of("police", "Police", "6"),
                Group.Of("legal", "Other legal agencies", "7"),
                Group.Of("other", "Other", "8"),
                Group.Of("anonymous", "Anonymous", "9"),
                Group.Rest("unknown", "Not known"),
            ],
            Count = (c, tally) =>
            {
                foreach (var d in c.CinDetails)
                {
                    if (IsReferralOfYear(c, d))
                    {
                        tally.AddBy(d, d.ReferralSource);
                    }
                }
            },
            Cases = """
                Header     ReferenceDate
                           31/03/2026
                CINdetails LAchildID CINreferralDate CINclosureDate ReferralNFA ReferralSource
                           1         01/04/2025      -              0           6   !police
                           2         31/03/2025      -              0           6
                           3         31/03/2026      -              1           3D  !health
                           4         01/04/2026      -              0           2A
                           5         01/05/2025      01/07/2025     0           1C  !individual
                           5         30/06/2025      01/08/2025     0           2A
                           6         01/05/2025      01/05/2025     1           -   !unknown
                           6         01/06/2025      -              0           2B  !education
                           7         01/05/2025      -              0           10  !unknown
                """,
        },
        new("cin.referrals-no-further-action", "Referrals in the year with no further action", IndicatorList.InNeed)
        {
            Tables = "CINdetails.ReferralNFA",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                foreach (var d in c.CinDetails)
                {
                    if (IsReferralOfYear(c, d))
                    {
                        tally.Add(d, d.IsNoFurtherAction);
                    }
                }
            },
            Cases = Judged,
        },
        new("cin.re-referrals", "Referrals in the year within 12 months of an earlier referral of the child, as far as this and last year's census hold it", IndicatorList.InNeed)
        {
            Tables = "CINdetails",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                foreach (var d in c.CinDetails)
                {
                    if (IsReferralOfYear(c, d))
                    {
                        tally.Add(d, FollowsWithinYear(d, c.CinDetails) || FollowsWithinYear(d, c.CinDetailsLastYear));
                    }
                }
            },
            Cases = """
                Header     ReferenceDate
                           31/03/2026
                CINdetails LAchildID CINreferralDate CINclosureDate ReferralNFA
                           1         01/05/2025      -              0      .
                           2         01/05/2025      01/06/2025     0      .
                           2         01/07/2025      -              0      !
                           3         01/05/2025      01/05/2025     1      .
                           3         02/05/2025      02/05/2025     1      !
                           4         01/05/2024      01/06/2025     0
                           4         01/07/2025      -              0      .
                           5         01/05/2025      -              0      !
                           6         01/05/2025      -              0      .
                           7         01/05/2025      01/06/2025     0      .
                           7         15/05/2025      -              0
                           8         01/05/2025      01/05/2025     0      .
                           8         01/05/2025      -              0      .
                CINdetails_last LAchildID CINreferralDate CINclosureDate ReferralNFA
                           4         01/05/2024      -              0
                           5         01/05/2024      01/06/2024     0
                           6         30/04/2024      01/06/2024     0
                """,
        },
    ];

    /// <summary>A request about a child whose case is already open is no new referral.</summary>
    private static bool IsReferralOfYear(Child c, CinDetails referral) =>
        c.Census.Holds(referral.ReferralDate)
        && !c.CinDetails.Any(referral, (d, r) => d.ReferralDate < r.ReferralDate && !d.IsNoFurtherAction && (d.ClosureDate.IsEmpty || d.ClosureDate > r.ReferralDate));

    /// <summary>The same day a year earlier is within the twelve months before a referral.</summary>
    private static bool FollowsWithinYear(CinDetails referral, RowList<CinDetails> others) =>
        others.Any(referral, (d, r) => d.ReferralDate < r.ReferralDate && d.ReferralDate >= r.ReferralDate.PlusYears(-1));
}
