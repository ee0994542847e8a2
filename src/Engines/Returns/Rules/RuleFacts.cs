namespace Trellis.Returns;

/// <summary>What is known of a rule without running it.</summary>
/// <param name="Return">The return that it belongs to.</param>
/// <param name="Code">As in the official list.</param>
/// <param name="Years">The collection years in which it holds in this form, of those whose lists are known.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Fields">The fields that it marks.</param>
/// <param name="Cases">How many rows its own cases judge.</param>
/// <param name="Failing">How many of them, or whole returns, must fail.</param>
public sealed record RuleFacts(string Return, string Code, IReadOnlyList<int> Years, Severity Severity, string Message, IReadOnlyList<string> Fields, int Cases, int Failing)
{
    /// <summary>Every form of every rule of both returns.</summary>
    public static IEnumerable<RuleFacts> All() =>
        Ssda903.RuleList.All.Select(r => Of("SSDA903", r, Ssda903.RuleList.FirstYear, Ssda903.RuleList.LastYear, Ssda903.Shapes.All))
            .Concat(Cin.RuleList.All.Select(r => Of("CIN", r, Cin.RuleList.FirstYear, Cin.RuleList.LastYear, Cin.Shapes.All)));

    private static RuleFacts Of<TChild>(string name, Rule<TChild> rule, int first, int last, TableShape[] shapes)
        where TChild : ChildRows
    {
        var cases = RuleCase.Read(rule.Cases, [.. shapes.Select(s => s.Name)]);
        var tables = cases.SelectMany(c => c.Tables).Where(t => !t.IsLastYear).ToList();
        return new RuleFacts(
            name, rule.Code, [.. Enumerable.Range(first, last - first + 1).Where(rule.HoldsIn)], rule.Severity, rule.Message, rule.Fields,
            tables.Sum(t => t.Rows.Count), tables.Sum(t => t.Failing.Count) + cases.Count(c => c.FailsTheReturn));
    }
}
