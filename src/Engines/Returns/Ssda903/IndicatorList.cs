namespace Trellis.Returns.Ssda903;

/// <summary>All indicators that are counted from the return, in a fixed order. Reviews in time are not among them: the return holds no dates by which reviews were due.</summary>
public static class IndicatorList
{
    /// <summary>The publication that most of them follow.</summary>
    internal const string LookedAfter = "Children looked after in England including adoptions, methodology, 2025";

    /// <summary>Every indicator.</summary>
    public static IReadOnlyList<Indicator<Child>> All { get; } =
        [.. YearEndIndicators.All, .. StartAndEndIndicators.All, .. PlacementIndicators.All, .. StabilityIndicators.All, .. MissingIndicators.All, .. HealthIndicators.All, .. CareLeaverIndicators.All, .. AdoptionIndicators.All];
}
