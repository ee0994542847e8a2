namespace Trellis.Returns.Ssda903;

/// <summary>All rules of the return, of all years, in the order of their codes.</summary>
public static class RuleList
{
    /// <summary>Every form of every rule.</summary>
    public static IReadOnlyList<Rule<Child>> All { get; } =
        [.. Subjects().SelectMany(r => r).OrderBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.From)];

    /// <summary>The rules of a collection year.</summary>
    public static IReadOnlyList<Rule<Child>> In(int year) => [.. All.Where(r => r.HoldsIn(year))];

    private static IReadOnlyList<Rule<Child>>[] Subjects() =>
    [
        IdentityRules.All, PupilNumberRules.All, MotherRules.All, FirstChildRules.All, AsylumRules.All, ReviewRules.All, MissingRules.All, MissingInCareRules.All,
        CareLeaverRules.All, LeavingCareRules.All, QuestionnaireRules.All, HealthRules.All, YearInCareRules.All,
        AdoptionRules.All, AdopterRules.All, PlacementOrderRules.All, PlacedForAdoptionRules.All, PlacedLastYearRules.All, PrevPermRules.All, AgeRules.All, AgeInPlacementRules.All,
    ];
}
