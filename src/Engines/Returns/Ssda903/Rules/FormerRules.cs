namespace Trellis.Returns.Ssda903;

/// <summary>Rules that held in earlier years and do no longer.</summary>
internal static class FormerRules
{
    private static readonly Code Independent = Code.Of("P2");
    private static readonly Code SemiIndependent = Code.Of("H5");
    private static readonly Code Freed = Code.Of("D1");

    /// <summary>The last day on which a child could be freed for adoption.</summary>
    private static readonly Day LastFreeing = new(2005, 12, 31);

    /// <summary>From here on supported accommodation is registered, and independent living no placement.</summary>
    private static readonly Day Registered = new(2023, 10, 28);

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("217t", "Episodes", "PLACE DECOM")
        {
            From = 2024,
            Until = 2024,
            Message = "Independent living (P2) is no placement after 28 October 2023. Enter the placement as it is called since then, or the day on which it ceased.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Place == Independent && (e.Dec.IsEmpty || e.Dec > Registered)),
            Cases = """
                Episodes PLACE DEC
                         P2    28/10/2023
                         P2    29/10/2023  !
                         P2    -           !
                         U1    -
                """,
        },
        new("230", "Episodes", "PLACE DEC URN")
        {
            From = 2024,
            Until = 2024,
            Message = "Semi-independent living in England (H5) needs Ofsted's reference number after 28 October 2023. Enter it.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Place == SemiIndependent && (e.Dec.IsEmpty || e.Dec > Registered) && (e.Urn.IsEmpty || e.Urn == Codes.NoUrn) && IsInEngland(e)),
            Cases = """
                Episodes PLACE DEC        PL_LA     URN
                         H5    -          E06000009 SC123456
                         H5    -          E06000009 -         !
                         H5    29/10/2023 E06000009 XXXXXXX   !
                         H5    28/10/2023 E06000009 -
                         H5    -          SCO       -
                         U1    -          E06000009 -
                """,
        },
        IndependentLiving(15, 2023, 2023),
        IndependentLiving(16, 2024, 2024),
        new("445", "Episodes", "LS DECOM")
        {
            Until = 2024,
            Message = "A child cannot be freed for adoption (D1) after December 2005. Correct the legal status or the start of the episode.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Ls == Freed && e.Decom > LastFreeing),
            Cases = """
                Episodes LS DECOM
                         D1 31/12/2005
                         D1 01/01/2006  !
                         C1 01/01/2006
                         D1 -
                """,
        },
        new("451", "Episodes", "DEC REC LS")
        {
            Until = 2024,
            Message = "The child is still recorded as freed for adoption (D1), which nobody could be since December 2005. Correct the legal status, or end the episode.",
            CheckRows = r => r.Episodes.FailWhere(e => e.Ls == Freed && e.Dec.IsEmpty && e.Rec.IsEmpty),
            Cases = """
                Episodes LS DEC        REC
                         D1 -          -    !
                         D1 01/05/2023 E11
                         D1 -          E11
                         C1 -          -
                """,
        },
        new("556", "Episodes PlacedAdoption", "DATE_PLACED DECOM")
        {
            Until = 2024,
            Message = "The decision to place the child for adoption is later than the day on which it was freed (D1). Correct one of the two dates.",
            Check = c => c.Episodes.FailWhereAny(c.PlacedAdoption, (e, placed) => e.Ls == Freed && placed.DatePlaced > e.Decom),
            Cases = """
                Episodes       CHILD LS DECOM
                               1     D1 01/05/2005  !
                               2     D1 01/05/2005
                               3     C1 01/05/2005
                PlacedAdoption CHILD DATE_PLACED
                               1     02/05/2005
                               2     01/05/2005
                               3     02/05/2005
                """,
        },
        new("SW01STG1", "SWEpisodes Episodes", "SW_ID SW_DECOM SW_REASON")
        {
            From = 2024,
            Until = 2024,
            Message = "The child is looked after at 31 March, and its social worker episode lacks the worker, the start or the reason. Complete it.",
            Check = c =>
            {
                if (c.Episodes.IsEmpty || c.Episodes.Any(e => e.Dec.IsEmpty && !e.Ls.IsIn(Codes.ShortBreaks)))
                {
                    c.SwEpisodes.FailWhere(s => s.SwId.IsEmpty || s.SwDecom.IsEmpty || s.SwReason.IsEmpty);
                }
            },
            Cases = """
                SWEpisodes CHILD SW_ID SW_DECOM   SW_REASON
                           1     SW1   01/05/2023 CHCHAN
                           2     -     01/05/2023 CHCHAN     !
                           3     SW1   -          CHCHAN     !
                           4     SW1   01/05/2023 -
                           5     SW1   01/05/2023 -
                Episodes   CHILD DEC        LS
                           1     -          C2
                           2     -          C2
                           3     -          C2
                           4     01/06/2023 C2
                           5     -          V4
                """,
        },
        new("SW11aSTG2", "SWEpisodes", "SW_DEC")
        {
            From = 2024,
            Until = 2024,
            Message = "A social worker episode ended more than five days before the next began, or before 31 March without a next. Add the episode that lacks, or correct the dates.",
            Check = c =>
            {
                foreach (var s in c.SwEpisodes)
                {
                    var soon = s.SwDec.Plus(5);
                    if (soon < c.Year.End && NextAfter(c, s) is var next && !(next?.SwDecom <= soon))
                    {
                        c.Fail(next ?? s);
                    }
                }
            },
            Cases = """
                year 2024
                SWEpisodes CHILD SW_DECOM   SW_DEC
                           1     01/04/2023 25/03/2024
                           1     30/03/2024 -
                           2     01/04/2023 25/03/2024
                           2     31/03/2024 -           !
                           3     01/04/2023 25/03/2024  !
                           4     01/04/2023 26/03/2024
                """,
        },
        new("SW14STG2", "SWEpisodes", "SW_DEC")
        {
            From = 2024,
            Until = 2024,
            Message = "A social worker episode has no end, and another one follows it. Enter the day on which it ended.",
            Check = c => c.SwEpisodes.FailWhereNext((s, _) => s.SwDec.IsEmpty),
            Cases = """
                SWEpisodes CHILD SW_DECOM   SW_DEC
                           1     01/05/2023 -           !
                           1     01/06/2023 -
                           2     01/05/2023 01/06/2023
                           2     01/06/2023 -
                """,
        },
    ];

    private static Rule<Child> IndependentLiving(int age, int from, int until) => new("370", "Episodes Header", "DECOM PLACE")
    {
        From = from,
        Until = until,
        Message = $"A child under {age} is placed in independent living (P2). Correct the placement or the date of birth.",
        Check = c => c.Episodes.FailWhere(c.Dob.PlusYears(age), (e, oldEnough) => e.Place == Independent && e.Decom < oldEnough),
        Cases = $"""
            Header   CHILD DOB
                     1     01/05/2005
            Episodes CHILD DECOM            PLACE
                     1     30/04/{2005 + age} P2     !
                     1     01/05/{2005 + age} P2
                     1     30/04/{2005 + age} U1
            """,
    };

    /// <summary>The social worker episode that ends next after one, or is still open.</summary>
    private static SwEpisode? NextAfter(Child child, SwEpisode one)
    {
        SwEpisode? next = null;
        foreach (var other in child.SwEpisodes)
        {
            if ((other.SwDec > one.SwDec || other.SwDec.IsEmpty) && !(next?.SwDec <= other.SwDec) && !(other.SwDec.IsEmpty && next is not null))
            {
                next = other;
            }
        }

        return next;
    }

    private static bool IsInEngland(Episode episode) => episode.PlLa.IsEmpty || episode.Row.Text(13)[0] is not ((byte)'S' or (byte)'W' or (byte)'N');
}
