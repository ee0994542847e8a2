namespace Trellis.Returns.Ssda903;

/// <summary>Children who started or ceased to be looked after in the year. Each is counted once: with the first start, with the last end.</summary>
internal static class StartAndEndIndicators
{
    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        new("cla.started", "Children who started to be looked after in the year", IndicatorList.LookedAfter)
        {
            Tables = "Episodes.RNE",
            Count = (c, tally) =>
            {
                foreach (var e in c.Episodes)
                {
                    if (e.Rne == Codes.Started && !e.IsShortBreak && e.Decom.IsWithin(c.Year.Start, c.Year.End))
                    {
                        tally.Add(e);
                        break;
                    }
                }
            },
            Cases = """
                Episodes CHILD DECOM       RNE LS DEC         REC
                         1     01/04/2025  S   V2 -           -    !
                         2     31/03/2025  S   V2 -           -
                         3     31/03/2026  S   C1 -           -    !
                         4     01/05/2025  S   V3 -           -
                         5     01/05/2025  S   V2 02/06/2025  E4A  !
                         5     01/07/2025  S   V2 -           -
                         6     01/05/2025  S   V4 01/06/2025  E8
                         6     01/06/2025  S   V2 -           -    !
                         7     01/05/2024  S   V2 01/06/2025  X1
                         7     01/06/2025  L   C2 -           -
                         8     01/05/2025  S   L1 01/05/2025  E4A  !
                         9     01/04/2026  S   C1 -           -
                """,
        },
        new("cla.ceased", "Children who ceased to be looked after in the year", IndicatorList.LookedAfter)
        {
            Tables = "Episodes.REC",
            Count = (c, tally) =>
            {
                if (c.Episodes.LastWhere(e => !e.IsShortBreak && e.Rec != Codes.NextEpisode && e.Dec.IsWithin(c.Year.Start, c.Year.End)) is { } e)
                {
                    tally.Add(e);
                }
            },
            Cases = """
                Episodes CHILD DECOM       RNE LS DEC         REC
                         1     01/05/2024  S   V2 31/03/2026  E4A  !
                         2     01/05/2024  S   V2 31/03/2025  E4A
                         3     01/05/2024  S   V2 01/04/2025  E4A  !
                         4     01/05/2024  S   V3 01/06/2025  E4A
                         5     01/05/2024  S   V2 02/06/2025  E4A
                         5     01/07/2025  S   V2 01/08/2025  E11  !
                         6     01/05/2024  S   V2 01/06/2025  X1
                         6     01/06/2025  L   C2 -           -
                         7     01/05/2024  S   V2 01/06/2025  E4A  !
                         7     01/07/2025  S   V2 -           -
                         8     01/05/2025  S   L1 01/05/2025  E4A  !
                         9     01/05/2024  S   V2 01/06/2025  E3   !
                         10    01/05/2024  S   V2 01/04/2026  E4A
                """,
        },
    ];
}
