namespace Trellis.Returns.Ssda903;

/// <summary>All rules of the return, of all years, in the order of their codes.</summary>
public static class RuleList
{
    /// <summary>The first and the last collection year whose list of rules is known.</summary>
    public const int FirstYear = 2023;

    /// <inheritdoc cref="FirstYear"/>
    public const int LastYear = 2027;

    /// <summary>Every form of every rule.</summary>
    public static IReadOnlyList<Rule<Child>> All { get; } = Rule<Child>.InOrder(Subjects());

    /// <summary>The rules of a collection year; of a year whose list is not known, the newest: who checks older or made-up files wants what is asked today.</summary>
    public static IReadOnlyList<Rule<Child>> In(int year) => [.. All.Where(r => r.HoldsIn(year is >= FirstYear and <= LastYear ? year : LastYear))];

    private static IReadOnlyList<Rule<Child>>[] Subjects() =>
    [
        IdentityRules.All, PupilNumberRules.All, MotherRules.All, FirstChildRules.All, AsylumRules.All, ReviewRules.All, MissingRules.All, MissingInCareRules.All,
        CareLeaverRules.All, LeavingCareRules.All, QuestionnaireRules.All, HealthRules.All, YearInCareRules.All,
        AdoptionRules.All, AdopterRules.All, PlacementOrderRules.All, PlacedForAdoptionRules.All, PlacedLastYearRules.All, PrevPermRules.All, AgeRules.All, AgeInPlacementRules.All,
        EpisodeCodeRules.All, EpisodeOrderRules.All, LegalStatusRules.All, PlacementRules.All, ProviderRules.All, PlacementLocationRules.All, LastYearRules.All,
        IntegrityRules.All, SocialWorkerRules.All, LibertyRules.All, FormerRules.All,
    ];
}
