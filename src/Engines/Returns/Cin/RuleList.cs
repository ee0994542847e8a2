namespace Trellis.Returns.Cin;

/// <summary>All rules of the census, of all years, in the order of their codes.</summary>
public static class RuleList
{
    /// <summary>Every form of every rule.</summary>
    public static IReadOnlyList<Rule<Child>> All { get; } =
        [.. new IReadOnlyList<Rule<Child>>[] { PlanRules.All, PlanDateRules.All, FactorRules.All, EnquiryRules.All }.SelectMany(r => r).OrderBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.From)];

    /// <summary>The rules of a collection year.</summary>
    public static IReadOnlyList<Rule<Child>> In(int year) => [.. All.Where(r => r.HoldsIn(year))];
}
