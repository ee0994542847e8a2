namespace Trellis.Returns.LookBack;

/// <summary>What an entry of a child's story is about.</summary>
public enum StoryKind
{
    /// <summary>A contact with the authority became a case (CIN census).</summary>
    Referral,

    /// <summary>An assessment.</summary>
    Assessment,

    /// <summary>A section 47 enquiry.</summary>
    Enquiry,

    /// <summary>An initial child protection conference.</summary>
    Conference,

    /// <summary>A child in need plan.</summary>
    InNeedPlan,

    /// <summary>A child protection plan.</summary>
    ProtectionPlan,

    /// <summary>A review of a child protection plan.</summary>
    PlanReview,

    /// <summary>A time of being looked after.</summary>
    Care,

    /// <summary>A legal status.</summary>
    LegalStatus,

    /// <summary>A placement.</summary>
    Placement,

    /// <summary>A time missing or away.</summary>
    Missing,

    /// <summary>A review of a looked after child.</summary>
    Review,

    /// <summary>An event on the way to adoption.</summary>
    Adoption,

    /// <summary>What a care leaver does, at a year's end.</summary>
    CareLeaver,
}

/// <summary>An entry on the line of time of a child.</summary>
/// <param name="From">The day on which it was, or began.</param>
/// <param name="To">The day on which it ended; nothing for what is one day or goes on.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Words">What it says, with the codes of the return.</param>
public sealed record StoryEntry(DateOnly From, DateOnly? To, StoryKind Kind, string Words);
