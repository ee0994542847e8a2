namespace Trellis.Returns.AnnexA;

/// <summary>Children looked after.</summary>
internal static class CareIndicators
{
    private const int Many = 3;

    /// <summary>Who is looked after on the day: in and out before, ending on the day and after it, a second time in care.</summary>
    private const string InCare = """
        LookedAfter Child_Unique_ID Started     Ceased      WHAT
                    1               31/03/2026  -           ONE
                    2               01/05/2025  31/03/2026  one
                    3               01/05/2025  01/04/2026  TWO
                    4               01/04/2026  -           one
                    5               01/05/2024  01/12/2025  two
                    5               01/01/2026  -           ONE
                    6               01/05/2020  -           NONE
                    7               01/05/2020  -           TWO
        """;

    /// <summary>Days in the six months and beside them.</summary>
    private const string Times = """
        LookedAfter Child_Unique_ID STARTED     CEASED
                    1               30/09/2025  -           !
                    2               29/09/2025  -
                    3               31/03/2026  -           !
                    4               01/04/2026  -
                    5               01/12/2025  -           !
                    5               -           01/11/2025
                    6               -           -
        """;

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        ByStatus("annex-a.looked-after", "Children looked after by legal status", "Legal_Status", x => x.LegalStatus,
            [
                Group.Of("interim", "Interim care orders", "interim"), Group.Of("full", "Full care orders", "full"), Group.Of("adoption", "Placement orders, and freed for adoption", "placement-order freed"),
                Group.Of("agreement", "Voluntary agreements under section 20", "agreement"), Group.Of("protection", "Detained for child protection", "protection"), Group.Of("justice", "Youth justice", "justice"),
                Group.Rest("not-known", "Not known"),
            ],
            ("full", "full"), ("placement-order", "adoption")),
        ByStatus("annex-a.looked-after.by-placement", "Children looked after by placement", "Placement_Type", x => x.Placement,
            [
                Group.Of("foster", "Foster placements", "foster"), Group.Of("adoption", "Placed for adoption", "adoption"), Group.Of("parents", "Placed with parents", "parents"),
                Group.Of("homes", "Children's homes and secure children's homes", "homes secure"), Group.Of("supported", "Supported accommodation and living independently", "supported independent"),
                Group.Of("residential", "Other residential settings", "residential-care health mother-and-baby custody"), Group.Of("schools", "Residential schools", "schools"),
                Group.Of("employment", "Residential employment", "employment"), Group.Of("temporary", "Temporary placements", "temporary"), Group.Of("other", "Other placements", "other"), Group.Rest("not-known", "Not known"),
            ],
            ("foster", "foster"), ("secure", "homes")),
        new("annex-a.looked-after.three-placements", "Children looked after with three or more placements in 12 months", IndicatorList.Guidance)
        {
            Tables = "LookedAfter.Placements_in_12_Months",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                if (Open(c) is { } x)
                {
                    tally.Add(x, x.Placements >= Many);
                }
            },
            Cases = Shares("Placements_in_12_Months", "3", "2"),
        },
        new("annex-a.looked-after.missing", "Children looked after who were missing from their placement at least once in 12 months", IndicatorList.Guidance)
        {
            Tables = "LookedAfter.Missing_in_12_Months",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                if (Open(c) is { } x)
                {
                    tally.Add(x, x.TimesMissing > 0);
                }
            },
            Cases = Shares("Missing_in_12_Months", "1", "0"),
        },
        new("annex-a.looked-after.started", "Children who started to be looked after in the six months", IndicatorList.Guidance)
        {
            Tables = "LookedAfter",
            Unit = Unit.Events,
            Count = (c, tally) =>
            {
                foreach (var x in c.LookedAfter)
                {
                    if (c.IsRecent(x.Start))
                    {
                        tally.Add(x);
                    }
                }
            },
            Cases = Times.Replace("STARTED", "Started", StringComparison.Ordinal).Replace("CEASED", "Ceased", StringComparison.Ordinal),
        },
        new("annex-a.looked-after.ceased", "Children who ceased to be looked after in the six months", IndicatorList.Guidance)
        {
            Tables = "LookedAfter",
            Unit = Unit.Events,
            Count = (c, tally) =>
            {
                foreach (var x in c.LookedAfter)
                {
                    if (c.IsRecent(x.Ceased))
                    {
                        tally.Add(x);
                    }
                }
            },
            Cases = Times.Replace("STARTED", "Ceased", StringComparison.Ordinal).Replace("CEASED", "Started", StringComparison.Ordinal),
        },
    ];

    private static LookedAfter? Open(Child c) => c.LookedAfter.LastWhere(x => c.IsOpen(x.Start, x.Ceased));

    private static Indicator<Child> ByStatus(string code, string title, string column, Func<LookedAfter, Code> by, Group[] groups, (string Code, string Group) one, (string Code, string Group) two) => new(code, title, IndicatorList.Guidance)
    {
        Tables = $"LookedAfter.{column}",
        Groups = groups,
        Count = (c, tally) =>
        {
            if (Open(c) is { } x)
            {
                tally.AddBy(x, by(x));
            }
        },
        Cases = InCare.Replace("WHAT", column, StringComparison.Ordinal)
            .Replace("NONE", "-  !not-known", StringComparison.Ordinal)
            .Replace("ONE", $"{one.Code}  !{one.Group}", StringComparison.Ordinal).Replace("TWO", $"{two.Code}  !{two.Group}", StringComparison.Ordinal)
            .Replace("  one", $"  {one.Code}", StringComparison.Ordinal).Replace("  two", $"  {two.Code}", StringComparison.Ordinal),
    };

    private static string Shares(string column, string enough, string tooFew) => InCare.Replace("WHAT", column, StringComparison.Ordinal)
        .Replace("NONE", "-  .", StringComparison.Ordinal)
        .Replace("ONE", $"{enough}  !", StringComparison.Ordinal).Replace("TWO", $"{tooFew}  .", StringComparison.Ordinal)
        .Replace("  one", $"  {enough}", StringComparison.Ordinal).Replace("  two", $"  {tooFew}", StringComparison.Ordinal);
}
