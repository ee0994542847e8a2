namespace Trellis.Returns.Ssda903;

/// <summary>Children who went missing, of all who were looked after at any time in the year.</summary>
internal static class MissingIndicators
{
    private const string Judged = """
        Episodes CHILD DECOM       LS DEC
                 1     01/05/2024  C2 -           !
                 2     01/05/2024  C2 -           .
                 3     01/05/2024  C2 01/06/2025  !
                 3     01/06/2025  C2 -
                 4     01/05/2024  V4 -
                 5     01/05/2024  C2 31/03/2025
                 6     01/05/2024  C2 -           .
                 7     01/05/2024  C2 01/04/2025  .
                 8     31/03/2026  C2 -           !
        Missing  CHILD MISSING MIS_START   MIS_END
                 1     KIND    01/05/2025  02/05/2025
                 1     KIND    01/06/2025  02/06/2025
                 2     OTHER   01/05/2025  02/05/2025
                 3     KIND    01/03/2025  01/04/2025
                 4     KIND    01/05/2025  02/05/2025
                 5     KIND    01/03/2025  31/03/2025
                 6     KIND    01/03/2025  31/03/2025
                 6     KIND    01/04/2026  -
                 8     KIND    31/03/2026  -
        """;

    private static readonly Code Missing = Code.Of("M");
    private static readonly Code Away = Code.Of("A");

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        Of("cla.missing", "Children looked after in the year who were missing from their placement at least once", Missing, "M", "A"),
        Of("cla.away", "Children looked after in the year who were away from their placement without authorisation at least once", Away, "A", "M"),
    ];

    private static Indicator<Child> Of(string code, string title, Code kind, string text, string other) => new(code, title, IndicatorList.LookedAfter)
    {
        Tables = "Episodes Missing",
        Unit = Unit.Percentage,
        Count = (c, tally) =>
        {
            if (c.EpisodeInYear is { } e)
            {
                tally.Add(e, c.Missing.Any((Kind: kind, c.Year), (m, w) => m.Kind == w.Kind && m.MisStart <= w.Year.End && (m.MisEnd.IsEmpty || m.MisEnd >= w.Year.Start)));
            }
        },
        Cases = Judged.Replace("KIND", text, StringComparison.Ordinal).Replace("OTHER", other, StringComparison.Ordinal),
    };
}
