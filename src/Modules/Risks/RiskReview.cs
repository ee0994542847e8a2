using Trellis.Kernel;

namespace Trellis.Risks;

/// <summary>Somebody looked at a risk afresh: what they found, and the scores as they left them. Written once, never changed.</summary>
public sealed class RiskReview : Thing
{
    public const int LongestFound = 2000;

    public Guid RiskId { get; internal init; }
    public DateOnly On { get; internal init; }
    public Guid? AccountId { get; internal init; }
    public string Found { get; internal init; } = "";
    public int? InherentLikelihood { get; internal init; }
    public int? InherentImpact { get; internal init; }
    public int? CurrentLikelihood { get; internal init; }
    public int? CurrentImpact { get; internal init; }
    public int? TargetLikelihood { get; internal init; }
    public int? TargetImpact { get; internal init; }

    /// <summary>The level as it was called then.</summary>
    public string Level { get; internal init; } = "";

    public DateOnly? NextReviewBy { get; internal init; }

    public Score? Inherent => Score.Of(InherentLikelihood, InherentImpact);
    public Score? Current => Score.Of(CurrentLikelihood, CurrentImpact);
    public Score? Target => Score.Of(TargetLikelihood, TargetImpact);
}
