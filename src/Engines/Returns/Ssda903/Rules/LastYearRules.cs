namespace Trellis.Returns.Ssda903;

/// <summary>Whether the year goes on where last year's return left off.</summary>
internal static class LastYearRules
{
    private static readonly CodeSet SupportedUntil2024 = CodeSet.Of("H5 P2");
    private static readonly CodeSet SupportedSince2025 = CodeSet.Of("K3 Z1");
    private static readonly Code UnregisteredUntil2025 = Code.Of("Z1");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("452", "Episodes.PL_LA Episodes_last.PL_LA", "PL_LA")
        {
            Message = "The first episode is last year's last one, yet it is in another authority's area. Check the postcode of the placement in both years.",
            Check = c =>
            {
                if (SameEpisode(c) is var (now, last) && now.PlLa != last.PlLa)
                {
                    c.Fail(now);
                }
            },
            Cases = """
                Episodes      CHILD RNE DECOM       PL_LA
                              1     S   01/06/2025  E06000009  !
                              2     S   01/06/2025  E06000009
                              3     S   02/06/2025  E06000009
                              4     L   01/06/2025  E06000009
                Episodes_last CHILD RNE DECOM       PL_LA
                              1     S   01/06/2025  E06000010
                              2     S   01/05/2025  E06000010
                              2     S   01/06/2025  E06000009
                              3     S   01/06/2025  E06000010
                              4     S   01/06/2025  E06000010
                """,
        },
        new("453", "Episodes.PL_DISTANCE Episodes_last.PL_DISTANCE", "PL_DISTANCE")
        {
            Message = "The first episode is last year's last one, yet the distance from home is another. Check the postcodes in both years.",
            Check = c =>
            {
                if (SameEpisode(c) is var (now, last) && now.PlDistance is { } distance && last.PlDistance is { } before && Math.Abs(distance - before) >= 0.2m)
                {
                    c.Fail(now);
                }
            },
            Cases = """
                Episodes      CHILD RNE DECOM       PL_DISTANCE
                              1     S   01/06/2025  12.2  !
                              2     S   01/06/2025  12.1
                              3     S   02/06/2025  50
                              4     S   01/06/2025  -
                Episodes_last CHILD RNE DECOM       PL_DISTANCE
                              1     S   01/06/2025  12.0
                              2     S   01/06/2025  12
                              3     S   01/06/2025  12
                              4     S   01/06/2025  12
                """,
        },
        new("502", "Episodes Episodes_last", "DECOM")
        {
            Message = "Last year's last episode went on at 31 March, but the first one of this year began on another day. Enter that episode again, with the day on which it began.",
            Check = c =>
            {
                if (c.OpenLastYear is { } last && c.Episodes.First is { } first && first.Decom != last.Decom)
                {
                    c.Fail(first);
                }
            },
            Cases = """
                Episodes      CHILD DECOM       DEC
                              1     01/06/2025  -
                              2     02/06/2025  -           !
                              2     01/08/2026  -
                              3     01/04/2026  -           !
                              4     01/06/2026  -
                              5     01/06/2026  -
                Episodes_last CHILD DECOM       DEC
                              1     01/06/2025  -
                              2     01/06/2025  -
                              3     01/06/2025  -
                              4     01/06/2025  01/09/2025
                """,
        },
        OpenEpisode("503A", "RNE", "reason for the new episode", "S P", (now, last) => now.Rne != last.Rne),
        OpenEpisode("503B", "LS", "legal status", "V2 C1", (now, last) => now.Ls != last.Ls),
        OpenEpisode("503C", "CIN", "category of need", "N1 N2", (now, last) => now.Cin != last.Cin),
        OpenEpisode("503D", "PLACE", "type of placement", "U4 U6", (now, last) => now.Place != last.Place, until: 2024),
        OpenEpisode("503D", "PLACE", "type of placement", "H3 H5",
            (now, last) => now.Place != last.Place && !(now.Place.IsIn(SupportedSince2025) && last.Place.IsIn(SupportedUntil2024)), 2025, 2025, "K3 H5"),
        OpenEpisode("503D", "PLACE", "type of placement", "K3 Z1",
            (now, last) => now.Place != last.Place && !(now.Place.IsIn(Codes.Unregistered) && last.Place == UnregisteredUntil2025), 2026, null, "Z11 Z1"),
        OpenEpisode("503E", "PLACE_PROVIDER", "provider of the placement", "PR1 PR4", (now, last) => now.PlaceProvider != last.PlaceProvider),
        OpenEpisode("503F", "URN", "provider's reference number", "123 124", (now, last) => now.Urn != last.Urn),
        OpenEpisode("503G", "PL_DISTANCE", "distance from home", "12 13", (now, last) => now.PlDistance is { } a && last.PlDistance is { } b ? Math.Abs(a - b) >= 0.2m : now.HasDistance != last.HasDistance, example: "12 12.1"),
        OpenEpisode("503H", "PL_LA", "authority of the placement", "E06000009 E06000010", (now, last) => now.PlLa != last.PlLa),
        OpenEpisode("503J", "PL_LOCATION", "place inside or outside the authority", "IN OUT", (now, last) => now.PlLocation != last.PlLocation),
        new("562", "Episodes Episodes_last", "DECOM")
        {
            Message = "The first episode began before this year, but last year's return has no episode that began on that day. Correct the date, or add the missing episode.",
            Check = c =>
            {
                if (c.CarriedOver is { } first && !(c.Last.Episodes.Last?.Decom == first.Decom))
                {
                    c.Fail(first);
                }
            },
            Cases = """
                Episodes      CHILD DECOM
                              1     31/03/2026
                              1     01/05/2026
                              2     30/03/2026  !
                              2     31/03/2026
                              3     01/04/2026
                              4     31/03/2026  !
                Episodes_last CHILD DECOM
                              1     31/03/2026
                              2     31/03/2026
                              3     31/03/2026
                """,
        },
        new("NoE", "Episodes Episodes_last", "DECOM")
        {
            Message = "The episode began before this year, but last year's return has no episode of the child. Check that last year's file is whole, and the date.",
            Check = c =>
            {
                if (c.Last.Episodes.IsEmpty)
                {
                    c.Episodes.FailWhere(c.Year, (e, year) => e.Decom < year.Start);
                }
            },
            Cases = """
                Episodes      CHILD DECOM
                              1     31/03/2026  !
                              2     31/03/2026
                              3     01/04/2026
                              4     -
                Episodes_last CHILD DECOM
                              2     01/06/2025
                """,
        },
    ];

    /// <summary>This year's first and last year's last episode, where they are one and the same.</summary>
    private static (Episode Now, Episode Last)? SameEpisode(Child c) =>
        c.Episodes.First is { } now && c.Last.Episodes.Last is { } last && now.Decom == last.Decom && now.Rne == last.Rne ? (now, last) : null;

    /// <summary>What an episode that went on at 31 March said last year, it must say again.</summary>
    private static Rule<Child> OpenEpisode(
        string code, string field, string what, string differing, Func<Episode, Episode, bool> differs, int from = 2023, int? until = null, string? example = null)
    {
        var year = until ?? 2027;
        string[] different = differing.Split(' ');
        string[] same = (example ?? $"{different[0]} {different[0]}").Split(' ');
        return new(code, field.StartsWith("PL_", StringComparison.Ordinal) ? $"Episodes.{field} Episodes_last.{field}" : "Episodes Episodes_last", field)
        {
            From = from,
            Until = until,
            Message = $"The first episode goes on from last year, but the {what} is another than last year's return says. Correct it in one of the two.",
            Check = c =>
            {
                if (c.OpenLastYear is { } last && c.CarriedOver is { } first && differs(first, last))
                {
                    c.Fail(first);
                }
            },
            Cases = $"""
                year {year}
                Episodes CHILD DECOM {field}
                         1 31/03/{year - 1} {different[0]} !
                         1 01/05/{year - 1} {different[1]}
                         2 31/03/{year - 1} {same[0]}
                         3 31/03/{year - 1} {different[0]}
                         4 01/04/{year - 1} {different[0]}
                         5 31/03/{year - 1} {different[0]} !
                         6 31/03/{year - 1} -
                Episodes_last CHILD DECOM DEC {field}
                         1 31/03/{year - 1} - {different[1]}
                         2 31/03/{year - 1} - {same[1]}
                         3 31/01/{year - 1} 01/03/{year - 1} {different[1]}
                         4 31/03/{year - 1} - {different[1]}
                         5 31/03/{year - 1} - -
                         6 31/03/{year - 1} - -
                """,
        };
    }
}
