namespace Trellis.Returns.Cin;

/// <summary>
/// Reviews of child protection plans in time: the first within three months of the start of the plan, each later one within six months of the one before. The reviews of the year are judged, and the one that
/// was due by the end of it. A census need not hold the reviews of earlier years: where neither it nor last year's shows when the plan was reviewed last before the year, that is taken to have been in time.
/// </summary>
internal static class PlanReviewIndicators
{
    private const int First = 3;
    private const int Later = 6;

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        new("cin.plan-reviews-in-time", "Children on a child protection plan on 31 March for three months or more whose reviews were all held in time, as far as this and last year's census hold them", IndicatorList.InNeed)
        {
            Tables = "ChildProtectionPlans Reviews",
            Unit = Unit.Percentage,
            IsOfADay = true,
            Count = (c, tally) =>
            {
                if (c.OpenPlan is { } plan && plan.Start.PlusMonths(First) <= c.On)
                {
                    tally.Add(plan, AreInTime(c, plan));
                }
            },
            Cases = """
                Header               ReferenceDate
                                     31/03/2026
                ChildProtectionPlans LAchildID CPPID CPPstartDate CPPendDate
                                     1         1     31/12/2025   -           .
                                     2         2     01/01/2026   -
                                     3         3     30/06/2025   -           !
                                     4         4     30/06/2025   -           .
                                     5         5     30/06/2025   -           .
                                     6         6     30/06/2025   -           .
                                     7         7     30/06/2025   31/03/2026
                                     8         8     30/06/2025   01/04/2026  !
                                     9         9     01/01/2024   -           !
                                     10        10    01/01/2024   -           .
                                     11        11    01/02/2025   -           .
                                     12        12    01/05/2024   01/06/2025
                                     12        13    01/08/2025   -           !
                                     13        14    31/12/2025   -           !
                                     14        15    30/06/2025   -           .
                                     15        16    30/06/2025   -           .
                Reviews              LAchildID CPPID CPPreviewDate
                                     3         3     30/09/2025
                                     3         3     30/03/2026
                                     4         4     01/10/2025
                                     4         4     01/03/2026
                                     5         5     30/09/2025
                                     5         5     31/03/2026
                                     6         6     29/09/2025
                                     7         7     30/09/2025
                                     8         8     30/09/2025
                                     8         8     01/03/2026
                                     9         9     30/09/2025
                                     9         9     30/03/2026
                                     10        10    01/10/2025
                                     11        11    02/05/2025
                                     11        11    01/11/2025
                                     12        12    01/05/2025
                                     12        13    01/11/2025
                                     13        14    31/03/2026
                                     14        15    30/06/2025
                                     14        15    01/04/2026
                                     15        16    soon

                Header                    ReferenceDate
                                          31/03/2026
                ChildProtectionPlans      LAchildID CPPID CPPstartDate
                                          1         1     01/01/2024    !
                                          2         2     01/01/2024    .
                                          3         3     01/01/2024    .
                                          4         4     01/01/2024    !
                                          5         5     01/12/2024    .
                                          6         6     -
                                          7         6     01/01/2024    !
                Reviews                   LAchildID CPPID CPPreviewDate
                                          1         1     01/05/2025
                                          1         1     01/11/2025
                                          2         2     02/05/2025
                                          2         2     01/11/2025
                                          3         3     01/08/2025
                                          3         3     01/02/2026
                                          4         4     01/09/2024
                                          4         4     01/03/2025
                                          4         4     01/09/2025
                                          4         4     01/03/2026
                                          7         6     01/07/2024
                                          7         6     01/05/2025
                                          7         6     01/11/2025
                                          5         5     01/05/2025
                                          5         5     01/11/2025
                ChildProtectionPlans_last LAchildID CPPID CPPstartDate
                                          1         7     01/01/2024
                                          2         8     01/01/2024
                                          3         9     01/05/2022
                                          3         2     01/01/2024
                                          5         4     01/12/2024
                                          7         7     01/01/2024
                Reviews_last              LAchildID CPPID CPPreviewDate
                                          1         7     01/11/2024
                                          2         8     01/11/2024
                                          3         2     15/11/2024
                                          3         9     01/03/2025
                                          7         7     01/11/2024

                on 30/09/2025
                Header               ReferenceDate
                                     31/03/2026
                ChildProtectionPlans LAchildID CPPID CPPstartDate CPPendDate
                                     1         1     30/06/2025   -           .
                                     2         2     30/06/2025   -           !
                                     3         3     01/07/2025   -
                                     4         4     01/01/2025   01/10/2025  !
                                     5         5     01/01/2025   30/09/2025
                Reviews              LAchildID CPPID CPPreviewDate
                                     1         1     01/10/2025
                                     2         2     30/09/2025
                                     4         4     01/04/2025
                                     4         4     01/11/2025
                """,
        },
    ];

    private static bool AreInTime(Child c, ProtectionPlan plan)
    {
        var due = DueAfterLastYear(c, plan);
        foreach (var review in c.Reviews)
        {
            if (review.PlanId != plan.PlanId || !(review.Date > plan.Start) || review.Date > c.On)
            {
                continue;
            }

            if (review.Date >= c.Census.Start && review.Date > due)
            {
                return false;
            }

            // Last year's census may hold a later one than this year's does of that year.
            var next = review.Date.PlusMonths(Later);
            due = next > due ? next : due;
        }

        return due > c.On;
    }

    /// <summary>By when the first review of the year had to be: reckoned from last year's census where it holds the plan, else from the plan's start, or where that is too long ago as if the last day before the year had seen a review.</summary>
    private static Day DueAfterLastYear(Child c, ProtectionPlan plan)
    {
        var first = plan.Start.PlusMonths(First);
        foreach (var known in c.ChildProtectionPlansLastYear)
        {
            if (known.Start == plan.Start)
            {
                return c.ReviewsLastYear.LastWhere(r => r.PlanId == known.PlanId && r.Date > plan.Start && r.Date < c.Census.Start)?.Date.PlusMonths(Later) ?? first;
            }
        }

        return first < c.Census.Start ? c.Census.Start.Plus(-1).PlusMonths(Later) : first;
    }
}
