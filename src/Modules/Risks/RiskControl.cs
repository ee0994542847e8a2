using Trellis.Kernel;

namespace Trellis.Risks;

/// <summary>What is in place against a risk, and how well it works.</summary>
public sealed class RiskControl : Thing
{
    public const int LongestText = 1000;

    public Guid RiskId { get; internal init; }
    public string Text { get; internal set; } = "";
    public Guid? OwnerOfficerId { get; internal set; }
    public Effectiveness? Effectiveness { get; internal set; }
}

public enum Effectiveness
{
    Effective,
    Partly,
    Not,
}
