namespace Trellis.Returns.AnnexA;

/// <summary>Children adopted in the twelve months before the day of the lists, and how long it took.</summary>
internal static class AdoptionIndicators
{
    private const string Scorecards = "Adoption scorecards: methodology, 2018";

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        new("annex-a.adopted", "Children adopted in the twelve months", IndicatorList.Guidance)
        {
            Tables = "Adoption",
            Count = (c, tally) =>
            {
                if (Adopted(c) is { } a)
                {
                    tally.Add(a);
                }
            },
            Cases = """
                Adoption Child_Unique_ID Decision   Adopted
                         1               01/05/2024 31/03/2025  !
                         2               01/05/2024 30/03/2025
                         3               01/05/2024 31/03/2026  !
                         4               01/05/2024 01/04/2026
                         5               01/05/2024 -
                         6               01/05/2023 -
                         6               01/05/2024 01/12/2025  !
                """,
        },
        new("annex-a.adoption.a10", "Days from entering care to moving in with the adoptive family, on average of the children adopted in the twelve months", $"{Scorecards}, A10")
        {
            Tables = "Adoption",
            Unit = Unit.Days,
            Count = (c, tally) =>
            {
                if (Adopted(c) is { } a && a.Placed - a.EnteredCare is { } days)
                {
                    tally.AddAmount(a, days);
                }
            },
            Cases = """
                Adoption Child_Unique_ID Entered_Care Decision   Placed      Adopted
                         1               01/05/2024   01/06/2024 11/05/2024  31/03/2025  !10
                         2               01/05/2024   01/06/2024 11/05/2024  30/03/2025
                         3               01/05/2024   01/06/2024 01/05/2025  31/03/2026  !365
                         4               01/05/2024   01/06/2024 01/05/2025  -
                         5               -            01/06/2024 01/05/2025  01/12/2025
                         6               01/05/2024   01/06/2024 -           01/12/2025
                         7               01/05/2024   01/06/2024 01/05/2024  01/12/2025  !0
                """,
        },
        new("annex-a.adoption.a2", "Days from the placement order to the decision on a match, on average of the children adopted in the twelve months", $"{Scorecards}, A2")
        {
            Tables = "Adoption",
            Unit = Unit.Days,
            Count = (c, tally) =>
            {
                if (Adopted(c) is { } a && a.Matched - a.PlacementOrder is { } days)
                {
                    tally.AddAmount(a, days);
                }
            },
            Cases = """
                Adoption Child_Unique_ID Decision   Placement_Order Matched     Adopted
                         1               01/06/2024 01/07/2024      11/07/2024  31/03/2025  !10
                         2               01/06/2024 01/07/2024      11/07/2024  30/03/2025
                         3               01/06/2024 01/07/2024      01/07/2025  31/03/2026  !365
                         4               01/06/2024 01/07/2024      11/07/2024  -
                         5               01/06/2024 -               11/07/2024  01/12/2025
                         6               01/06/2024 01/07/2024      -           01/12/2025
                         7               01/06/2024 01/07/2024      01/07/2024  01/12/2025  !0
                """,
        },
    ];

    private static Adoption? Adopted(Child c) => c.Adoptions.LastWhere(a => a.Adopted.IsWithin(c.TwelveMonths, c.AsAt));
}
