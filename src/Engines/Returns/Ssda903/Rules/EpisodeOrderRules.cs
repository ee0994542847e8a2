namespace Trellis.Returns.Ssda903;

/// <summary>How the episodes of a child follow each other within the year.</summary>
internal static class EpisodeOrderRules
{
    private static readonly CodeSet DiedOrGrownUp = CodeSet.Of("E2 E15");
    private static readonly CodeSet PlacementOnly = CodeSet.Of("P T");
    private static readonly CodeSet PlacementAndStatus = CodeSet.Of("B U");
    private static readonly Code StatusOnly = Code.Of("L");
    private static readonly Code Absconded = Code.Of("E8");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("142", "Episodes", "DEC REC")
        {
            Message = "A later episode has begun, so this one is over, but the day or the reason why it ceased is missing. Enter both.",
            Check = c => c.Episodes.FailWhereNext((e, next) => next.Decom.IsDay && (e.Dec.IsEmpty || e.Rec.IsEmpty)),
            Cases = """
                Episodes CHILD DECOM       DEC         REC
                         1     01/06/2026  -           X1  !
                         1     01/07/2026  -           -
                         2     01/07/2026  -           -
                         2     01/06/2026  01/07/2026  -   !
                         3     01/06/2026  01/07/2026  X1
                         3     01/07/2026  -           -
                         4     01/06/2026  -           -
                         4     -           -           -
                """,
        },
        new("199", "Episodes", "CHILD")
        {
            Message = "The child was adopted from care before this episode began. Give the child a new identifier, or correct the reason why the earlier episode ceased.",
            Check = c =>
            {
                var now = c.Episodes.FirstWhere(e => e.Rec.IsIn(Codes.Adopted))?.Decom ?? default;
                var before = c.Last.Episodes.FirstWhere(e => e.Rec.IsIn(Codes.Adopted))?.Decom ?? default;
                c.Episodes.FailWhere((now, before), (e, adopted) => e.Decom > adopted.now || e.Decom > adopted.before);
            },
            Cases = """
                Episodes      CHILD DECOM       REC
                              1     01/06/2026  E12
                              1     01/07/2026  -    !
                              2     01/06/2026  X1
                              2     01/07/2026  E11
                              3     01/06/2026  -    !
                              4     01/06/2025  E12
                Episodes_last CHILD DECOM       REC
                              3     01/06/2025  E11
                              4     01/06/2025  E12
                """,
        },
        new("357", "Episodes", "RNE")
        {
            Message = "The child's first episode began in this year, so it began to be looked after then, but the reason for the episode is not S. Correct the reason, or add the episode before it.",
            Check = c =>
            {
                if (c.Episodes.First is { } first && first.Decom >= c.Year.Start && first.Rne != Codes.Started)
                {
                    c.Fail(first);
                }
            },
            Cases = """
                Episodes CHILD DECOM       RNE
                         1     01/04/2026  L   !
                         1     01/05/2026  P
                         2     01/04/2026  S
                         3     31/03/2026  P
                         4     01/05/2026  -   !
                         5     -           P
                """,
        },
        new("388", "Episodes", "REC")
        {
            Message = "The episode ceased because the next one began (X1), but none begins on that day; or the next one begins on that day, but the reason is another. Correct the reason or the dates.",
            Check = c =>
            {
                c.Episodes.FailWhereNext((e, next) => (e.Rec == Codes.NextEpisode) != (next.Decom == e.Dec));
                if (c.Episodes.Last is { } last && last.Rec == Codes.NextEpisode)
                {
                    c.Fail(last);
                }
            },
            Cases = """
                Episodes CHILD DECOM       DEC         REC
                         1     01/05/2026  01/06/2026  X1
                         1     01/06/2026  01/07/2026  X1  !
                         2     01/05/2026  01/06/2026  X1  !
                         2     02/06/2026  -           -
                         3     01/05/2026  -           X1  !
                         4     01/05/2026  01/06/2026  E4A
                         5     01/05/2026  01/06/2026  E4A  !
                         5     01/06/2026  -           -
                """,
        },
        new("431", "Episodes", "RNE DECOM")
        {
            Message = "The reason for the episode is that the child began to be looked after, but the episode before it had not ceased before that day. Correct the reason or one of the dates.",
            Check = c => c.Episodes.FailWherePrevious((e, before) => e.Rne == Codes.Started && e.Decom <= before.Dec),
            Cases = """
                Episodes CHILD DECOM       DEC         RNE
                         1     01/05/2026  01/06/2026  S
                         1     01/06/2026  -           S   !
                         2     01/05/2026  01/06/2026  S
                         2     02/06/2026  -           S
                         3     01/05/2026  01/06/2026  S
                         3     01/06/2026  -           P
                         4     01/05/2026  01/06/2026  S
                         4     31/05/2026  -           S   !
                """,
        },
        new("432", "Episodes", "RNE")
        {
            Message = "The child ceased to be looked after at the end of the episode before, so this one must begin with S. Correct this reason, or the reason why the other episode ceased.",
            Check = c => c.Episodes.FailWherePrevious((e, before) => before.Rec.IsGiven && before.Rec != Codes.NextEpisode && e.Rne.IsGiven && e.Rne != Codes.Started),
            Cases = """
                Episodes CHILD DECOM       REC  RNE
                         1     01/05/2026  E4A  S
                         1     01/07/2026  -    P   !
                         2     01/05/2026  X1   S
                         2     01/07/2026  -    P
                         3     01/05/2026  E4A  S
                         3     01/07/2026  E4A  S
                         3     01/08/2026  -    L   !
                """,
        },
        new("433", "Episodes", "RNE DECOM")
        {
            Message = "The reason for the episode says that it goes on from the one before, but it does not begin on the day on which that one ceased. Correct the reason or one of the dates.",
            Check = c => c.Episodes.FailWherePrevious((e, before) => e.Rne.IsIn(Codes.Continued) && e.Decom.IsDay && !(e.Decom == before.Dec)),
            Cases = """
                Episodes CHILD DECOM       DEC         RNE
                         1     01/05/2026  01/06/2026  S
                         1     01/06/2026  -           P
                         2     01/05/2026  01/06/2026  S
                         2     02/06/2026  -           P   !
                         3     01/05/2026  -           S
                         3     02/06/2026  -           L   !
                         4     02/06/2026  -           L
                         5     01/05/2026  01/06/2026  S
                         5     02/06/2026  -           S
                """,
        },
        new("434", "Episodes", "RNE LS PLACE PL_POST URN PLACE_PROVIDER")
        {
            Message = "The reason for the episode is that only the legal status changed, but the status is the same as before or the placement is another. Correct the reason or the episode.",
            Check = c => c.Episodes.FailWherePrevious((e, before) => e.Rne == StatusOnly && (e.Ls == before.Ls || !e.IsPlacedAs(before))),
            Cases = """
                Episodes CHILD DECOM       RNE LS  PLACE PL_POST  URN PLACE_PROVIDER
                         1     01/05/2026  S   V2  U4    AB1_0JD  1   PR1
                         1     01/06/2026  L   C1  U4    AB1_0JD  1   PR1
                         1     01/07/2026  L   C1  U4    AB1_0JD  1   PR1             !
                         1     01/08/2026  L   C2  U4    AB1_0JE  1   PR1             !
                         2     01/08/2026  L   C2  U4    AB1_0JE  -   PR1
                         2     01/09/2026  L   C1  U4    AB1_0JE  -   PR1
                """,
        },
        new("435", "Episodes", "LS PLACE PL_POST URN PLACE_PROVIDER")
        {
            Message = "The reason for the episode is that only the placement changed, but the placement is the same as before or the legal status is another. Correct the reason or the episode.",
            Check = c => c.Episodes.FailWherePrevious((e, before) => e.Rne.IsIn(PlacementOnly) && (e.Ls != before.Ls || e.IsPlacedAs(before))),
            Cases = """
                Episodes CHILD DECOM       RNE LS  PLACE PL_POST  URN PLACE_PROVIDER
                         1     01/05/2026  S   V2  U4    AB1_0JD  1   PR1
                         1     01/06/2026  P   V2  U6    AB1_0JD  1   PR1
                         1     01/07/2026  P   V2  U6    AB1_0JD  1   PR1             !
                         1     01/08/2026  T   C2  U6    AB1_0JE  1   PR1             !
                         1     01/09/2026  T   C2  U6    AB1_0JE  1   PR4
                """,
        },
        new("436", "Episodes", "RNE LS PLACE PL_POST URN PLACE_PROVIDER")
        {
            Message = "The reason for the episode is that the placement and the legal status changed, but one of them or both are as before. Correct the reason or the episode.",
            Check = c => c.Episodes.FailWherePrevious((e, before) => e.Rne.IsIn(PlacementAndStatus) && (e.Ls == before.Ls || e.IsPlacedAs(before))),
            Cases = """
                Episodes CHILD DECOM       RNE LS  PLACE PL_POST  URN PLACE_PROVIDER
                         1     01/05/2026  S   V2  U4    AB1_0JD  1   PR1
                         1     01/06/2026  B   C1  U6    AB1_0JD  1   PR1
                         1     01/07/2026  U   C2  U6    AB1_0JD  1   PR1             !
                         1     01/08/2026  B   C2  U6    AB1_0JE  1   PR1             !
                         2     01/08/2026  B   C2  U6    AB1_0JE  1   PR1
                """,
        },
        new("437", "Episodes", "REC")
        {
            Message = "The child died or moved to adult care at the end of this episode, yet another follows. Correct the reason why it ceased, or take the later episode out.",
            Check = c => c.Episodes.FailWhereNext((e, _) => e.Rec.IsIn(DiedOrGrownUp)),
            Cases = """
                Episodes CHILD DECOM       REC
                         1     01/05/2026  E2   !
                         1     01/06/2026  E15
                         2     01/05/2026  X1
                         2     01/06/2026  E2
                """,
        },
        new("501", "Episodes", "DECOM DEC")
        {
            Message = "The episode begins before the one before it has ceased. Correct one of the two dates.",
            Check = c => c.Episodes.FailWherePrevious((e, before) => e.Decom < before.Dec),
            Cases = """
                Episodes CHILD DECOM       DEC
                         1     01/05/2026  01/06/2026
                         1     01/06/2026  01/07/2026
                         1     30/06/2026  -           !
                         2     01/05/2026  -
                         2     01/06/2026  -
                """,
        },
        new("504", "Episodes", "CIN")
        {
            Message = "The category of need changed from the episode before. It stays what it was when the child began to be looked after: correct it in one of the two.",
            Check = c => c.Episodes.FailWherePrevious((e, before) => e.Rne.IsIn(Codes.Continued) && e.Decom == before.Dec && e.Cin != before.Cin),
            Cases = """
                Episodes CHILD DECOM       DEC         RNE CIN
                         1     01/05/2026  01/06/2026  S   N1
                         1     01/06/2026  01/07/2026  P   N1
                         1     01/07/2026  -           L   N4   !
                         2     01/05/2026  01/06/2026  S   N1
                         2     01/06/2026  -           S   N2
                         3     01/05/2026  01/06/2026  S   N1
                         3     02/06/2026  -           P   N2
                         4     01/05/2026  -           L   N1
                """,
        },
        new("580", "Episodes Missing", "REC")
        {
            Message = "The child was missing on the day on which it ceased to be looked after, but the reason is not that it absconded (E8). Correct the reason or the end of the time missing.",
            Check = c =>
            {
                foreach (var e in c.Episodes)
                {
                    if (!e.Rec.IsGiven || e.Rec == Absconded || e.Rec == Codes.NextEpisode)
                    {
                        continue;
                    }

                    foreach (var m in c.Missing)
                    {
                        if (m.MisEnd == e.Dec)
                        {
                            c.Fail(e);
                        }
                    }
                }
            },
            Cases = """
                Episodes CHILD DEC         REC
                         1     01/06/2026  E4A  !
                         2     01/06/2026  E8
                         3     01/06/2026  X1
                         4     01/06/2026  E4A
                         5     -           -
                Missing  CHILD MIS_END
                         1     01/06/2026
                         2     01/06/2026
                         3     01/06/2026
                         4     31/05/2026
                         5     -
                """,
        },
    ];
}
