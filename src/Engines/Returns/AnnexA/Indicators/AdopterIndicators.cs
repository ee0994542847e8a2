namespace Trellis.Returns.AnnexA;

/// <summary>People who want to adopt, each by themselves: a couple is two.</summary>
internal static class AdopterIndicators
{
    /// <summary>Approved on the first and last day of the twelve months and beside them, matched and not, gone and not.</summary>
    private const string Judged = """
        Adopters Adopter_Identifier Stage_1_Started Approved   Matched    Left       Reason_Left
                 1                  01/01/2025      31/03/2025 -          -          -            !APPROVED !WAITING
                 2                  01/01/2025      30/03/2025 -          -          -            !WAITING
                 3                  01/10/2025      31/03/2026 31/03/2026 -          -            !APPROVED
                 4                  01/10/2025      01/04/2026 -          -          -
                 5                  01/10/2025      -          -          31/03/2026 withdrew     !LEFT-withdrew
                 6                  -               01/12/2025 01/04/2026 -          -            !APPROVED !WAITING
                 7                  01/05/2025      01/12/2025 -          01/01/2026 on-hold      !APPROVED !LEFT-on-hold
                 8                  01/05/2024      01/12/2024 -          30/03/2025 refused
                 9                  01/05/2025      -          -          01/02/2026 -            !LEFT-not-known
        """;

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        new("annex-a.adopters.approved", "Adopters approved in the twelve months", IndicatorList.Guidance)
        {
            Tables = "Adopters.Approved",
            Unit = Unit.Events,
            CountList = (r, tally) =>
            {
                foreach (var a in r.Adopters)
                {
                    if (r.IsInTwelveMonths(a.Approved))
                    {
                        tally.Add(a);
                    }
                }
            },
            Cases = Marked("!APPROVED", "!"),
        },
        new("annex-a.adopters.days-to-approval", "Days from the start of stage 1 to approval, on average of the adopters approved in the twelve months", IndicatorList.Guidance)
        {
            Tables = "Adopters.Stage_1_Started Adopters.Approved",
            Unit = Unit.Days,
            CountList = (r, tally) =>
            {
                foreach (var a in r.Adopters)
                {
                    if (r.IsInTwelveMonths(a.Approved) && a.Approved - a.Stage1Started is >= 0 and var days)
                    {
                        tally.AddAmount(a, days);
                    }
                }
            },
            Cases = """
                Adopters Adopter_Identifier Stage_1_Started Approved
                         1                  01/01/2025      31/03/2025  !89
                         2                  01/01/2025      30/03/2025
                         3                  31/03/2026      31/03/2026  !0
                         4                  01/10/2025      01/04/2026
                         5                  -               01/12/2025
                         6                  02/12/2025      01/12/2025
                         7                  01/10/2025      01/12/2025  !61
                """,
        },
        new("annex-a.adopters.waiting", "Approved adopters who were not yet matched with a child", IndicatorList.Guidance)
        {
            Tables = "Adopters.Approved Adopters.Matched Adopters.Left",
            Unit = Unit.Events,
            CountList = (r, tally) =>
            {
                foreach (var a in r.Adopters)
                {
                    if (a.Approved <= r.AsAt && (a.Matched.IsEmpty || a.Matched > r.AsAt) && (a.Left.IsEmpty || a.Left > r.AsAt))
                    {
                        tally.Add(a);
                    }
                }
            },
            Cases = Marked("!WAITING", "!"),
        },
        new("annex-a.adopters.left", "Adopters who left the process in the twelve months by reason", IndicatorList.Guidance)
        {
            Tables = "Adopters.Left Adopters.Reason_Left",
            Unit = Unit.Events,
            Groups =
            [
                Group.Of("withdrew", "Withdrew", "withdrew"), Group.Of("on-hold", "Process put on hold", "on-hold"), Group.Of("refused", "Application refused", "refused"), Group.Rest("not-known", "Not known"),
            ],
            CountList = (r, tally) =>
            {
                foreach (var a in r.Adopters)
                {
                    if (r.IsInTwelveMonths(a.Left))
                    {
                        tally.AddBy(a, a.ReasonLeft);
                    }
                }
            },
            Cases = Marked("!LEFT-", "!"),
        },
    ];

    /// <summary>The cases with the marks of one indicator alone.</summary>
    private static string Marked(string mark, string by) => string.Join('\n', Judged.Split('\n').Select(line =>
        string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w[0] != '!' || w.StartsWith(mark, StringComparison.Ordinal)).Select(w => w.Replace(mark, by, StringComparison.Ordinal)))));
}
