using Trellis.Kernel;

namespace Trellis.Governance.Members;

/// <summary>Somebody who sits on a forum, between two days: a person by name, or a post.</summary>
public sealed class ForumMember : Thing
{
    public const int LongestName = 120;

    public Guid ForumId { get; internal init; }
    public string Name { get; internal set; } = "";

    /// <summary>For whom they sit there; null for an independent member.</summary>
    public Guid? AgencyId { get; internal set; }

    public MemberRole Role { get; internal set; }
    public bool Votes { get; internal set; }
    public DateOnly From { get; internal set; }

    /// <summary>The last day; null while they are a member.</summary>
    public DateOnly? To { get; internal set; }

    /// <summary>The account with which they sign in, where they have one: it opens the forum's papers for members.</summary>
    public Guid? AccountId { get; internal set; }

    public Guid? OfficerId { get; internal set; }

    public bool SitsOn(DateOnly day) => !Withdrawn && From <= day && (To is null || day <= To);
}

public enum MemberRole
{
    Chair,
    ViceChair,
    Member,
    Adviser,
    Observer,
}
