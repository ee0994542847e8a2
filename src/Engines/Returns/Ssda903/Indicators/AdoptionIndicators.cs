namespace Trellis.Returns.Ssda903;

/// <summary>How long it took until a child adopted in the year was placed and matched. Of whom the two returns do not show where the time began is left out of the average; the adopted are counted beside it.</summary>
internal static class AdoptionIndicators
{
    private const string Scorecards = "Adoption scorecards: methodology, 2018";

    /// <summary>Placed for adoption with the foster carers of before.</summary>
    private static readonly CodeSet WithFosterCarers = CodeSet.Of("A3 A5");

    /// <summary>The legal status changed, alone or with the placement (reason for new episode).</summary>
    private static readonly CodeSet StatusChanged = CodeSet.Of("L U B");

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        new("adoption.adopted", "Children looked after who were adopted in the year", IndicatorList.LookedAfter)
        {
            Tables = "Episodes.REC",
            Count = (c, tally) =>
            {
                if (Adopted(c) is { } e)
                {
                    tally.Add(e);
                }
            },
            Cases = """
                Episodes CHILD DECOM       LS DEC         REC
                         1     01/05/2024  E1 31/03/2026  E11  !
                         2     01/05/2024  E1 01/04/2025  E12  !
                         3     01/05/2024  E1 31/03/2025  E11
                         4     01/05/2024  E1 01/04/2026  E11
                         5     01/05/2024  E1 01/06/2025  X1
                         5     01/06/2025  E1 01/08/2025  E12  !
                         6     01/05/2024  C2 01/06/2025  E41
                         7     01/05/2024  E1 -           -
                """,
        },
        new("adoption.a10", "Days from entering care to moving in with the adoptive family, on average of the children adopted in the year; of those adopted by their foster carers, to moving in with them", $"{Scorecards}, A10")
        {
            Tables = "Episodes.RNE Episodes.PLACE Episodes.REC",
            Unit = Unit.Days,
            Count = (c, tally) =>
            {
                if (Adopted(c) is { } e && c.TimeInCareUpTo(e) is var time && time[0].Rne == Codes.Started && MovedIn(c, time) - time[0].Decom is { } days)
                {
                    tally.AddAmount(e, days);
                }
            },
            Cases = """
                Episodes CHILD DECOM       RNE LS PLACE DEC         REC
                         1     01/05/2025  S   C1 U4    01/07/2025  X1
                         1     01/07/2025  L   E1 U4    10/07/2025  X1
                         1     10/07/2025  P   E1 A6    01/02/2026  E12  !70
                         2     01/05/2025  S   C1 U1    11/05/2025  X1
                         2     11/05/2025  P   C1 U5    01/07/2025  X1
                         2     01/07/2025  U   E1 A5    01/02/2026  E12  !10
                         3     01/05/2025  P   E1 U4    10/07/2025  X1
                         3     10/07/2025  P   E1 A6    01/02/2026  E12
                         4     01/05/2025  P   E1 U4    10/07/2025  X1
                         4     10/07/2025  P   E1 A6    01/02/2026  E11  !435
                         5     01/05/2025  S   C1 U4    10/07/2025  X1
                         5     10/07/2025  P   E1 A6    -           -
                         6     01/05/2025  S   C1 U4    01/02/2026  E12  !0
                         7     01/05/2025  S   C1 U1    11/05/2025  X1
                         7     11/05/2025  P   C1 U4    01/02/2026  E12
                         8     01/05/2025  S   C1 U4    01/06/2025  X1
                         8     01/06/2025  P   E1 A4    01/07/2025  X1
                         8     01/07/2025  P   E1 U4    01/08/2025  X1
                         8     01/08/2025  P   E1 A6    01/02/2026  E12  !92
                AD1      CHILD FOSTER_CARE
                         1     1
                         2     1
                         6     1
                         7     0
                Episodes_last CHILD DECOM  RNE LS PLACE DEC         REC
                         4     01/05/2024  S   C2 U4    -           -
                """,
        },
        new("adoption.a2", "Days from the placement order to the match with the adoptive family, on average of the children adopted in the year", $"{Scorecards}, A2")
        {
            Tables = "Episodes.RNE Episodes.LS Episodes.REC AD1.DATE_MATCH",
            Unit = Unit.Days,
            Count = (c, tally) =>
            {
                if (Adopted(c) is { } e && c.Ad1.First is { } ad1 && ad1.DateMatch - OrderedOn(c.TimeInCareUpTo(e)) is { } days)
                {
                    tally.AddAmount(e, days);
                }
            },
            Cases = """
                Episodes CHILD DECOM       RNE LS DEC         REC
                         1     01/05/2024  S   C2 01/06/2025  X1
                         1     01/06/2025  L   E1 10/07/2025  X1
                         1     10/07/2025  P   E1 01/02/2026  E12  !31
                         2     01/06/2025  P   E1 01/02/2026  E12
                         3     01/06/2025  U   E1 01/02/2026  E12  !31
                         4     01/06/2025  P   E1 01/02/2026  E11  !153
                         5     01/06/2025  L   E1 01/02/2026  E12
                         6     01/06/2025  L   E1 -           -
                         7     01/06/2025  L   E1 01/02/2026  E12  !-1
                         8     01/06/2025  S   V2 01/02/2026  E11
                AD1      CHILD DATE_MATCH
                         1     02/07/2025
                         2     02/07/2025
                         3     02/07/2025
                         4     01/07/2025
                         5     -
                         6     02/07/2025
                         7     31/05/2025
                         8     02/07/2025
                Episodes_last CHILD DECOM  RNE LS DEC         REC
                         4     01/05/2024  S   C2 29/01/2025  X1
                         4     29/01/2025  L   E1 -           -
                """,
        },
    ];

    private static Episode? Adopted(Child c) => c.Episodes.LastWhere(e => e.Rec.IsIn(Codes.Adopted) && e.Dec.IsWithin(c.Year.Start, c.Year.End));

    /// <summary>The start of the placement with the family that adopted: of foster carers from the day on which the child moved in with them. Nothing where no episode is a placement with adopters.</summary>
    private static Day MovedIn(Child c, List<Episode> time)
    {
        var byFosterCarers = time[^1].Place.IsIn(WithFosterCarers) || c.Ad1.Any(a => a.FosterCare.IsIn(Codes.Yes));
        return byFosterCarers ? InCare.PlacedSince(time, (_, _) => false)
            : !time[^1].Place.IsIn(Codes.PlacedForAdoption) ? default
            : InCare.PlacedSince([.. time.SkipWhile(e => !e.Place.IsIn(Codes.PlacedForAdoption))], (_, _) => false);
    }

    /// <summary>The start of the first episode under a placement order. Where the returns reach no further back, and its legal status did not begin with it, the order is older and its day not known.</summary>
    private static Day OrderedOn(List<Episode> time)
    {
        var first = time.FindIndex(e => e.Ls == Codes.PlacementOrder);
        return first > 0 || (first == 0 && time[0].Rne.IsIn(StatusChanged)) ? time[first].Decom : default;
    }
}
