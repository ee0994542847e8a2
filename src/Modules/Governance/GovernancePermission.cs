using Trellis.Kernel.Access;

namespace Trellis.Governance;

public static class GovernancePermission
{
    public const string Read = "governance.read";
    public const string Edit = "governance.edit";

    public static readonly Permission[] All = [new(Read, Role.Everyone), new(Edit, Role.Performance, Role.Clerk)];
}
