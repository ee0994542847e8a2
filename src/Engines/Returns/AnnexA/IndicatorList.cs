namespace Trellis.Returns.AnnexA;

/// <summary>
/// All indicators that are counted from Annex A, in a fixed order. They speak of the six or twelve months before the day of the lists, where the census and the SSDA903 speak of a year: no figure of one is to be
/// put beside that of the other without saying so. The lists name no case, so an assessment is measured from its own start and not from the referral.
/// </summary>
public static class IndicatorList
{
    /// <summary>The publication whose lists they count.</summary>
    internal const string Guidance = "Inspecting local authority children's services, Annex A, 2024";

    /// <summary>Every indicator.</summary>
    public static IReadOnlyList<Indicator<Child>> All { get; } = [.. FrontDoorIndicators.All, .. ProtectionIndicators.All, .. CareIndicators.All, .. LeaverIndicators.All, .. AdoptionIndicators.All, .. AdopterIndicators.All];
}
