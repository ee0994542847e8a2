namespace Trellis.Returns.Cin;

/// <summary>The census as a whole: its reference date, and what looks across all children.</summary>
internal static class HeaderRules
{
    private static readonly Code Unknown = Code.Of("0");
    private static readonly Code SexUnknown = Code.Of("U");

    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("100", "Header", "ReferenceDate")
        {
            Severity = Severity.Error,
            Message = "The reference date is not 31 March of the year of the census. Enter it in the header.",
            CheckWhole = w =>
            {
                foreach (var header in w.Rows<Header>(Shapes.Header))
                {
                    var day = header.ReferenceDate;
                    if (!day.IsDay || day.Date.Month != 3 || day.Date.Day != 31 || !IsYear(header.Row.Text(1), day.Date.Year))
                    {
                        w.Fail(header);
                    }
                }
            },
            Cases = """
                Header Year ReferenceDate
                       2026 31/03/2026
                       2026 30/03/2026    !
                       2025 31/03/2026    !
                       2026 -             !
                """,
        },
        new("2883", "ChildProtectionPlans", "CPPstartDate DateOfInitialCPC")
        {
            Severity = Severity.Error,
            Message = "More child protection plans start in the year than initial conferences were held. Look for conferences that were not recorded, and for plans with a wrong start.",
            CheckWhole = w =>
            {
                var year = CensusYear.Of(w.Data);
                var plans = w.Rows<ProtectionPlan>(Shapes.ChildProtectionPlans).Count(p => year.Holds(p.Start));
                var conferences = w.Rows<CinDetails>(Shapes.CinDetails).Count(d => year.Holds(d.InitialConference)) + w.Rows<Section47>(Shapes.Section47).Count(s => year.Holds(s.InitialConference));
                if (plans > conferences)
                {
                    w.FailReturn();
                }
            },
            Cases = """
                fails the return
                ChildProtectionPlans LAchildID CPPstartDate
                                     1         01/06/2025
                                     2         01/06/2025
                Section47            LAchildID DateOfInitialCPC
                                     1         01/06/2025
                CINdetails           LAchildID DateOfInitialCPC
                                     2         31/03/2025

                ChildProtectionPlans LAchildID CPPstartDate
                                     1         01/06/2025
                                     2         01/06/2024
                CINdetails           LAchildID DateOfInitialCPC
                                     1         31/03/2026
                """,
        },
        new("2886Q", "ChildIdentifiers", "ExpectedPersonBirthDate GenderCurrent")
        {
            Until = 2024,
            Severity = Severity.Query,
            Message = "More than two of a hundred children who are born have no gender in the return. Complete it, or give the reason.",
            CheckWhole = w => FailAboveTwoInAHundred(w, c => c.Gender.IsEmpty || c.Gender == Unknown),
            Cases = """
                fails the return
                ChildIdentifiers GenderCurrent ExpectedPersonBirthDate
                                 1             -
                                 0             -

                ChildIdentifiers GenderCurrent ExpectedPersonBirthDate
                                 1             -
                                 0             01/05/2024
                """,
        },
        new("2886Q", "ChildIdentifiers", "ExpectedPersonBirthDate Sex")
        {
            From = 2025,
            Severity = Severity.Query,
            Message = "More than two of a hundred children who are born have no sex in the return. Complete it, or give the reason.",
            CheckWhole = w => FailAboveTwoInAHundred(w, c => c.Sex.IsEmpty || c.Sex == SexUnknown),
            Cases = """
                fails the return
                ChildIdentifiers Sex ExpectedPersonBirthDate
                                 M   -
                                 U   -

                ChildIdentifiers Sex ExpectedPersonBirthDate
                                 M   -
                                 U   01/05/2026
                """,
        },
        new("2887Q", "Disabilities", "Disability")
        {
            Severity = Severity.Query,
            Message = "Fewer than eight different disability codes are used in the whole return. Check that disabilities are recorded as they are, or give the reason.",
            CheckWhole = w =>
            {
                if (w.Rows<ChildDisability>(Shapes.Disabilities).CountDifferent(d => d.Disability, d => d.Disability.IsIn(Codes.Disabilities)) < 8)
                {
                    w.FailReturn();
                }
            },
            Cases = """
                fails the return
                Disabilities LAchildID Disability
                             1         MOB
                             2         NONE
                             3         NONE

                Disabilities LAchildID Disability
                             1         MOB
                             2         HAND
                             3         PC
                             4         INC
                             5         COMM
                             6         LD
                             7         HEAR
                             8         NONE
                """,
        },
        new("2888Q", "Disabilities", "Disability")
        {
            Severity = Severity.Query,
            Message = "No child has more than one disability in the whole return. Record all that a child has, or give the reason.",
            CheckWhole = w =>
            {
                var disabilities = w.Rows<ChildDisability>(Shapes.Disabilities);
                if (disabilities.Count() > 0 && disabilities.CountDifferent(d => d.ChildId) == disabilities.Count())
                {
                    w.FailReturn();
                }
            },
            Cases = """
                fails the return
                Disabilities LAchildID Disability
                             1         MOB
                             2         NONE

                Disabilities LAchildID Disability
                             1         MOB
                             1         HEAR
                             2         NONE
                """,
        },
    ];

    private static bool IsYear(ReadOnlySpan<byte> text, int year) => text.IsEmpty || (System.Buffers.Text.Utf8Parser.TryParse(text, out int said, out _) && said == year);

    private static void FailAboveTwoInAHundred(WholeReturn whole, Func<ChildIdentifiers, bool> isUnknown)
    {
        var children = whole.Rows<ChildIdentifiers>(Shapes.ChildIdentifiers);
        if (children.Count(c => !c.IsUnborn && isUnknown(c)) * 50 > children.Count(c => !c.IsUnborn))
        {
            whole.FailReturn();
        }
    }
}
