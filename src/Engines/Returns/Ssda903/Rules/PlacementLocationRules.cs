namespace Trellis.Returns.Ssda903;

/// <summary>Where the child is placed: postcodes, distance from home and authority.</summary>
internal static class PlacementLocationRules
{
    private static readonly CodeSet FosterOrAdoption = Codes.Foster.And(Codes.PlacedForAdoption);
    private static readonly Code Own = Code.Of("PR1");
    private static readonly Code Inside = Code.Of("IN");
    private const decimal Unknown = 999.9m;

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("1015", "Episodes.PL_LA Authority", "PL_LA")
        {
            Message = "The authority itself provides the placement (PR1), yet the placement is in another authority's area. Check the provider and the postcode of the placement.",
            CheckRows = r => r.Episodes.FailWhere(r.Authority, (e, own) =>
                own.IsGiven && e.PlaceProvider == Own && e.Ls.IsGiven && !e.IsShortBreak && e.Place.IsGivenOutside(FosterOrAdoption) && e.PlLa != own),
            Cases = """
                authority E06000009
                Episodes PLACE LS  PLACE_PROVIDER PL_LA
                         K2    C1  PR1            E06000009
                         K2    C1  PR1            E06000010  !
                         K2    C1  PR1            -          !
                         K2    V4  PR1            E06000010
                         U4    C1  PR1            E06000010
                         A3    C1  PR1            E06000010
                         K2    C1  PR4            E06000010
                """,
        },
        new("164", "Episodes.PL_DISTANCE|Postcodes", "PL_DISTANCE")
        {
            Message = "The distance between home and placement is not between 0 and 999.9 miles. Check both postcodes.",
            Check = c =>
            {
                if (!c.IsOrWasUasc)
                {
                    c.Episodes.FailWhere(e => !e.IsShortBreak && e.PlDistance is < 0 or > Unknown);
                }
            },
            Cases = """
                Episodes CHILD LS  PL_DISTANCE
                         1     C1  0
                         1     C1  999.9
                         1     C1  1000   !
                         1     C1  -0.1   !
                         1     V3  -1
                         1     C1  -
                         2     V2  1000
                UASC     CHILD DUC
                         2     01/06/2027
                """,
        },
        new("169", "Episodes.PL_LA", "PL_LA")
        {
            Message = "The authority in whose area the child is placed is missing or is no authority. Check the postcode of the placement.",
            CheckRows = r => r.Episodes.FailWhere(e => !e.IsShortBreak && !e.HasPlacementAuthority && !e.IsOutsideEngland),
            Cases = """
                Episodes LS  PL_LA
                         C1  E06000009
                         C1  SCO
                         C1  W06000008
                         C1  -          !
                         C1  Leeds      !
                         V4  -
                """,
        },
        new("214", "Episodes", "PL_POST URN")
        {
            Message = "For short breaks (V3, V4) neither the postcode of the placement nor the provider's reference number is asked for. Take them out.",
            CheckRows = r => r.Episodes.FailWhere(e => e.IsShortBreak && (e.PlPost.IsGiven || e.Urn.IsGiven)),
            Cases = """
                Episodes LS  PL_POST  URN
                         V3  AB1_0JD  -    !
                         V4  -        123  !
                         V4  -        -
                         C1  AB1_0JD  123
                """,
        },
        new("392a", "Episodes.PL_DISTANCE|Postcodes", "PL_DISTANCE")
        {
            Message = "The distance between home and placement is missing. Check both postcodes; only unaccompanied asylum-seeking children have none.",
            Check = c =>
            {
                if (!c.IsOrWasUasc)
                {
                    c.Episodes.FailWhere(e => !e.IsShortBreak && !e.HasDistance);
                }
            },
            Cases = """
                Episodes    CHILD LS  PL_DISTANCE
                            1     C1  -    !
                            1     C1  0
                            1     V3  -
                            2     C1  -
                            3     C1  -    !
                Header_last CHILD UASC
                            2     1
                            3     0
                """,
        },
        new("392b", "Episodes", "HOME_POST PL_POST")
        {
            Message = "The postcode of the child's home or of the placement is missing. Enter both; only unaccompanied asylum-seeking children have none.",
            Check = c =>
            {
                if (!c.IsOrWasUasc)
                {
                    c.Episodes.FailWhere(e => !e.IsShortBreak && (e.HomePost.IsEmpty || e.PlPost.IsEmpty));
                }
            },
            Cases = """
                Episodes  CHILD LS  HOME_POST PL_POST
                          1     C1  AB1_0JD   AB1_0JD
                          1     C1  -         AB1_0JD  !
                          1     C1  AB1_0JD   -        !
                          1     V4  -         -
                          2     C1  -         -
                          3     C1  -         -        !
                UASC_last CHILD DUC
                          2     01/06/2026
                          3     -
                """,
        },
        new("392c", "Episodes", "HOME_POST PL_POST")
        {
            Message = "The postcode of the child's home or of the placement has not the form of a postcode. Correct it.",
            CheckRows = r => r.Episodes.FailWhere(e => e.HasBadHomePost || e.HasBadPlPost),
            Cases = """
                Episodes HOME_POST PL_POST
                         AB1_0JD   SW1A1AA
                         M1_1AA    EC1A_1BB
                         AB1_JD    AB1_0JD   !
                         AB1_0JD   ABC1_0JD  !
                         AB1_0JD   1AB_0JD   !
                         -         -
                """,
        },
        new("392d", "Episodes", "HOME_POST PL_POST PLACE")
        {
            Message = "The child's home and the placement have the same postcode, though the child is not placed with its parents (P1). Check both postcodes and the placement.",
            CheckRows = r => r.Episodes.FailWhere(e => e.HomePost.IsGiven && e.HomePost == e.PlPost && e.Place != Codes.WithParents),
            Cases = """
                Episodes PLACE HOME_POST PL_POST
                         U4    AB1_0JD   AB1_0JD  !
                         P1    AB1_0JD   AB1_0JD
                         U4    AB1_0JD   AB1_0JE
                         U4    -         -
                """,
        },
        new("398", "Episodes", "LS HOME_POST PL_POST")
        {
            Message = "For short breaks (V3, V4) postcodes are not asked for, nor the distance that follows from them. Take them out.",
            CheckRows = r => r.Episodes.FailWhere(e => e.IsShortBreak && (e.HomePost.IsGiven || e.PlPost.IsGiven)),
            Cases = """
                Episodes LS  HOME_POST PL_POST
                         V3  AB1_0JD   -        !
                         V4  -         AB1_0JD  !
                         V4  -         -
                         C1  AB1_0JD   AB1_0JD
                """,
        },
        new("406", "Episodes.PL_DISTANCE|Postcodes", "PL_DISTANCE")
        {
            Message = "The child is or was an unaccompanied asylum-seeking child, so there is no distance from home. Take the home postcode out.",
            Check = c =>
            {
                if (c.IsOrWasUasc)
                {
                    c.Episodes.FailWhere(e => e.HasDistance);
                }
            },
            Cases = """
                Episodes CHILD PL_DISTANCE
                         1     12.5  !
                         1     -
                         2     12.5
                         3     0     !
                Header   CHILD UASC
                         2     0
                         3     1
                UASC     CHILD DUC
                         1     01/06/2027
                """,
        },
        new("411", "Episodes.PL_LOCATION Episodes.PL_LA Authority", "PL_LOCATION")
        {
            Message = "The placement is said to be inside the authority's boundary (IN), but in another authority's area. Check the postcode of the placement.",
            CheckRows = r => r.Episodes.FailWhere(r.Authority, (e, own) => own.IsGiven && e.PlLocation == Inside && e.PlLa != own),
            Cases = """
                authority E06000009
                Episodes PL_LA      PL_LOCATION
                         E06000009  IN
                         E06000010  IN   !
                         E06000010  OUT
                         E06000010  -
                """,
        },
        new("420", "Episodes.PL_LA", "PL_LA")
        {
            Message = "For short breaks (V3, V4) the authority of placement is not asked for. Take the postcode of the placement out.",
            CheckRows = r => r.Episodes.FailWhere(e => e.IsShortBreak && e.PlLa.IsGiven),
            Cases = """
                Episodes LS  PL_LA
                         V3  E06000009  !
                         V4  WAL        !
                         V4  -
                         C1  E06000009
                """,
        },
        new("454", "Episodes.PL_DISTANCE", "PL_DISTANCE")
        {
            Message = "The child is placed more than 350 miles from home. Check both postcodes; 999.9 says that the distance is not known.",
            Check = c =>
            {
                if (!c.IsOrWasUasc)
                {
                    c.Episodes.FailWhere(e => e.PlDistance is > 350 and not Unknown);
                }
            },
            Cases = """
                Episodes CHILD PL_DISTANCE
                         1     350
                         1     350.1  !
                         1     999.9
                         1     -
                         2     351
                Header   CHILD UASC
                         2     1
                """,
        },
    ];
}
