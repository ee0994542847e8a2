namespace Trellis.Returns.Ssda903;

/// <summary>All rules of the return, of all years, in the order of their codes.</summary>
public static class RuleList
{
    /// <summary>Every form of every rule.</summary>
    public static IReadOnlyList<Rule<Child>> All { get; } =
        [.. new IReadOnlyList<Rule<Child>>[]
        {
            MissingRules.All, CareLeaverRules.All,
            EpisodeCodeRules.All, EpisodeOrderRules.All, LegalStatusRules.All, PlacementRules.All, ProviderRules.All, PlacementLocationRules.All, LastYearRules.All,
            IntegrityRules.All, SocialWorkerRules.All, LibertyRules.All,
        }.SelectMany(r => r).OrderBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.From)];

    /// <summary>The rules of a collection year.</summary>
    public static IReadOnlyList<Rule<Child>> In(int year) => [.. All.Where(r => r.HoldsIn(year))];
}
