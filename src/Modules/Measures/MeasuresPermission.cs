using Trellis.Kernel.Access;

namespace Trellis.Measures;

public static class MeasuresPermission
{
    public const string Read = "measures.read";
    public const string Edit = "measures.edit";

    public static readonly Permission[] All = [new(Read, Role.Everyone), new(Edit, Role.Performance)];
}
