namespace Trellis.Returns.AnnexA;

/// <summary>Contacts, early help, referrals and assessments.</summary>
internal static class FrontDoorIndicators
{
    /// <summary>Six months back from 31 March 2026 is 30 September 2025.</summary>
    private const string Told = """
        TABLE    Child_Unique_ID DATE        SOURCE
                 1               30/09/2025  police      !police
                 2               29/09/2025  police
                 3               31/03/2026  schools     !schools
                 4               01/04/2026  schools
                 5               01/12/2025  health      !health
                 5               01/12/2025  health      !health
                 6               -           health
                 7               01/12/2025  -           !unknown
                 8               01/12/2025  individual  !individual
        """;

    /// <summary>Day 45 after 26 November 2025 is 2 February 2026, with Christmas and New Year between.</summary>
    private const string Assessed = """
        Assessments Child_Unique_ID Start_Date  Date_of_Authorisation
                    1               26/11/2025  02/02/2026  IN-TIME
                    2               26/11/2025  03/02/2026  LATE
                    3               30/09/2025  30/09/2025  AT-ONCE
                    4               01/09/2025  29/09/2025
                    5               01/03/2026  01/04/2026
                    6               01/09/2025  -
                    7               -           01/12/2025  UNCLEAR
                    8               01/12/2025  08/12/2025  AT-ONCE
                    8               01/02/2026  17/02/2026  SOON
        """;

    private static readonly Group[] Sources =
    [
        Group.Of("individual", "Individuals", "individual"), Group.Of("schools", "Schools", "schools"), Group.Of("education", "Education services", "education"), Group.Of("health", "Health services", "health"),
        Group.Of("housing", "Housing", "housing"), Group.Of("authority", "Local authority services", "authority"), Group.Of("police", "Police", "police"), Group.Of("legal", "Other legal agencies", "legal"),
        Group.Of("other", "Other", "other"), Group.Of("anonymous", "Anonymous", "anonymous"), Group.Rest("unknown", "Not known"),
    ];

    private static readonly Code Yes = Code.Of("yes");

    public static readonly IReadOnlyList<Indicator<Child>> All =
    [
        new("annex-a.contacts", "Contacts in the six months by source", IndicatorList.Guidance)
        {
            Tables = "Contacts.Contact_Source",
            Unit = Unit.Events,
            Groups = Sources,
            Count = (c, tally) =>
            {
                foreach (var x in c.Contacts)
                {
                    if (c.IsRecent(x.Date))
                    {
                        tally.AddBy(x, x.Source);
                    }
                }
            },
            Cases = Told.Replace("TABLE", "Contacts", StringComparison.Ordinal).Replace("DATE", "Date_of_Contact", StringComparison.Ordinal).Replace("SOURCE", "Contact_Source", StringComparison.Ordinal),
        },
        new("annex-a.early-help-assessments", "Early help assessments started in the six months", IndicatorList.Guidance)
        {
            Tables = "EarlyHelp",
            Unit = Unit.Events,
            Count = (c, tally) =>
            {
                foreach (var e in c.EarlyHelp)
                {
                    if (c.IsRecent(e.Start))
                    {
                        tally.Add(e);
                    }
                }
            },
            Cases = """
                EarlyHelp Child_Unique_ID Assessment_Start_Date Assessment_Completion_Date
                          1               30/09/2025            -           !
                          2               29/09/2025            -
                          3               31/03/2026            -           !
                          4               01/04/2026            -
                          5               01/12/2025            01/01/2026  !
                          5               01/02/2026            -           !
                          6               -                     01/01/2026
                """,
        },
        new("annex-a.referrals", "Referrals in the six months by source", IndicatorList.Guidance)
        {
            Tables = "Referrals.Referral_Source",
            Unit = Unit.Events,
            Groups = Sources,
            Count = (c, tally) =>
            {
                foreach (var r in c.Referrals)
                {
                    if (c.IsRecent(r.Date))
                    {
                        tally.AddBy(r, r.Source);
                    }
                }
            },
            Cases = Told.Replace("TABLE", "Referrals", StringComparison.Ordinal).Replace("DATE", "Date_of_Referral", StringComparison.Ordinal).Replace("SOURCE", "Referral_Source", StringComparison.Ordinal),
        },
        new("annex-a.referrals-no-further-action", "Referrals in the six months with no further action", IndicatorList.Guidance)
        {
            Tables = "Referrals.Referral_NFA",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                foreach (var r in c.Referrals)
                {
                    if (c.IsRecent(r.Date))
                    {
                        tally.Add(r, r.NothingFurther == Yes);
                    }
                }
            },
            Cases = """
                Referrals Child_Unique_ID Date_of_Referral Referral_NFA
                          1               30/09/2025       yes  !
                          2               29/09/2025       yes
                          3               31/03/2026       no   .
                          4               01/04/2026       yes
                          5               01/12/2025       -    .
                          6               01/12/2025       yes  !
                          6               02/12/2025       no   .
                """,
        },
        new("annex-a.re-referrals", "Referrals in the six months within 12 months of an earlier one", IndicatorList.Guidance)
        {
            Tables = "Referrals.Referrals_in_12_Months",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                foreach (var r in c.Referrals)
                {
                    if (c.IsRecent(r.Date) && r.EarlierReferrals is { } earlier)
                    {
                        tally.Add(r, earlier > 0);
                    }
                }
            },
            Cases = """
                Referrals Child_Unique_ID Date_of_Referral Referrals_in_12_Months
                          1               30/09/2025       1  !
                          2               29/09/2025       1
                          3               31/03/2026       0  .
                          4               01/04/2026       2
                          5               01/12/2025       -
                          6               01/12/2025       3  !
                          6               02/12/2025       x
                """,
        },
        new("annex-a.assessments", "Assessments completed in the six months by working days from their start", IndicatorList.Guidance)
        {
            Tables = "Assessments",
            Unit = Unit.Events,
            Groups = AssessmentDays.Bands,
            Count = (c, tally) =>
            {
                foreach (var a in c.Assessments)
                {
                    if (c.IsRecent(a.Authorised))
                    {
                        tally.AddBy(a, WorkingDays.Between(a.Start, a.Authorised));
                    }
                }
            },
            Cases = Assessed.Replace("IN-TIME", "!41-45", StringComparison.Ordinal).Replace("LATE", "!over-45", StringComparison.Ordinal)
                .Replace("AT-ONCE", "!0-10", StringComparison.Ordinal).Replace("SOON", "!11-20", StringComparison.Ordinal).Replace("UNCLEAR", "!not-known", StringComparison.Ordinal),
        },
        new("annex-a.assessments-in-45-days", "Assessments completed in the six months within 45 working days of their start", IndicatorList.Guidance)
        {
            Tables = "Assessments",
            Unit = Unit.Percentage,
            Count = (c, tally) =>
            {
                foreach (var a in c.Assessments)
                {
                    if (c.IsRecent(a.Authorised))
                    {
                        tally.Add(a, WorkingDays.Between(a.Start, a.Authorised) <= AssessmentDays.InTime);
                    }
                }
            },
            Cases = Assessed.Replace("IN-TIME", "!", StringComparison.Ordinal).Replace("LATE", ".", StringComparison.Ordinal).Replace("AT-ONCE", "!", StringComparison.Ordinal)
                .Replace("SOON", "!", StringComparison.Ordinal).Replace("UNCLEAR", ".", StringComparison.Ordinal),
        },
        new("annex-a.assessments-open-late", "Assessments not completed that had been open for more than 45 working days", IndicatorList.Guidance)
        {
            Tables = "Assessments",
            Unit = Unit.Events,
            Count = (c, tally) =>
            {
                foreach (var a in c.Assessments)
                {
                    if (c.IsOpen(a.Start, a.Authorised) && WorkingDays.Between(a.Start, c.AsAt) > AssessmentDays.InTime)
                    {
                        tally.Add(a);
                    }
                }
            },
            Cases = """
                Assessments Child_Unique_ID Start_Date  Date_of_Authorisation
                            1               26/01/2026  -           !
                            2               27/01/2026  -
                            3               01/05/2025  31/03/2026
                            4               01/05/2025  01/04/2026  !
                            5               -           -
                            6               01/05/2025  01/06/2025
                            7               01/04/2026  -
                """,
        },
    ];
}
