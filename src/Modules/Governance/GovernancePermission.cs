using Trellis.Kernel.Access;

namespace Trellis.Governance;

/// <summary>Who may do what with boards, their meetings and their challenges.</summary>
public static class GovernancePermission
{
    public const string Read = "governance.read";
    public const string Edit = "governance.edit";

    /// <summary>Read what is kept from the public. Somebody who holds it as a board member alone reads that of their own boards.</summary>
    public const string Exempt = "governance.exempt";

    /// <summary>Answer a challenge and carry out a decision: for the performance team, and for the owners of the row.</summary>
    public const string Answer = "governance.answer";

    public static readonly Permission[] All =
    [
        new(Read, Role.Everyone),
        new(Edit, Role.Performance, Role.Clerk),
        new(Exempt, Role.Performance, Role.Clerk, Role.Head, Role.BoardMember),
        new(Answer, Role.Performance, Role.Clerk, Role.LeadOfficer, Role.Head),
    ];
}
