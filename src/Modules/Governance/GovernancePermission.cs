using Trellis.Kernel.Access;

namespace Trellis.Governance;

public static class GovernancePermission
{
    public const string Read = "governance.read";
    public const string Edit = "governance.edit";

    /// <summary>Read exempt and confidential items, papers and decisions.</summary>
    public const string Exempt = "governance.exempt";

    public static readonly Permission[] All =
        [new(Read, Role.Everyone), new(Edit, Role.Performance, Role.Clerk), new(Exempt, Role.Performance, Role.Clerk, Role.Head)];
}
