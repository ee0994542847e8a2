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
    public const int UsualNotice = 5;
    public const int UsualKeyDecisionDays = 28;
    public const int UsualAnswerMonths = 2;

    /// <summary>Where it stands in addresses: letters, digits and hyphens.</summary>
    public string Address { get; internal init; } = "";

    public string Name { get; internal set; } = "";
    public string? Abbreviation { get; internal set; }
    public ForumKind Kind { get; internal set; }
    public string? Remit { get; internal set; }
    public string SortKey { get; internal set; } = "";

    public NoticeKind NoticeKind { get; internal set; }
    public int NoticeDays { get; internal set; } = UsualNotice;

    /// <summary>Saturday counts as a working day in this forum's notice.</summary>
    public bool SaturdayCounts { get; internal set; }

    /// <summary>Clear days between the forward plan's publication and a meeting that takes a key decision.</summary>
    public int KeyDecisionDays { get; internal set; } = UsualKeyDecisionDays;

    /// <summary>Months within which a challenge of this forum is answered.</summary>
    public int AnswerMonths { get; internal set; } = UsualAnswerMonths;

    /// <summary>Its pages for the public are open.</summary>
    public bool IsPublic { get; internal set; }

    /// <summary>How many members with a vote must be there; null where the terms of reference set none.</summary>
    public int? Quorum { get; internal set; }

    /// <summary>Agencies of which members with a vote must be there: one that needs two stands here twice.</summary>
    public List<Guid> QuorumAgencyIds { get; internal set; } = [];

    public Notice Notice => new(NoticeKind, NoticeDays, SaturdayCounts);
}

public enum ForumKind
{
    Board,
    Panel,
    Committee,
    ManagementTeam,
    OutsideBody,
}
