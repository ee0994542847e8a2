namespace Trellis.Returns.Ssda903;

/// <summary>How many placements a child had in the year.</summary>
internal static class PlacementIndicators
{
    private const int Many = 3;

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        new("cla.three-placements", "Children looked after on 31 March with three or more placements in the year", IndicatorList.LookedAfter)
        {
            Tables = "Episodes.RNE Episodes.PLACE",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                if (c.EpisodeAtYearEnd is { } e)
                {
                    tally.Add(e, PlacementsInYear(c) >= Many);
                }
            },
            Cases = """
                Episodes CHILD DECOM       RNE LS PLACE PL_POST DEC         REC
                         1     01/05/2024  S   C2 U1    AB1_1AA 01/06/2025  X1
                         1     01/06/2025  P   C2 U1    AB1_1AB 01/07/2025  X1
                         1     01/07/2025  P   C2 K2    AB1_1AC -           -    !
                         2     01/05/2024  S   C2 U1    AB1_1AA 01/06/2025  X1
                         2     01/06/2025  T   C2 U1    AB1_1AB 01/07/2025  X1
                         2     01/07/2025  U   E1 U1    AB1_1AC 01/08/2025  X1
                         2     01/08/2025  P   E1 U1    AB1_1AD -           -    .
                         3     01/05/2024  S   C2 U1    AB1_1AA 01/06/2025  X1
                         3     01/06/2025  P   C2 T3    AB1_1AB 08/06/2025  X1
                         3     08/06/2025  P   C2 U1    AB1_1AA 01/08/2025  X1
                         3     01/08/2025  B   C1 K2    AB1_1AC -           -    .
                         4     01/05/2024  S   C2 U1    AB1_1AA 01/06/2025  X1
                         4     01/06/2025  P   C2 T4    AB1_1AB 08/06/2025  X1
                         4     08/06/2025  P   C2 U1    AB1_1AD 01/08/2025  X1
                         4     01/08/2025  P   C2 K2    AB1_1AC -           -    !
                         5     01/05/2024  S   C2 U1    AB1_1AA 31/03/2025  X1
                         5     31/03/2025  P   C2 U1    AB1_1AB 01/06/2025  X1
                         5     01/06/2025  P   C2 U1    AB1_1AC -           -    .
                         6     01/05/2025  S   V2 U1    AB1_1AA 03/05/2025  E4A
                         6     01/06/2025  S   V2 U1    AB1_1AB 01/07/2025  E4A
                         6     01/09/2025  S   V2 U1    AB1_1AB -           -    !
                         7     01/05/2024  S   C2 U1    AB1_1AA 01/06/2025  X1
                         7     01/06/2025  P   C2 U1    AB1_1AB 01/07/2025  X1
                         7     01/07/2025  P   C2 K2    AB1_1AC 31/03/2026  E4A
                         8     01/05/2025  S   V4 R1    AB1_1AA 01/06/2025  E8
                         8     01/06/2025  S   V2 U1    AB1_1AB 01/07/2025  X1
                         8     01/07/2025  P   V2 U1    AB1_1AC -           -    .
                """,
        },
    ];

    /// <summary>The one on 1 April or at the start, and each after it. A temporary placement is none, nor is going back from it to where the child was.</summary>
    private static int PlacementsInYear(Child c)
    {
        var count = 0;
        var wasTemporary = false;
        Episode? held = null;
        foreach (var e in c.Episodes)
        {
            if (!c.IsInYear(e))
            {
                continue;
            }

            if (e.IsTemporary)
            {
                wasTemporary = true;
                continue;
            }

            count += held is { } before && e.GoesOnWith(before, wasTemporary) ? 0 : 1;
            (held, wasTemporary) = (e, false);
        }

        return count;
    }
}
