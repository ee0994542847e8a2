namespace Trellis.Returns.Ssda903;

/// <summary>Which placements go together with which provider, reason and earlier placement.</summary>
internal static class PlacementRules
{
    private static readonly CodeSet ByConsent = CodeSet.Of("A3 A4");
    private static readonly CodeSet WithCurrentFosterCarers = CodeSet.Of("A3 A5");
    private static readonly CodeSet BeforeAdoption = Codes.Foster.And(Codes.PlacedForAdoption);
    private static readonly CodeSet StartOrSameCarer = CodeSet.Of("S T U");
    private static readonly CodeSet NewCarer = CodeSet.Of("P B");
    private static readonly CodeSet FormerFosterCarer = CodeSet.Of("E45 E46");
    private static readonly CodeSet TemporaryOrUnregistered = Codes.Temporary.And(CodeSet.Of("Z1"));
    private static readonly CodeSet WithoutProvider2026 = Codes.Temporary.And(Codes.Unregistered);
    private static readonly CodeSet NotByAuthorities = CodeSet.Of("P1 R2 R5");
    private static readonly CodeSet NotByPublicBodies = CodeSet.Of("P1 K1 K2").And(Codes.PlacedForAdoption).And(Codes.Foster);
    private static readonly Code CarerOnHoliday = Code.Of("T3");
    private static readonly Code Moved = Code.Of("P");
    private static readonly Code Parents = Code.Of("PR0");
    private static readonly Code Own = Code.Of("PR1");
    private static readonly Code OtherAuthority = Code.Of("PR2");
    private static readonly Code OtherPublic = Code.Of("PR3");
    private static readonly Code Private = Code.Of("PR4");
    private static readonly Code Voluntary = Code.Of("PR5");
    private static readonly Day April2015 = new(2015, 4, 1);

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("213", "Episodes", "PLACE_PROVIDER")
        {
            Until = 2025,
            Message = "A temporary placement has no provider of its own. Leave the provider empty.",
            CheckRows = r => r.Episodes.FailWhere(e => e.IsTemporary && e.PlaceProvider.IsGiven),
            Cases = """
                Episodes PLACE PLACE_PROVIDER
                         T0    PR1  !
                         T4    PR1  !
                         T4    -
                         U1    PR1
                         Z1    PR1
                """,
        },
        new("213", "Episodes", "PLACE_PROVIDER")
        {
            From = 2026,
            Message = "A temporary or unregistered placement has no provider. Leave the provider empty.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Place.IsIn(WithoutProvider2026) && e.PlaceProvider.IsGiven),
            Cases = """
                Episodes PLACE PLACE_PROVIDER
                         T4    PR1  !
                         Z11   PR1  !
                         Z11   -
                         U1    PR1
                """,
        },
        new("526", "Episodes", "PLACE PLACE_PROVIDER")
        {
            Until = 2025,
            Message = "The provider of the placement is missing. Enter the code; only temporary and unregistered placements have none.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Place.IsGivenOutside(TemporaryOrUnregistered) && e.PlaceProvider.IsEmpty),
            Cases = """
                Episodes PLACE PLACE_PROVIDER
                         U1    -    !
                         U1    PR1
                         T0    -
                         Z1    -
                         -     -
                """,
        },
        new("526", "Episodes", "PLACE PLACE_PROVIDER")
        {
            From = 2026,
            Message = "The provider of the placement is missing. Enter the code; only temporary and unregistered placements have none.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Place.IsGivenOutside(WithoutProvider2026) && e.PlaceProvider.IsEmpty),
            Cases = """
                Episodes PLACE PLACE_PROVIDER
                         K3    -    !
                         K3    PR1
                         T4    -
                         Z12   -
                         -     -
                """,
        },
        new("217", "Episodes", "PLACE DECOM RNE")
        {
            Message = "The child is placed for adoption with its foster carers (A3, A5), so the episode begins with S, T or U: the carer stays the same. Correct the placement or the reason.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Place.IsIn(WithCurrentFosterCarers) && e.Decom >= April2015 && !e.Rne.IsIn(StartOrSameCarer)),
            Cases = """
                Episodes PLACE DECOM       RNE
                         A3    01/04/2015  P   !
                         A5    01/04/2015  -   !
                         A3    31/03/2015  P
                         A5    01/04/2015  U
                         A4    01/04/2015  P
                """,
        },
        new("225", "Episodes", "REASON_PLACE_CHANGE")
        {
            Message = "The child moved to another placement after this episode, but the reason for the change is missing. Enter it.",
            Check = c => c.Episodes.FailWhereNext((e, next) =>
                e.Rec == Codes.NextEpisode && next.Rne.IsIn(Codes.PlacementChanged) && !e.IsTemporary && !next.IsTemporary && e.ReasonPlaceChange.IsEmpty),
            Cases = """
                Episodes CHILD DECOM       RNE REC PLACE REASON_PLACE_CHANGE
                         1     01/05/2026  S   X1  U4    -      !
                         1     01/06/2026  P   X1  U6    CARPL
                         1     01/07/2026  B   X1  U6    -
                         1     01/08/2026  P   X1  T1    -
                         1     01/09/2026  P   X1  U6    -
                         1     01/10/2026  L   E4A U6    -
                """,
        },
        new("226", "Episodes", "REASON_PLACE_CHANGE PLACE")
        {
            Message = "A reason for a change of placement is given at the beginning or the end of a temporary placement, where none is asked for. Take it out.",
            Check = c =>
            {
                c.Episodes.FailWhere(e => e.IsTemporary && e.ReasonPlaceChange.IsGiven);
                c.Episodes.FailWherePrevious((e, before) => e.IsTemporary && before.ReasonPlaceChange.IsGiven);
            },
            Cases = """
                Episodes CHILD DECOM       PLACE REASON_PLACE_CHANGE
                         1     01/05/2026  U4    CARPL
                         1     01/06/2026  T1    -      !
                         1     01/07/2026  U4    CARPL
                         1     01/08/2026  U6    -
                         1     01/09/2026  T1    CARPL  !
                         2     01/09/2026  T1    -
                """,
        },
        new("233", "Episodes", "REASON_PLACE_CHANGE REASON_PLACE_CHANGE")
        {
            From = 2026,
            Message = "A reason for a change of placement is given, but the episode has not ceased. Take the reason out, or enter the day on which it ceased.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Dec.IsEmpty && e.ReasonPlaceChange.IsGiven),
            Cases = """
                Episodes DEC         REASON_PLACE_CHANGE
                         -           CARPL  !
                         01/06/2026  CARPL
                         -           -
                """,
        },
        new("336", "Episodes", "PLACE")
        {
            Message = "The child is placed for adoption with consent (A3, A4), but was not with foster carers just before. Check the placement and the one before it.",
            Check = c => c.Episodes.FailWherePrevious((e, before) => e.Place.IsIn(ByConsent) && !before.Place.IsIn(BeforeAdoption)),
            Cases = """
                Episodes CHILD DECOM       PLACE
                         1     01/05/2026  U4
                         1     01/06/2026  A3
                         1     01/07/2026  A4
                         2     01/05/2026  K2
                         2     01/06/2026  A4  !
                         3     01/06/2026  A3
                         4     01/05/2026  -
                         4     01/06/2026  A3  !
                         5     01/05/2026  K2
                         5     01/06/2026  A5
                """,
        },
        new("377", "Episodes", "PLACE")
        {
            Message = "The child was in more than two temporary placements in the year because its foster carers were on holiday (T3). Correct the placements.",
            Check = c =>
            {
                var holidays = 0;
                foreach (var e in c.Episodes)
                {
                    holidays += e.Place == CarerOnHoliday ? 1 : 0;
                }

                if (holidays > 2)
                {
                    c.Episodes.FailWhere(e => e.Place == CarerOnHoliday);
                }
            },
            Cases = """
                Episodes CHILD PLACE
                         1     T3   !
                         1     U4
                         1     T3   !
                         1     T3   !
                         2     T3
                         2     T3
                         2     T4
                """,
        },
        new("380", "Episodes", "PLACE RNE")
        {
            Message = "A temporary placement begins because the child moves there for a while (P, B), never with the start of care or in the same placement. Correct the reason or the placement.",
            CheckRows = r => r.Episodes.FailWhere(e => e.IsTemporary && !e.Rne.IsIn(NewCarer)),
            Cases = """
                Episodes RNE PLACE
                         S   T0    !
                         L   T4    !
                         P   T4
                         B   T0
                         S   U4
                """,
        },
        new("381", "Episodes", "PLACE REC")
        {
            Message = "The child ceased to be looked after at the end of a temporary placement. Add the placement to which it returned, or correct the placement or the reason.",
            CheckRows = r => r.Episodes.FailWhere(e => e.IsTemporary && e.Rec.IsGiven && e.Rec != Codes.NextEpisode),
            Cases = """
                Episodes REC PLACE
                         E4A T1    !
                         X1  T1
                         -   T1
                         E4A U4
                """,
        },
        new("383", "Episodes", "PLACE")
        {
            Until = 2025,
            Message = "After a temporary placement the child does not return (P) to the placement in which it was before. Correct the placement or the reason for the episode.",
            Check = c => FailWithoutReturn(c, (e, before) => e.Place == before.Place),
            Cases = """
                Episodes CHILD DECOM       RNE PLACE
                         1     01/05/2025  S   U4
                         1     01/06/2025  P   T1
                         1     15/06/2025  P   U4
                         1     01/07/2025  P   T1
                         1     15/07/2025  P   U6   !
                         2     01/06/2025  P   T1
                         2     15/06/2025  P   U4
                         3     01/05/2025  S   U4
                         3     01/06/2025  P   T1
                         3     15/06/2025  L   U4   !
                """,
        },
        new("383", "Episodes", "PLACE RNE PL_POST")
        {
            From = 2026,
            Message = "After a temporary placement the child does not return (P) to the placement in which it was before, at the same postcode. Correct the placement, its postcode or the reason for the episode.",
            Check = c => FailWithoutReturn(c, (e, before) => e.Place == before.Place && e.PlPost == before.PlPost),
            Cases = """
                Episodes CHILD DECOM       RNE PLACE PL_POST
                         1     01/05/2026  S   U4    AB1_0JD
                         1     01/06/2026  P   T1    AB1_0JE
                         1     15/06/2026  P   U4    AB1_0JD
                         1     01/07/2026  P   T1    AB1_0JE
                         1     15/07/2026  P   U4    AB1_0JF  !
                """,
        },
        new("390", "Episodes", "PLACE REC")
        {
            Message = "The child was adopted at the end of the episode, but was not placed for adoption (A3 to A6) in it. Correct the placement or the reason.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Rec.IsIn(Codes.Adopted) && !e.Place.IsIn(Codes.PlacedForAdoption)),
            Cases = """
                Episodes PLACE REC
                         U4    E11  !
                         -     E12  !
                         A6    E12
                         U4    E13
                """,
        },
        new("516", "Episodes", "REC PLACE")
        {
            Message = "A former foster carer took the child by a special guardianship order (E45, E46), but the child was in no foster placement (U1 to U6). Correct the placement or the reason.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Rec.IsIn(FormerFosterCarer) && !e.Place.IsIn(Codes.Foster)),
            Cases = """
                Episodes REC PLACE
                         E45 A3   !
                         E46 -    !
                         E46 U6
                         E47 A3
                """,
        },
        NotBy("527", Own, NotByAuthorities, "The authority itself (PR1) is no provider of the placements P1, R2 and R5.", "PR1 R2", "PR1 U4"),
        NotBy("528", OtherAuthority, NotByAuthorities, "Another authority (PR2) is no provider of the placements P1, R2 and R5.", "PR2 R5", "PR2 R3"),
        NotBy("529", OtherPublic, NotByPublicBodies, "Another public body (PR3) is no provider of placements with parents, for adoption, in children's homes or with foster carers.", "PR3 K2", "PR3 R2"),
        NotBy("530", Private, CodeSet.Of("P1"), "A private provider (PR4) does not provide a placement with parents (P1).", "PR4 P1", "PR4 P3"),
        NotBy("531", Voluntary, CodeSet.Of("P1"), "A voluntary provider (PR5) does not provide a placement with parents (P1).", "PR5 P1", "PR4 P1"),
        new("550", "Episodes", "PLACE PLACE_PROVIDER")
        {
            Message = "Parents are the provider (PR0), but the placement is not with parents (P1). Correct the placement or the provider.",
            CheckRows = r => r.Episodes.FailWhere(e => e.PlaceProvider == Parents && e.Place != Codes.WithParents),
            Cases = """
                Episodes PLACE PLACE_PROVIDER
                         U4    PR0  !
                         P1    PR0
                         U4    PR1
                """,
        },
    ];

    /// <summary>A provider that cannot have placements of some types.</summary>
    private static Rule<Child> NotBy(string code, Code provider, CodeSet places, string message, string failing, string passing) => new(code, "Episodes", "PLACE PLACE_PROVIDER")
    {
        Message = $"{message} Correct the placement or the provider.",
        CheckRows = r => r.Episodes.FailWhere((provider, places), (e, not) => e.PlaceProvider == not.provider && e.Place.IsIn(not.places)),
        Cases = $"""
            Episodes PLACE_PROVIDER PLACE
                     {failing} !
                     {passing}
                     - P1
            """,
    };

    /// <summary>What follows a temporary placement fails, unless the child moved back (P) to where it was before.</summary>
    private static void FailWithoutReturn(Child c, Func<Episode, Episode, bool> isSame)
    {
        for (var i = 2; i < c.Episodes.Count; i++)
        {
            var e = c.Episodes[i];
            if (c.Episodes[i - 1].IsTemporary && (e.Rne != Moved || !isSame(e, c.Episodes[i - 2])))
            {
                c.Fail(e);
            }
        }
    }
}
