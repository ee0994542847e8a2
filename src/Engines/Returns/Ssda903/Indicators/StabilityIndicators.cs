namespace Trellis.Returns.Ssda903;

/// <summary>Children under 16 who have been in care for long, and whether they stayed in one placement.</summary>
internal static class StabilityIndicators
{
    private const int Age = 16;
    private const int MonthsInCare = 30;
    private const int YearsInPlacement = 2;

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        new("cla.long-term-stability", "Children under 16 looked after for two and a half years or more who have been in the same placement for two years or more", IndicatorList.LookedAfter)
        {
            Tables = "Episodes.RNE Episodes.PLACE Header",
            Unit = Unit.Percentage,
            IsOfADay = true,
            Count = (c, tally) =>
            {
                if (Younger(c) is { } e && c.TimeInCareUpTo(e) is var time && time[0].Decom <= LatestStart(c))
                {
                    tally.Add(e, InCare.PlacedSince(time, WasThenPlacedForAdoption) <= c.On.PlusYears(-YearsInPlacement));
                }
            },
            Cases = """
                Header   CHILD DOB
                         1     01/01/2015
                         2     01/01/2015
                         3     01/01/2015
                         4     01/01/2015
                         5     01/01/2015
                         6     31/03/2010
                         7     01/04/2010
                         8     01/01/2015
                         9     01/01/2024
                Episodes CHILD DECOM       RNE LS PLACE PL_POST DEC         REC
                         1     30/09/2023  S   C2 U1    -       -           -    !
                         2     01/10/2023  S   C2 U1    -       -           -
                         3     01/05/2025  L   C2 U1    -       -           -    !
                         4     01/05/2025  P   C2 U1    AB1_1AB -           -    .
                         5     01/06/2020  S   V4 U1    -       01/06/2025  X1
                         5     01/06/2025  L   C2 U1    -       -           -
                         6     01/06/2020  S   C2 U1    -       -           -
                         7     01/06/2020  S   C2 U1    -       01/04/2024  X1
                         7     01/04/2024  P   C2 U1    -       -           -    .
                         8     01/06/2020  S   C2 U1    AB1_1AA 01/06/2025  X1
                         8     01/06/2025  P   C2 T3    AB1_1AB 08/06/2025  X1
                         8     08/06/2025  P   C2 U1    AB1_1AA -           -    !
                         9     01/02/2024  S   E1 U1    -       01/02/2025  X1
                         9     01/02/2025  P   E1 A5    -       -           -
                Episodes_last CHILD DECOM RNE LS PLACE PL_POST DEC         REC
                         3     01/06/2020  P   V2 U1    -       01/09/2024  X1
                         3     01/09/2024  L   C1 U1    -       -           -
                         4     01/06/2020  S   C2 U1    AB1_1AA -           -

                Header   CHILD DOB
                         1     01/01/2022
                         2     01/01/2022
                Episodes CHILD DECOM       RNE LS PLACE DEC         REC
                         1     01/02/2022  S   E1 U1    01/02/2025  X1
                         1     01/02/2025  P   E1 A5    -           -    !
                         2     01/02/2022  S   E1 U1    01/02/2025  X1
                         2     01/02/2025  P   E1 U4    -           -    .

                on 30/09/2025
                Header   CHILD DOB
                         1     01/01/2015
                         2     01/01/2015
                         3     30/09/2009
                Episodes CHILD DECOM       RNE LS PLACE DEC         REC
                         1     30/03/2023  S   C2 U1    01/10/2025  X1   !
                         1     01/10/2025  P   C2 K2    -           -
                         2     31/03/2023  S   C2 U1    -           -
                         3     30/03/2020  S   C2 U1    -           -
                """,
        },
        new("cla.time-in-care-not-shown", "Children under 16 looked after on 31 March of whom the returns do not show whether it has been two and a half years", IndicatorList.LookedAfter)
        {
            Tables = "Episodes.RNE Header",
            IsOfADay = true,
            Count = (c, tally) =>
            {
                if (Younger(c) is { } e && c.TimeInCareUpTo(e)[0] is var first && first.Rne != Codes.Started && first.Decom > LatestStart(c))
                {
                    tally.Add(e);
                }
            },
            Cases = """
                Header   CHILD DOB
                         1     01/01/2015
                         2     01/01/2015
                         3     01/01/2015
                         4     01/01/2010
                         5     01/01/2015
                         6     -
                         7     01/01/2015
                Episodes CHILD DECOM       RNE LS DEC         REC
                         1     01/10/2023  P   C2 -           -    !
                         2     30/09/2023  P   C2 -           -
                         3     01/10/2023  S   C2 -           -
                         4     01/10/2023  P   C2 -           -
                         5     01/05/2025  L   C2 -           -
                         6     01/10/2023  P   C2 -           -
                         7     01/05/2025  L   C2 01/06/2025  X1
                         7     01/06/2025  P   C2 -           -    !
                Episodes_last CHILD DECOM  RNE LS DEC         REC
                         5     01/06/2024  S   V2 -           -

                on 30/09/2025
                Header   CHILD DOB
                         1     01/01/2015
                         2     01/01/2015
                Episodes CHILD DECOM       RNE LS DEC         REC
                         1     31/03/2023  P   C2 -           -    !
                         2     30/03/2023  P   C2 -           -
                """,
        },
    ];

    private static Episode? Younger(Child c) => c.Dob.AgeOn(c.On) < Age ? c.EpisodeOn(c.On) : null;

    private static Day LatestStart(Child c) => c.On.PlusMonths(-MonthsInCare);

    /// <summary>A placement for adoption and the one before it are taken together, as the definition says.</summary>
    private static bool WasThenPlacedForAdoption(Episode earlier, Episode later) => later.Place.IsIn(Codes.PlacedForAdoption) && !earlier.Place.IsIn(Codes.PlacedForAdoption);
}
