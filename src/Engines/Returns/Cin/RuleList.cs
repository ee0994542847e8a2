namespace Trellis.Returns.Cin;

/// <summary>All rules of the census, of all years, in the order of their codes.</summary>
public static class RuleList
{
    /// <summary>The first and the last collection year whose list of rules is known.</summary>
    public const int FirstYear = 2023;

    /// <inheritdoc cref="FirstYear"/>
    public const int LastYear = 2026;

    /// <summary>Every form of every rule.</summary>
    public static IReadOnlyList<Rule<Child>> All { get; } =
        Rule<Child>.InOrder([
            HeaderRules.All, PupilNumberRules.All, IdentityRules.All, DisabilityRules.All, ReferralRules.All, ClosureRules.All, AssessmentRules.All, FactorRules.All, EnquiryRules.All,
            ConferenceRules.All, NeedPlanRules.All, ProtectionPlanRules.All, ReviewRules.All,
        ]);

    /// <summary>The rules of a collection year; of a year whose list is not known, the newest: who checks older or made-up files wants what is asked today.</summary>
    public static IReadOnlyList<Rule<Child>> In(int year) => [.. All.Where(r => r.HoldsIn(year is >= FirstYear and <= LastYear ? year : LastYear))];
}
