namespace Trellis.Returns.Cin;

/// <summary>All indicators that are counted from the census, in a fixed order.</summary>
public static class IndicatorList
{
    /// <summary>The publication that they follow.</summary>
    internal const string InNeed = "Children in need, methodology, 2025";

    /// <summary>Every indicator.</summary>
    public static IReadOnlyList<Indicator<Child>> All { get; } = [.. NeedIndicators.All, .. AssessmentIndicators.All, .. ConferenceIndicators.All, .. ProtectionPlanIndicators.All];
}
