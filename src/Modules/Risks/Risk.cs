using Trellis.Kernel;

namespace Trellis.Risks;

/// <summary>Something that may keep the plan from succeeding, with its level as the register words it.</summary>
public sealed class Risk : Thing
{
    public const int LongestTitle = 300;
    public const int LongestText = 4000;
    public const int LongestLevel = 40;

    /// <summary>Where it stands in addresses: letters, digits and hyphens.</summary>
    public string Address { get; internal init; } = "";

    public string Title { get; internal set; } = "";
    public string SortKey { get; internal set; } = "";
    public RiskScope Scope { get; internal set; }

    /// <summary>High, medium, low, or the council's own word.</summary>
    public string Level { get; internal set; } = "";

    public string? Controls { get; internal set; }
    public Guid? OwnerOfficerId { get; internal set; }
}

public enum RiskScope
{
    Local,
    National,
}
