namespace Trellis.Returns.Cin;

/// <summary>Child protection plans and their reviews.</summary>
internal static class PlanRules
{
    public static readonly IReadOnlyList<Rule<Child>> All =
    [
        new("8925", "ChildProtectionPlans", "CPPstartDate CPPendDate")
        {
            Severity = Severity.Error,
            Message = "The child protection plan ends before it starts. Correct one of the two dates.",
            Check = c => c.ChildProtectionPlans.FailWhere(p => p.End < p.Start),
            Cases = """
                ChildProtectionPlans LAchildID CPPstartDate CPPendDate
                                     1         26/05/2025   26/05/2025
                                     2         26/05/2025   25/05/2025  !
                                     3         26/05/2025   -
                """,
        },
    ];
}
