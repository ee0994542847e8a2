namespace Trellis.Returns.Ssda903;

/// <summary>Unaccompanied asylum-seeking children. From XML the header says who is one; from CSV a child is one who has a row in a table of its own.</summary>
internal static class AsylumRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("104", "UASC", "DUC")
        {
            Message = "The date on which the child ceased to be an unaccompanied asylum-seeking child is no date, or lies before 1 April: then the row belongs to an earlier year. Correct the date or take the row out.",
            CheckRows = r => r.Uasc.FailWhere(r.Year, (u, year) => u.Duc.IsUnreadable || u.Duc < year.Start),
            Cases = """
                UASC CHILD DUC
                     1     01/04/2026
                     2     31/03/2026  !
                     3     31/04/2026  !
                     4     -
                """,
        },
        new("105", "Header", "UASC")
        {
            Message = "Whether the child is an unaccompanied asylum-seeking child is said with neither 0 nor 1. Enter one of them.",
            Check = c =>
            {
                if (c.HeaderAsksUasc)
                {
                    c.Header.FailWhere(h => !h.Uasc.IsIn(Codes.ZeroOrOne));
                }
            },
            Cases = """
                Header CHILD UASC
                       1     0
                       2     1
                       3     2   !
                       4     Yes !
                       5     -   !

                Header CHILD
                       1
                """,
        },
        new("205A", "UASC UASC_last", "CHILD UASC")
        {
            Message = "The child was an unaccompanied asylum-seeking child last year and is none this year, and did not cease to be one before 1 April. Correct the status or the date.",
            Check = c =>
            {
                if (Was(c, true) && Is(c, false) && !c.Last.Uasc.Any(c.Year, (u, year) => u.Duc < year.Start))
                {
                    c.Uasc.FailAll();
                    c.Header.FailAll();
                }
            },
            Cases = """
                Header CHILD UASC
                       1     0   !
                       2     0
                       3     1
                       4     0
                Header_last CHILD UASC
                       1     1
                       2     1
                       3     1
                       4     0
                UASC CHILD DUC
                       1     01/05/2026  !
                       2     -
                       4     -
                UASC_last CHILD DUC
                       1     01/04/2026
                       2     31/03/2026
                       3     01/05/2026
                       4     01/05/2026

                Header CHILD
                       5     !
                UASC CHILD DUC
                     1     -           !
                     2     -
                     3     -
                     4     01/05/2026
                UASC_last CHILD DUC
                     1     01/04/2026
                     2     31/03/2026
                     3     -
                     4     01/05/2026
                     5     01/05/2026
                """,
        },
        new("205B", "UASC UASC_last", "DUC UASC")
        {
            Message = "The child was an unaccompanied asylum-seeking child last year and still is one, and last year's date of ceasing is not the 18th birthday. Correct the status or the dates.",
            Check = c =>
            {
                if (Was(c, true) && Is(c, true) && c.Last.Uasc.Any(u => u.Duc != u.Dob.PlusYears(18)))
                {
                    c.Uasc.FailAll();
                    c.Header.FailAll();
                }
            },
            Cases = """
                Header CHILD UASC
                       1     1   !
                       2     1
                       3     0
                       4     1
                Header_last CHILD UASC
                       1     1
                       2     1
                       3     1
                       4     1
                UASC CHILD DUC
                       1     01/05/2027  !
                       2     01/05/2027
                       3     01/05/2027
                       4     -
                UASC_last CHILD DOB DUC
                       1     01/05/2010  02/05/2028
                       2     01/05/2010  01/05/2028
                       3     01/05/2010  02/05/2028
                       4     01/05/2010  -

                UASC CHILD DUC
                     1     01/05/2027  !
                     2     -
                UASC_last CHILD DOB DUC
                     1     01/05/2010  02/05/2028
                     2     01/05/2010  02/05/2028
                """,
        },
        new("205C", "UASC UASC_last", "DUC UASC")
        {
            Message = "The child was no unaccompanied asylum-seeking child last year nor this year, and there is a date on which it ceased to be one. Correct the status or clear the date.",
            Check = c =>
            {
                if (Was(c, false) && Is(c, false) && (c.Uasc.Any(u => u.Duc.IsGiven) || c.Last.Uasc.Any(u => u.Duc.IsGiven)))
                {
                    c.Uasc.FailAll();
                    c.Header.FailAll();
                }
            },
            Cases = """
                Header CHILD UASC
                       1     0   !
                       2     0   !
                       3     0
                       4     1
                Header_last CHILD UASC
                       1     0
                       2     0
                       3     0
                       4     0
                UASC CHILD DUC
                       1     01/05/2026  !
                       2     -           !
                       3     -
                       4     01/05/2026
                UASC_last CHILD DUC
                       2     01/05/2025
                       3     -
                """,
        },
        new("205D", "UASC UASC_last", "UASC CHILD")
        {
            Message = "The child is an unaccompanied asylum-seeking child this year and was there last year as none. Check the status, and tell the department if last year's return was wrong.",
            Check = c =>
            {
                if (Is(c, true) && c.Last.Header.Any(h => h.Uasc.IsIn(Codes.No)))
                {
                    c.Header.FailAll();
                }
                else if (Is(c, true) && !HeaderTells(c.Header) && c.Last.Uasc.Any(u => u.Duc.IsEmpty))
                {
                    c.Uasc.FailAll();
                }
            },
            Cases = """
                Header CHILD UASC
                       1     1   !
                       2     1
                       3     0
                Header_last CHILD UASC
                       1     0
                       2     1
                       3     0
                UASC CHILD DUC
                       1     01/05/2026
                UASC_last CHILD DUC

                UASC CHILD DUC
                     1     01/05/2026  !
                     2     31/04/2026
                     3     01/05/2026
                     4     01/05/2026
                UASC_last CHILD DUC
                     1     -
                     2     -
                     3     01/05/2026
                """,
        },
        new("231", "Header", "DOB UASC_STATUS")
        {
            Message = "An unaccompanied asylum-seeking child was under 11 at the end of the year, which is rare. Check the date of birth, and explain it if it is right.",
            From = 2025,
            Check = c =>
            {
                foreach (var h in c.Header)
                {
                    var isUasc = h.UascStatus.IsIn(Codes.Yes) || h.Uasc.IsIn(Codes.Yes) || !c.Uasc.IsEmpty;
                    if (isUasc && h.Dob.PlusYears(11) > c.Year.End)
                    {
                        c.Fail(h);
                    }
                }
            },
            Cases = """
                Header CHILD DOB         UASC_STATUS
                       1     01/04/2016  1            !
                       2     31/03/2016  1
                       3     01/04/2016  0
                       4     01/04/2016  -            !
                       5     -           1
                UASC CHILD
                       4
                """,
        },
        new("303", "UASC Header", "DUC UASC")
        {
            Message = "There is a date on which the child ceased to be an unaccompanied asylum-seeking child, and the header says that it is none. Correct the status or clear the date.",
            Check = c => c.FailPairs(c.Uasc, c.Header, (u, h) => u.Duc.IsGiven && h.Uasc.IsIn(Codes.No)),
            Cases = """
                UASC CHILD DUC
                     1     01/05/2026  !
                     2     01/05/2026
                     3     -
                     4     01/05/2026
                Header CHILD UASC
                     1     0           !
                     2     1
                     3     0
                     4     -
                """,
        },
        new("304", "UASC", "DUC")
        {
            Message = "The date on which the child ceased to be an unaccompanied asylum-seeking child lies after the 18th birthday. Correct one of the two dates.",
            CheckRows = r => r.Uasc.FailWhere(u => u.Duc > u.Dob.PlusYears(18)),
            Cases = """
                UASC DOB         DUC
                     01/05/2010  01/05/2028
                     01/05/2010  02/05/2028  !
                     01/05/2010  -
                     -           02/05/2028
                """,
        },
        new("1014", "Episodes UASC OC3", "ACTIV ACCOM IN_TOUCH DUC")
        {
            Message = "A care leaver who was not looked after in the year has details of an unaccompanied asylum-seeking child. Take those out.",
            Check = c =>
            {
                if (!c.WasLookedAfterInYear && c.HasCareLeaverDetails && !c.Uasc.IsEmpty)
                {
                    c.Uasc.FailAll();
                    c.Oc3.FailWhere(o => o.SaysAnything());
                }
            },
            Cases = """
                Episodes CHILD DECOM       DEC
                         1     01/01/2020  31/03/2026
                         2     01/01/2020  01/04/2026
                UASC CHILD DUC
                         1     -  !
                         2     -
                         3     -  !
                         4     -
                OC3 CHILD IN_TOUCH
                         1     YES  !
                         2     YES
                         3     YES  !
                         4     -
                         5     YES
                """,
        },
    ];

    private static bool Is(Child c, bool asylum) => Says(c.Header, c.Uasc, asylum);

    private static bool Was(Child c, bool asylum) => Says(c.Last.Header, c.Last.Uasc, asylum);

    /// <summary>What the header says; where it is not asked there, a date of ceasing says that the child was one in the year.</summary>
    private static bool Says(RowList<Header> header, RowList<Uasc> uasc, bool asylum) =>
        HeaderTells(header) ? header.Any(asylum ? Codes.Yes : Codes.No, (h, answer) => h.Uasc.IsIn(answer)) : uasc.Any(u => u.Duc.IsDay) == asylum;

    private static bool HeaderTells(RowList<Header> header) => header.Any(h => h.Uasc.IsGiven);
}
