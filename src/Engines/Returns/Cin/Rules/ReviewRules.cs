namespace Trellis.Returns.Cin;

/// <summary>Reviews of child protection plans.</summary>
internal static class ReviewRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("8841", "Reviews ChildProtectionPlans", "CPPstartDate CPPreviewDate")
        {
            Severity = Severity.Error,
            Message = "The child protection plan was reviewed on the day it started or before. Correct one of the two dates.",
            Check = c => c.FailPairs(c.Reviews, c.ChildProtectionPlans, (r, p) => r.PlanId == p.PlanId && r.Date <= p.Start),
            Cases = """
                Reviews              LAchildID CPPID CPPreviewDate
                                     1         1     01/05/2025     !
                                     1         2     02/05/2025
                                     1         3     -
                ChildProtectionPlans LAchildID CPPID CPPstartDate
                                     1         1     01/05/2025    !
                                     1         2     01/05/2025
                                     1         3     01/05/2025
                """,
        },
        new("8842Q", "Reviews", "CPPreviewDate")
        {
            Severity = Severity.Query,
            Message = "A review of a child protection plan has no date. Enter it, or take the review out.",
            CheckRows = r => r.Reviews.FailWhere(r => !r.Date.IsDay),
            Cases = """
                Reviews LAchildID CPPreviewDate
                        1         01/05/2025
                        2         -              !
                        3         soon           !
                """,
        },
    ];
}
