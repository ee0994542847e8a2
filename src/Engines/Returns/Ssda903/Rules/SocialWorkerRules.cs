namespace Trellis.Returns.Ssda903;

/// <summary>The times that a child had one social worker.</summary>
internal static class SocialWorkerRules
{
    private static readonly CodeSet Reasons = CodeSet.Of("MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS");

    /// <summary>From this day on a social worker episode has a reason.</summary>
    private static readonly Day ReasonsFrom = new(2023, 4, 1);

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("SW01aSTG1", "SWEpisodes", "SW_DECOM SW_ID")
        {
            From = 2025,
            Message = "The social worker's identifier or the day on which the episode began is missing. Enter both.",
            CheckRows = r => r.SwEpisodes.FailWhere(s => s.SwDecom.IsEmpty || (s.SwDecom < ReasonsFrom && s.SwId.IsEmpty)),
            Cases = """
                SWEpisodes SW_ID SW_DECOM
                           SW1   31/03/2023
                           -     31/03/2023  !
                           SW1   -           !
                           -     01/04/2023
                """,
        },
        new("SW01bSTG1", "SWEpisodes", "SW_DECOM SW_ID SW_REASON")
        {
            From = 2025,
            Message = "The social worker's identifier, the day on which the episode began or the reason for it is missing. Enter all three; the reason is wanted since 1 April 2023.",
            CheckRows = r => r.SwEpisodes.FailWhere(s => s.SwDecom.IsEmpty || (s.SwDecom >= ReasonsFrom && (s.SwId.IsEmpty || s.SwReason.IsEmpty))),
            Cases = """
                SWEpisodes SW_ID SW_DECOM    SW_REASON
                           SW1   01/04/2023  LEFTRL
                           SW1   01/04/2023  -       !
                           -     01/04/2023  LEFTRL  !
                           SW1   -           LEFTRL  !
                           SW1   31/03/2023  -
                """,
        },
        new("SW02STG1", "SWEpisodes", "SW_ID")
        {
            From = 2024,
            Message = "The social worker's identifier begins neither with SW nor with XX. Enter the number of the register, or one with XX where there is none.",
            CheckRows = r => r.SwEpisodes.FailWhere(s => s.SwId.IsGiven && !s.HasRegisterNumber),
            Cases = """
                SWEpisodes SW_ID
                           SW123456
                           XX123456
                           sw123456  !
                           123456    !
                           S         !
                           -
                """,
        },
        new("SW04STG1", "SWEpisodes", "SW_DECOM")
        {
            From = 2024,
            Message = "The day on which the social worker episode began is no date. Enter it as day, month and year.",
            CheckRows = r => r.SwEpisodes.FailWhere(s => s.HasBadStart),
            Cases = """
                SWEpisodes SW_DECOM
                           01/05/2026
                           31/06/2026  !
                           May_2026    !
                           ZZ/ZZ/ZZZZ
                           -
                """,
        },
        new("SW05STG1", "SWEpisodes", "SW_DEC")
        {
            From = 2024,
            Message = "The day on which the social worker episode ended is no date. Enter it as day, month and year, or leave it empty while the episode goes on.",
            CheckRows = r => r.SwEpisodes.FailWhere(s => s.HasBadEnd),
            Cases = """
                SWEpisodes SW_DEC
                           01/05/2026
                           31/06/2026  !
                           open        !
                           01/05/ZZZZ
                           -
                """,
        },
        new("SW06STG2", "SWEpisodes", "SW_DECOM")
        {
            From = 2024,
            Message = "The social worker episode begins after the end of the collection year. Correct the date, or leave the episode to next year's return.",
            CheckRows = r => r.SwEpisodes.FailWhere(r.Year, (s, year) => s.SwDecom > year.End),
            Cases = """
                SWEpisodes SW_DECOM
                           31/03/2027
                           01/04/2027  !
                           -
                """,
        },
        new("SW07STG2", "SWEpisodes", "SW_DEC")
        {
            From = 2024,
            Until = 2024,
            Message = "The social worker episode ended outside the collection year. Correct the date, or take the episode out.",
            CheckRows = r => r.SwEpisodes.FailWhere(r.Year, (s, year) => s.SwDec < year.Start || s.SwDec > year.End),
            Cases = """
                SWEpisodes SW_DEC
                           31/03/2023  !
                           01/04/2023
                           31/03/2024
                           01/04/2024  !
                           -
                """,
        },
        new("SW07STG2", "SWEpisodes", "SW_DEC")
        {
            From = 2025,
            Message = "The social worker episode ended after the collection year or before the year that precedes it. Correct the date, or take the episode out.",
            CheckRows = r => r.SwEpisodes.FailWhere(r.Year, (s, year) => s.SwDec < year.Start.PlusYears(-1) || s.SwDec > year.End),
            Cases = """
                SWEpisodes SW_DEC
                           31/03/2025  !
                           01/04/2025
                           31/03/2027
                           01/04/2027  !
                           -
                """,
        },
        new("SW08STG2", "SWEpisodes", "SW_DEC")
        {
            From = 2024,
            Message = "A later social worker episode has begun, so this one is over, but the day on which it ended is missing. Enter it.",
            Check = c => c.SwEpisodes.FailWhereNext((s, next) => next.SwDecom.IsDay && s.SwDec.IsEmpty),
            Cases = """
                SWEpisodes CHILD SW_DECOM    SW_DEC
                           1     01/06/2026  -           !
                           1     01/07/2026  -
                           2     01/07/2026  -
                           2     01/06/2026  01/07/2026
                           3     01/06/2026  -
                           3     -           -
                """,
        },
        new("SW09STG2", "SWEpisodes", "SW_DECOM SW_DEC")
        {
            From = 2024,
            Message = "The social worker episode begins and ends on the same day. Check both dates; what lasted less than a day is no episode.",
            CheckRows = r => r.SwEpisodes.FailWhere(s => s.SwDecom == s.SwDec),
            Cases = """
                SWEpisodes SW_DECOM    SW_DEC
                           01/06/2026  01/06/2026  !
                           01/06/2026  02/06/2026
                           01/06/2026  -
                           -           -
                """,
        },
        new("SW10STG2", "SWEpisodes", "SW_DECOM")
        {
            From = 2024,
            Message = "The social worker episode begins before the one before it has ended. Correct one of the two dates.",
            Check = c => c.SwEpisodes.FailWherePrevious((s, before) => s.SwDecom < before.SwDec),
            Cases = """
                SWEpisodes CHILD SW_DECOM    SW_DEC
                           1     01/05/2026  01/06/2026
                           1     01/06/2026  01/07/2026
                           1     30/06/2026  -           !
                           2     01/05/2026  -
                           2     01/06/2026  -
                """,
        },
        new("SW11bSTG2", "SWEpisodes", "SW_DEC")
        {
            From = 2024,
            Message = "The child's last social worker episode ended in the last five days before 31 March, and none follows. Add the next one, or correct the end.",
            Check = c =>
            {
                var end = default(Day);
                foreach (var s in c.SwEpisodes)
                {
                    end = s.SwDec < end ? end : s.SwDec.IsDay ? s.SwDec : end;
                }

                if (end >= c.Year.End.Plus(-5) && end < c.Year.End && !c.SwEpisodes.Any(s => s.SwDecom.IsDay && s.SwDec.IsEmpty))
                {
                    c.Fail(c.SwEpisodes.Last);
                }
            },
            Cases = """
                SWEpisodes CHILD SW_DECOM    SW_DEC
                           1     01/06/2026  26/03/2027  !
                           2     01/06/2026  25/03/2027
                           3     01/06/2026  31/03/2027
                           4     01/06/2026  27/03/2027
                           4     27/03/2027  -
                           5     01/06/2026  01/07/2026
                           5     01/07/2026  30/03/2027  !
                """,
        },
        new("SW12STG2", "SWEpisodes Episodes", "SW_DECOM")
        {
            From = 2024,
            Until = 2024,
            Message = "No social worker episode of the child begins in this time in care. Add the social workers of the whole year.",
            Check = c => FailWithoutWorker(c, c.Year.Start, c.Year.End),
            Cases = """
                Episodes   CHILD DECOM       DEC         REC RNE LS
                           1     01/06/2023  -           -   S   C1  !
                           2     01/06/2023  -           -   S   C1
                           3     01/06/2023  -           -   S   V3
                           4     01/06/2022  31/03/2023  E4A S   C1
                SWEpisodes CHILD SW_DECOM
                           2     01/06/2023
                """,
        },
        new("SW12STG2", "SWEpisodes Episodes", "SW_DECOM")
        {
            From = 2025,
            Message = "No social worker episode of the child begins in this time in care. Add the social workers of this year and the one before.",
            Check = c => FailWithoutWorker(c, c.Year.Start.PlusYears(-1), c.Year.End),
            Cases = """
                Episodes   CHILD DECOM       DEC         REC RNE LS
                           1     01/06/2026  01/07/2026  X1  S   C1  !
                           1     01/07/2026  01/08/2026  X1  P   C1
                           1     01/08/2026  -           -   P   C1  !
                           2     01/06/2026  -           -   S   C1
                           3     01/06/2026  -           -   S   V3
                           4     01/06/2024  31/03/2025  E4A S   C1
                           5     01/06/2024  01/04/2025  E4A S   C1  !
                SWEpisodes CHILD SW_DECOM
                           2     01/06/2026
                """,
        },
        new("SW13STG1", "SWEpisodes", "SW_REASON")
        {
            From = 2024,
            Message = "The reason for the change of social worker is not a code of the list. Enter one of the codes.",
            CheckRows = r => r.SwEpisodes.FailWhere(s => s.SwReason.IsGivenOutside(Reasons)),
            Cases = """
                SWEpisodes SW_REASON
                           MANAGE
                           manage  !
                           OTHER   !
                           -
                """,
        },
        new("SW17STG2", "SWEpisodes", "SW_DEC SW_DECOM")
        {
            From = 2026,
            Message = "All social worker episodes of the child have ended, so it had no social worker at 31 March. Add the one that was open, or take a wrong end out.",
            Check = c =>
            {
                if (!c.SwEpisodes.Any(s => s.SwDec.IsEmpty))
                {
                    c.Fail(c.SwEpisodes.Last);
                }
            },
            Cases = """
                SWEpisodes CHILD SW_DECOM    SW_DEC
                           1     01/06/2026  01/07/2026
                           1     01/07/2026  01/08/2026  !
                           2     01/06/2026  01/07/2026
                           2     01/07/2026  -
                """,
        },
    ];

    /// <summary>The first and the last episode of a time in care that reached into the days from one to another fail when no social worker began since it began.</summary>
    private static void FailWithoutWorker(Child c, Day from, Day to)
    {
        foreach (var e in c.Episodes)
        {
            var isEdge = e.Rne == Codes.Started || e.Rec != Codes.NextEpisode;
            if (!isEdge || e.IsShortBreak || !(e.Dec.IsEmpty || e.Dec.IsWithin(from, to)))
            {
                continue;
            }

            var hasWorker = false;
            foreach (var s in c.SwEpisodes)
            {
                hasWorker |= s.SwDecom >= e.Decom;
            }

            if (!hasWorker)
            {
                c.Fail(e);
            }
        }
    }
}
