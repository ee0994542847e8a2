namespace Trellis.Returns.Cin;

/// <summary>Section 47 enquiries and initial child protection conferences.</summary>
internal static class ConferenceIndicators
{
    private const int InTime = 15;

    /// <summary>With Easter (18 and 21 April) and the first holiday of May, day 15 after 14 April 2025 is 8 May.</summary>
    private const string Judged = """
        Header    ReferenceDate
                  31/03/2026
        Section47 LAchildID CINdetailsID S47ActualStartDate DateOfInitialCPC ICPCnotRequired
                  1         1            14/04/2025         08/05/2025       0  !
                  2         2            14/04/2025         09/05/2025       0  LATE
                  3         3            14/04/2025         -                1
                  4         4            01/03/2025         31/03/2025       0
                  5         5            28/03/2025         01/04/2025       0  !
                  6         6            25/03/2026         01/04/2026       0
                  7         7            31/03/2026         31/03/2026       0  !
                  7         7            01/05/2025         08/05/2025       0  !
                  8         8            -                  08/05/2025       0  LATE
        """;

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        new("cin.enquiries", "Section 47 enquiries started in the year", IndicatorList.InNeed)
        {
            Tables = "Section47",
            Unit = Unit.Events,
            Count = (c, tally) =>
            {
                foreach (var x in c.Section47)
                {
                    if (c.Census.Holds(x.Start))
                    {
                        tally.Add(x);
                    }
                }
            },
            Cases = """
                Header    ReferenceDate
                          31/03/2026
                Section47 LAchildID CINdetailsID S47ActualStartDate ICPCnotRequired
                          1         1            01/04/2025         0  !
                          2         2            31/03/2025         0
                          3         3            31/03/2026         1  !
                          4         4            01/04/2026         0
                          5         5            -                  0
                          6         6            01/05/2025         1  !
                          6         6            01/06/2025         0  !
                """,
        },
        new("cin.initial-conferences", "Initial child protection conferences in the year that followed an enquiry", IndicatorList.InNeed)
        {
            Report = IndicatorList.Reports.Conferences,
            Tables = "Section47",
            Unit = Unit.Events,
            Count = (c, tally) =>
            {
                foreach (var x in c.Section47)
                {
                    if (c.Census.Holds(x.InitialConference))
                    {
                        tally.Add(x);
                    }
                }
            },
            Cases = Judged.Replace("LATE", "!", StringComparison.Ordinal),
        },
        new("cin.initial-conferences-in-15-days", "Initial child protection conferences in the year within 15 working days of the start of the enquiry", IndicatorList.InNeed)
        {
            Report = IndicatorList.Reports.Conferences,
            Tables = "Section47",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                foreach (var x in c.Section47)
                {
                    if (c.Census.Holds(x.InitialConference))
                    {
                        tally.Add(x, WorkingDays.Between(x.Start, x.InitialConference) <= InTime);
                    }
                }
            },
            Cases = Judged.Replace("LATE", ".", StringComparison.Ordinal),
        },
        new("cin.transfer-in-conferences", "Conferences in the year of children who moved in from another authority while on a plan", IndicatorList.InNeed)
        {
            Report = IndicatorList.Reports.TransferIn,
            Tables = "CINdetails.DateOfInitialCPC",
            Unit = Unit.Events,
            Count = (c, tally) =>
            {
                foreach (var d in c.CinDetails)
                {
                    if (c.Census.Holds(d.InitialConference))
                    {
                        tally.Add(d);
                    }
                }
            },
            Cases = """
                Header     ReferenceDate
                           31/03/2026
                CINdetails LAchildID CINdetailsID CINreferralDate DateOfInitialCPC
                           1         1            01/05/2025      08/05/2025  !
                           2         2            01/03/2025      31/03/2025
                           3         3            01/03/2025      01/04/2025  !
                           4         4            01/03/2026      31/03/2026  !
                           5         5            01/03/2026      01/04/2026
                           6         6            01/05/2025      -
                Section47  LAchildID CINdetailsID S47ActualStartDate DateOfInitialCPC
                           6         6            01/05/2025         08/05/2025
                """,
        },
    ];
}
