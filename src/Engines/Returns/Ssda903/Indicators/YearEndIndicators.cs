namespace Trellis.Returns.Ssda903;

/// <summary>Children looked after on 31 March.</summary>
internal static class YearEndIndicators
{
    /// <summary>Miles from home beyond which a placement is told apart.</summary>
    private const int Far = 20;

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        new("cla.at-year-end", "Children looked after on 31 March", IndicatorList.LookedAfter)
        {
            Tables = "Episodes",
            IsOfADay = true,
            Count = (c, tally) =>
            {
                if (c.EpisodeOn(c.On) is { } e)
                {
                    tally.Add(e);
                }
            },
            Cases = """
                Episodes CHILD DECOM       RNE LS DEC         REC
                         1     31/03/2026  S   V2 -           -    !
                         2     01/05/2020  S   V3 -           -
                         3     01/05/2020  S   V4 01/06/2025  X1
                         3     01/06/2025  L   C2 -           -    !
                         4     01/05/2020  S   C2 31/03/2026  E4A
                         5     01/05/2020  S   C2 31/03/2026  X1
                         5     31/03/2026  P   C2 -           -    !
                         6     01/04/2026  S   C2 -           -
                         7     01/05/2025  S   C1 02/05/2025  E4A
                         7     05/05/2025  S   C1 01/04/2026  E4A  !
                         8     01/05/2015  S   C2 -           -
                         9     01/05/2015  S   C2 -           -    !
                         10    01/05/2015  S   C2 -           -
                         10    01/06/2025  L   C2 -           -    !
                Header   CHILD DOB
                         8     31/03/2008
                         9     01/04/2008

                on 30/09/2025
                Episodes CHILD DECOM       RNE LS DEC         REC
                         1     30/09/2025  S   V2 -           -    !
                         2     01/10/2025  S   V2 -           -
                         3     01/05/2025  S   V2 30/09/2025  E4A
                         4     01/05/2025  S   V2 01/10/2025  E4A  !
                         5     01/05/2015  S   C2 -           -
                         6     01/05/2015  S   C2 -           -    !
                Header   CHILD DOB
                         5     30/09/2007
                         6     01/10/2007
                """,
        },
        new("cla.at-year-end.by-placement", "Children looked after on 31 March by placement", IndicatorList.LookedAfter)
        {
            Tables = "Episodes.PLACE",
            Groups =
            [
                Group.Of("foster", "Foster placements", "U1 U2 U3 U4 U5 U6"),
                Group.Of("adoption", "Placed for adoption", "A3 A4 A5 A6"),
                Group.Of("parents", "Placed with parents or others with parental responsibility", "P1"),
                Group.Of("homes", "Children's homes and secure children's homes", "K1 K2"),
                Group.Of("supported", "Supported accommodation and living independently", "K3 H5 P2"),
                Group.Of("residential", "Other residential settings", "R1 R2 R3 R5"),
                Group.Of("schools", "Residential schools", "S1"),
                Group.Of("employment", "Residential employment", "P3"),
                Group.Of("temporary", "Temporary placements", "T0 T1 T2 T3 T4"),
                Group.Of("unregistered", "Other placements, unregistered among them", "Z1 Z11 Z12 Z13 Z14"),
                Group.Rest("not-known", "Not known"),
            ],
            IsOfADay = true,
            Count = (c, tally) =>
            {
                if (c.EpisodeOn(c.On) is { } e)
                {
                    tally.AddBy(e, e.Place);
                }
            },
            Cases = """
                Episodes CHILD DECOM       LS DEC         PLACE
                         1     01/05/2025  C2 -           U1   !foster
                         2     01/05/2025  V3 -           U1
                         3     01/05/2025  C2 01/06/2025  U1
                         3     01/06/2025  C2 -           K2   !homes
                         4     01/05/2025  C2 -           K3   !supported
                         5     01/05/2025  C2 31/03/2026  U1
                         6     01/05/2025  C2 -           T3   !temporary
                         7     01/05/2025  E1 -           A5   !adoption
                         8     01/05/2025  C2 -           -    !not-known
                         9     01/05/2025  C2 -           P1   !parents

                on 30/05/2025
                Episodes CHILD DECOM       LS DEC         PLACE
                         1     01/05/2025  C2 01/06/2025  U1   !foster
                         1     01/06/2025  C2 -           K2
                         2     31/05/2025  C2 -           U1
                """,
        },
        new("cla.at-year-end.by-legal-status", "Children looked after on 31 March by legal status", IndicatorList.LookedAfter)
        {
            Tables = "Episodes.LS",
            Groups =
            [
                Group.Of("interim", "Interim care orders", "C1"),
                Group.Of("full", "Full care orders", "C2"),
                Group.Of("adoption", "Placement orders, and freed for adoption", "E1 D1"),
                Group.Of("agreement", "Voluntary agreements under section 20", "V2"),
                Group.Of("protection", "Detained for child protection", "L1 L2 L3"),
                Group.Of("justice", "Youth justice", "J1 J2 J3"),
                Group.Rest("not-known", "Not known"),
            ],
            IsOfADay = true,
            Count = (c, tally) =>
            {
                if (c.EpisodeOn(c.On) is { } e)
                {
                    tally.AddBy(e, e.Ls);
                }
            },
            Cases = """
                Episodes CHILD DECOM       LS DEC
                         1     01/05/2025  V2 01/06/2025
                         1     01/06/2025  C1 -           !interim
                         2     01/05/2025  C2 -           !full
                         3     01/05/2025  V4 -
                         4     01/05/2025  E1 -           !adoption
                         5     01/05/2025  V2 01/04/2026  !agreement
                         6     01/05/2025  V2 31/03/2026
                         7     30/03/2026  L1 -           !protection
                         8     01/05/2025  J2 -           !justice
                         9     01/05/2025  -  -           !not-known

                on 31/05/2025
                Episodes CHILD DECOM       LS DEC
                         1     01/05/2025  V2 01/06/2025  !agreement
                         1     01/06/2025  C1 -
                         2     01/05/2025  C2 31/05/2025
                """,
        },
        new("cla.at-year-end.by-age", "Children looked after on 31 March by age", IndicatorList.LookedAfter)
        {
            Tables = "Episodes Header",
            Groups =
            [
                Group.UpTo("under-1", "Under 1 year", 0),
                Group.UpTo("1-4", "1 to 4 years", 4),
                Group.UpTo("5-9", "5 to 9 years", 9),
                Group.UpTo("10-15", "10 to 15 years", 15),
                Group.UpTo("16-17", "16 years and over", 17),
                Group.Rest("not-known", "Not known"),
            ],
            IsOfADay = true,
            Count = (c, tally) =>
            {
                if (c.EpisodeOn(c.On) is { } e)
                {
                    tally.AddBy(e, c.Dob.AgeOn(c.On));
                }
            },
            Cases = """
                Header   CHILD DOB
                         1     01/04/2025
                         2     31/03/2025
                         3     01/04/2020
                         4     31/03/2020
                         5     31/03/2010
                         6     01/04/2008
                         7     31/03/2008
                         8     -
                         9     01/04/2015
                Episodes CHILD DECOM       LS
                         1     01/03/2026  C2  !under-1
                         2     01/03/2026  C2  !1-4
                         3     01/03/2026  C2  !5-9
                         4     01/03/2026  C2  !5-9
                         5     01/03/2026  C2  !16-17
                         6     01/03/2026  C2  !16-17
                         7     01/03/2026  C2
                         8     01/03/2026  C2  !not-known
                         9     01/03/2026  C2  !10-15

                on 30/09/2025
                Header   CHILD DOB
                         1     01/10/2024
                         2     30/09/2024
                         3     30/09/2007
                Episodes CHILD DECOM       LS
                         1     01/05/2025  C2  !under-1
                         2     01/05/2025  C2  !1-4
                         3     01/05/2025  C2
                """,
        },
        new("cla.at-year-end.by-distance", "Children looked after on 31 March by distance between home and placement", IndicatorList.LookedAfter)
        {
            Tables = "Episodes.PL_DISTANCE|Postcodes",
            IsOfADay = true,
            Groups = [Group.UpTo("to-20-miles", "20 miles or less", 0), Group.UpTo("over-20-miles", "More than 20 miles", 1), Group.Rest("not-known", "Not known")],
            Count = (c, tally) =>
            {
                if (c.EpisodeOn(c.On) is { } e)
                {
                    tally.AddBy(e, e.PlDistance is >= 0 and var miles ? (miles > Far ? 1 : 0) : null);
                }
            },
            Cases = """
                Episodes CHILD DECOM       LS DEC         PL_DISTANCE
                         1     01/05/2025  C2 -           20           !to-20-miles
                         2     01/05/2025  C2 -           20.1         !over-20-miles
                         3     01/05/2025  C2 -           -            !not-known
                         4     01/05/2025  C2 31/03/2026  5
                         5     01/05/2025  V4 -           5
                         6     01/05/2025  C2 01/06/2025  5
                         6     01/06/2025  C2 -           120.0        !over-20-miles
                         7     01/05/2025  C2 -           far          !not-known
                         8     01/05/2025  C2 -           0            !to-20-miles

                on 31/05/2025
                Episodes CHILD DECOM       LS DEC         PL_DISTANCE
                         1     01/05/2025  C2 01/06/2025  5            !to-20-miles
                         1     01/06/2025  C2 -           120
                """,
        },
        new("cla.unaccompanied", "Unaccompanied asylum-seeking children looked after on 31 March", IndicatorList.LookedAfter)
        {
            Tables = "Episodes UASC|Header.UASC|Header.UASC_STATUS",
            IsOfADay = true,
            Count = (c, tally) =>
            {
                if (c.EpisodeOn(c.On) is { } e && IsUnaccompanied(c))
                {
                    tally.Add(e);
                }
            },
            Cases = """
                Episodes CHILD DECOM       LS DEC
                         1     01/05/2025  V2 -           !
                         2     01/05/2025  V2 31/03/2026
                         3     01/05/2025  V2 -
                         4     01/05/2025  V2 -           !
                         5     01/05/2025  V2 -
                         6     01/05/2025  V4 -
                         7     01/05/2025  V2 -
                UASC     CHILD DUC
                         1     -
                         2     -
                         3     31/03/2026
                         4     01/04/2026
                         6     -

                Episodes CHILD DECOM       LS DEC
                         1     01/05/2025  V2 -           !
                         2     01/05/2025  V2 -
                         3     01/05/2025  V2 31/03/2026
                Header   CHILD UASC
                         1     1
                         2     0
                         3     1

                on 30/09/2025
                Episodes CHILD DECOM       LS DEC
                         1     01/05/2025  V2 -           !
                         2     01/05/2025  V2 -
                         3     01/10/2025  V2 -
                UASC     CHILD DUC
                         1     01/10/2025
                         2     30/09/2025
                         3     -
                """,
        },
    ];

    /// <summary>By the table of CSV while the status has not ended, by the header of XML where there is no such row.</summary>
    private static bool IsUnaccompanied(Child c) => c.Uasc.IsEmpty
        ? c.Header.Any(h => h.Uasc.IsIn(Codes.Yes) || h.UascStatus.IsIn(Codes.Yes))
        : c.Uasc.Any(c.On, (u, on) => u.Duc.IsEmpty || u.Duc > on);
}
