using Trellis.Kernel;

namespace Trellis.Governance;

/// <summary>
/// A board, panel, committee or steering group, or a body outside the council to which a plan reports. Plans, measures and
/// risks name it as the place that they go to.
/// </summary>
public sealed class Forum : Thing
{
    public const int LongestName = 160;
    public const int LongestAbbreviation = 20;
    public const int LongestRemit = 4000;

    /// <summary>Where it stands in addresses: letters, digits and hyphens.</summary>
    public string Address { get; internal init; } = "";

    public string Name { get; internal set; } = "";
    public string? Abbreviation { get; internal set; }
    public ForumKind Kind { get; internal set; }
    public string? Remit { get; internal set; }
    public string SortKey { get; internal set; } = "";
}

public enum ForumKind
{
    Board,
    Panel,
    Committee,
    ManagementTeam,
    OutsideBody,
}
