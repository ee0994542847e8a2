namespace Trellis.Returns.Ssda903;

/// <summary>The provider's reference number, against the placement and against Ofsted's list.</summary>
internal static class ProviderRules
{
    private static readonly CodeSet Unregulated = CodeSet.Of("P1 P3 R1 R2 R5").And(Codes.Temporary);
    private static readonly CodeSet WithoutUrn2023 = Unregulated.And(CodeSet.Of("H5 P2 Z1"));
    private static readonly CodeSet WithoutUrn2025 = Unregulated.And(CodeSet.Of("P2 Z1"));
    private static readonly CodeSet WithoutUrn2026 = Unregulated.And(CodeSet.Of("P2")).And(Codes.Unregistered);
    private static readonly CodeSet NoUrn2023 = Unregulated.And(CodeSet.Of("H5 P2 Z1"));
    private static readonly CodeSet NoUrn2024 = Unregulated.And(CodeSet.Of("P2 Z1"));
    private static readonly CodeSet NoUrn2025 = Unregulated.And(CodeSet.Of("Z1"));
    private static readonly CodeSet NoUrn2026 = Unregulated.And(Codes.Unregistered);
    private static readonly CodeSet AtTheirPostcode = CodeSet.Of("K1 K2 R3 S1");
    private static readonly Code Own = Code.Of("PR1");
    private static readonly Code OtherAuthority = Code.Of("PR2");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("1008", "Episodes Providers", "URN")
        {
            Message = "The reference number is not on Ofsted's list. Correct it, or enter XXXXXXX where the provider has none.",
            Check = c => c.Episodes.FailWhere(c.Providers, (e, list) => e.NamesProvider && list.Find(e.Urn) is null),
            Cases = """
                Episodes  URN
                          SC123
                          1234     !
                          sc123    !
                          XXXXXXX
                          -
                Providers URN
                          SC123
                """,
        },
        Required("218", 2023, 2024, WithoutUrn2023, "H5"),
        Required("218", 2025, 2025, WithoutUrn2025, "Z1"),
        Required("218", 2026, null, WithoutUrn2026, "Z11"),
        new("219", "Episodes Providers.PLACE_CODES", "URN PLACE")
        {
            Message = "Ofsted's list does not allow the provider of this reference number the type of placement. Correct the number or the placement.",
            Check = c => FailWhereListed(c, (e, provider, _) => e.Place.IsGiven && !provider.HasPlace(e.Place)),
            Cases = """
                Episodes  URN     PLACE
                          1       K2
                          1       K1   !
                          1       K    !
                          2       K2   !
                          3       K2
                          XXXXXXX K2
                Providers URN PLACE_CODES
                          1   U4,K2
                          2   -
                """,
        },
        AtPostcode(2023, 2023, AtTheirPostcode, "K1"),
        AtPostcode(2024, 2024, AtTheirPostcode.And(CodeSet.Of("H5")), "H5"),
        AtPostcode(2025, null, AtTheirPostcode.And(CodeSet.Of("H5 K3")), "K3"),
        NotWanted(2023, 2023, NoUrn2023, "H5"),
        NotWanted(2024, 2024, NoUrn2024, "P2"),
        NotWanted(2025, 2025, NoUrn2025, "Z1"),
        NotWanted(2026, null, NoUrn2026, "Z14"),
        new("224", "Episodes Providers.PROVIDER_CODES", "PLACE_PROVIDER")
        {
            Message = "Ofsted's list does not allow the provider of this reference number the code of provider. Correct the number or the code.",
            Check = c => FailWhereListed(c, (e, provider, _) => e.PlaceProvider.IsGiven && !provider.HasProviderCode(e.PlaceProvider)),
            Cases = """
                Episodes  URN     PLACE_PROVIDER
                          1       PR4
                          1       PR1  !
                          2       PR1  !
                          3       PR1
                          XXXXXXX PR1
                          1       -
                Providers URN PROVIDER_CODES
                          1   PR3,PR4
                          2   -
                """,
        },
        new("227", "Episodes Providers.REG_END", "URN DECOM")
        {
            Message = "The provider of this reference number was no longer registered when the episode began. Correct the number or the date.",
            Check = c => FailWhereListed(c, (e, provider, _) => e.Decom >= provider.RegEnd),
            Cases = """
                Episodes  URN DECOM
                          1   31/05/2026
                          1   01/06/2026  !
                          1   -
                          2   01/06/2026
                Providers URN REG_END
                          1   01/06/2026
                          2   -
                """,
        },
        new("228", "Episodes Providers.REG_END", "URN DEC")
        {
            Message = "The registration of the provider of this reference number ended before the episode did. Correct the number or the date, or ask whether the child moved.",
            Check = c => FailWhereListed(c, (e, provider, year) => e.EndBy(year.End) > provider.RegEnd),
            Cases = """
                Episodes  URN DEC
                          1   01/06/2026
                          1   02/06/2026  !
                          1   -           !
                          2   -
                          3   -
                Providers URN REG_END
                          1   01/06/2026
                          2   -
                          3   31/03/2027
                """,
        },
        new("229", "Episodes Providers.LA_CODE_INFERRED Authority", "URN PLACE_PROVIDER")
        {
            Message = "By Ofsted's list the provider is in the authority's area while its code says another authority (PR2), or the other way round (PR1). Correct the number or the code.",
            Check = c =>
            {
                foreach (var e in c.Episodes)
                {
                    if (c.Authority.IsGiven && e.NamesProvider && c.Providers.Find(e.Urn) is { } provider
                        && ((e.PlaceProvider == Own && provider.Authority != c.Authority) || (e.PlaceProvider == OtherAuthority && provider.Authority == c.Authority)))
                    {
                        c.Fail(e);
                    }
                }
            },
            Cases = """
                authority E06000009
                Episodes  URN PLACE_PROVIDER
                          1   PR1
                          1   PR2  !
                          2   PR1  !
                          2   PR2
                          3   PR1  !
                          1   PR4
                          4   PR1
                Providers URN LA_CODE_INFERRED
                          1   E06000009
                          2   E06000010
                          3   -
                """,
        },
    ];

    /// <summary>Episodes in the year, in England and in a placement of a registered provider need a reference number.</summary>
    private static Rule<Child> Required(string code, int from, int? until, CodeSet without, string example) => new(code, "Episodes", "URN")
    {
        From = from,
        Until = until,
        Message = "The reference number of the provider is missing. Enter the number from Ofsted's list, or XXXXXXX where the provider has none.",
        CheckRows = r => r.Episodes.FailWhere((r.Year, without), (e, known) =>
            e.Urn.IsEmpty && e.Place.IsGivenOutside(known.without) && (e.Dec.IsEmpty || e.Dec >= known.Year.Start) && !e.IsOutsideEngland),
        Cases = $"""
            year {from}
            Episodes PLACE DEC URN PL_LA
                     U4 - - E06000009 !
                     U4 01/04/{from - 1} - - !
                     U4 31/03/{from - 1} - -
                     U4 - 123 -
                     U4 - - WAL
                     U4 - - W06000008
                     {example} - - -
                     - - - -
            """,
    };

    private static Rule<Child> AtPostcode(int from, int? until, CodeSet places, string example) => new("221", "Episodes Providers.POSTCODE", "PL_POST")
    {
        From = from,
        Until = until,
        Message = "By Ofsted's list the provider of this reference number is at another postcode than the placement. Correct the number or the postcode.",
        Check = c =>
        {
            foreach (var e in c.Episodes)
            {
                if (!e.IsShortBreak && e.Place.IsIn(places) && e.PlPost.IsGiven && e.NamesProvider && c.Providers.Find(e.Urn) is { } provider && !provider.IsAt(e))
                {
                    c.Fail(e);
                }
            }
        },
        Cases = $"""
            Episodes LS PLACE URN PL_POST
                     C1 {example} 1 AB1_0JD
                     C1 {example} 1 AB1_0JE !
                     C1 {example} 2 AB1_0JD !
                     V3 {example} 1 AB1_0JE
                     C1 U4 1 AB1_0JE
                     C1 {example} 3 AB1_0JE
                     C1 {example} 1 -
            Providers URN POSTCODE
                      1 AB10JD
                      2 -
            """,
    };

    private static Rule<Child> NotWanted(int from, int? until, CodeSet without, string example) => new("222", "Episodes", "URN")
    {
        From = from,
        Until = until,
        Message = "A placement of this type has no registered provider, yet there is a reference number. Take it out, or correct the placement.",
        CheckRows = r => r.Episodes.FailWhere(without, (e, places) => e.NamesProvider && e.Place.IsIn(places)),
        Cases = $"""
            Episodes PLACE URN
                     {example} 123 !
                     T0 123 !
                     T0 XXXXXXX
                     T0 -
                     U4 123
            """,
    };

    /// <summary>Episodes whose provider is on the list fail where it is true.</summary>
    private static void FailWhereListed(Child c, Func<Episode, Provider, CollectionYear, bool> fails)
    {
        foreach (var e in c.Episodes)
        {
            if (e.NamesProvider && c.Providers.Find(e.Urn) is { } provider && fails(e, provider, c.Year))
            {
                c.Fail(e);
            }
        }
    }
}
