namespace Trellis.Returns.Cin;

/// <summary>Referrals, and cases as they follow one another.</summary>
internal static class ReferralRules
{
    private static readonly CodeSet Needs = CodeSet.Of("N0 N1 N2 N3 N4 N5 N6 N7 N8 N9");
    private static readonly CodeSet Sources = CodeSet.Of("1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10");

    /// <summary>Sources were not asked for before this day.</summary>
    private static readonly Day SourcesSince = new(2013, 4, 1);

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("8600", "CINdetails", "CINreferralDate")
        {
            Severity = Severity.Error,
            Message = "The date of the referral is missing or after the census year. Enter it.",
            CheckRows = r => r.CinDetails.FailWhere(r.Census, (d, census) => !d.ReferralDate.IsDay || d.ReferralDate > census.End),
            Cases = """
                Header     ReferenceDate
                           31/03/2026
                CINdetails LAchildID CINreferralDate
                           1         31/03/2026
                           2         01/04/2026       !
                           3         -                !
                """,
        },
        new("8606", "CINdetails ChildIdentifiers", "CINreferralDate PersonBirthDate ExpectedPersonBirthDate")
        {
            Severity = Severity.Error,
            Message = "The referral is more than 40 weeks before the child was born or is expected. Correct the one or the other date.",
            Check = c => c.FailPairs(c.CinDetails, c.ChildIdentifiers, (d, i) => d.ReferralDate < (i.Birth.IsGiven ? i.Birth : i.ExpectedBirth).Plus(-280)),
            Cases = """
                CINdetails       LAchildID CINreferralDate
                                 1         27/05/2025
                                 2         26/05/2025       !
                                 3         26/05/2025       !
                ChildIdentifiers LAchildID PersonBirthDate ExpectedPersonBirthDate
                                 1         03/03/2026      -
                                 2         03/03/2026      -                        !
                                 3         -               03/03/2026               !
                """,
        },
        new("8555Q", "CINdetails ChildIdentifiers", "PersonDeathDate CINreferralDate")
        {
            Severity = Severity.Query,
            Message = "The child was referred after it died. Correct the one or the other date, or give the reason.",
            Check = c => c.FailPairs(c.CinDetails, c.ChildIdentifiers, (d, i) => d.ReferralDate > i.Death),
            Cases = """
                CINdetails       LAchildID CINreferralDate
                                 1         01/05/2025
                                 2         02/05/2025       !
                ChildIdentifiers LAchildID PersonDeathDate
                                 1         01/05/2025
                                 2         01/05/2025       !
                """,
        },
        new("8568", "CINdetails", "ReferralNFA")
        {
            Severity = Severity.Error,
            Message = "Whether the referral led to nothing further is missing or no code. Enter true or false.",
            CheckRows = r => r.CinDetails.FailWhere(d => !d.NoFurtherAction.IsIn(Codes.YesOrNo)),
            Cases = """
                CINdetails LAchildID ReferralNFA
                           1         true
                           2         0
                           3         2            !
                           4         -            !
                """,
        },
        new("8569Q", "CINdetails", "ReferralNFA")
        {
            Severity = Severity.Query,
            Message = "The referral is older than one working day before the year and led to nothing further, so it belongs to an earlier census. Take it out, correct the date, or give the reason.",
            CheckRows = r => r.CinDetails.FailWhere(WorkingDays.Plus(r.Census.Start, -1), (d, earliest) => d.IsNoFurtherAction && d.ReferralDate < earliest),
            Cases = """
                Header     ReferenceDate
                           31/03/2026
                CINdetails LAchildID CINreferralDate ReferralNFA
                           1         31/03/2025      true
                           2         30/03/2025      true         !
                           3         30/03/2025      false
                """,
        },
        new("8610", "CINdetails", "ReferralNFA PrimaryNeedCode")
        {
            Severity = Severity.Error,
            Message = "The referral went further and has no primary need. Enter the code of the main reason.",
            CheckRows = r => r.CinDetails.FailWhere(d => d.PrimaryNeedCode.IsEmpty && !d.IsNoFurtherAction),
            Cases = """
                CINdetails LAchildID PrimaryNeedCode ReferralNFA
                           1         N1              false
                           2         -               true
                           3         -               false        !
                           4         -               0            !
                """,
        },
        new("8650", "CINdetails", "PrimaryNeedCode")
        {
            Severity = Severity.Error,
            Message = "The primary need is no code of the list. Enter one of N0 to N9.",
            CheckRows = r => r.CinDetails.FailWhere(d => d.PrimaryNeedCode.IsGivenOutside(Needs)),
            Cases = """
                CINdetails LAchildID PrimaryNeedCode
                           1         N0
                           2         N9
                           3         N10              !
                           4         -
                """,
        },
        new("8866", "CINdetails", "CINreferralDate ReferralSource")
        {
            Severity = Severity.Error,
            Message = "The source of the referral is missing or no code of the list. Enter who referred the child.",
            CheckRows = r => r.CinDetails.FailWhere(d => d.ReferralDate >= SourcesSince && !d.ReferralSource.IsIn(Sources)),
            Cases = """
                CINdetails LAchildID CINreferralDate ReferralSource
                           1         01/05/2025      1A
                           2         01/05/2025      1Z              !
                           3         01/05/2025      -               !
                           4         31/03/2013      -
                """,
        },
        new("8815", "CINdetails", "ReferralNFA CINclosureDate")
        {
            Severity = Severity.Error,
            Message = "The child has more than one open case. Close those that have ended, or join them.",
            Check = c =>
            {
                var open = 0;
                foreach (var d in c.CinDetails)
                {
                    open += IsOpen(d) ? 1 : 0;
                }

                if (open > 1)
                {
                    c.CinDetails.FailWhere(IsOpen);
                }
            },
            Cases = """
                CINdetails LAchildID CINreferralDate CINclosureDate ReferralNFA
                           1         01/05/2025      -              false        !
                           1         01/06/2025      -              0            !
                           2         01/05/2025      -              true
                           2         01/06/2025      -              0
                           3         01/05/2025      31/05/2025     0
                           3         01/06/2025      -              0
                """,
        },
        new("8816", "CINdetails", "CINreferralDate ReferralNFA")
        {
            Severity = Severity.Error,
            Message = "An open case was followed by a later one. Close it on the day it ended.",
            Check = c =>
            {
                if (c.CinDetails.Last is { } last)
                {
                    foreach (var d in c.CinDetails)
                    {
                        if (IsOpen(d) && d.ReferralDate < last.ReferralDate)
                        {
                            c.Fail(d);
                        }
                    }
                }
            },
            Cases = """
                CINdetails LAchildID CINreferralDate CINclosureDate ReferralNFA
                           1         01/05/2025      -              false        !
                           1         01/06/2025      -              false
                           2         01/05/2025      31/05/2025     false
                           2         01/06/2025      -              false
                           3         01/05/2025      -              true
                           3         01/06/2025      -              false
                """,
        },
        new("8820", "CINdetails", "CINreferralDate CINclosureDate")
        {
            Severity = Severity.Error,
            Message = "Two cases of the child overlap. Correct the dates, so that one ends before the next begins.",
            Check = c => c.FailPairs(c.CinDetails, (c, a, b) => !IsMereContact(a) && !IsMereContact(b) && Overlap(a, b, c.Census.End)),
            Cases = """
                Header     ReferenceDate
                           31/03/2026
                CINdetails LAchildID CINreferralDate CINclosureDate ReferralNFA
                           1         01/05/2025      10/06/2025     false        !
                           1         01/06/2025      -              false        !
                           2         01/05/2025      01/06/2025     false
                           2         01/06/2025      -              false
                           3         01/05/2025      10/06/2025     false
                           3         01/06/2025      -              true
                           4         01/05/2025      10/06/2025     false        !
                           4         01/05/2025      10/06/2025     false        !
                """,
        },
    ];

    private static bool IsOpen(CinDetails one) => one.ClosureDate.IsEmpty && !one.IsNoFurtherAction;

    /// <summary>A referral that led to nothing further, and has no closure because nothing was opened.</summary>
    private static bool IsMereContact(CinDetails one) => one.ClosureDate.IsEmpty && one.IsNoFurtherAction;

    /// <summary>The next may begin on the day on which the one before ended.</summary>
    private static bool Overlap(CinDetails a, CinDetails b, Day open) => a.ReferralDate < b.ClosureDate.Or(open) && b.ReferralDate < a.ClosureDate.Or(open);
}
