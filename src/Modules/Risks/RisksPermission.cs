using Trellis.Kernel.Access;

namespace Trellis.Risks;

public static class RisksPermission
{
    public const string Read = "risks.read";
    public const string Edit = "risks.edit";

    public static readonly Permission[] All = [new(Read, Role.Everyone), new(Edit, Role.Performance)];
}
