using Trellis.Kernel.Access;

namespace Trellis.Measures;

public static class MeasuresPermission
{
    public const string Read = "measures.read";
    public const string Edit = "measures.edit";

    /// <summary>Decide on targets that somebody else proposed.</summary>
    public const string Approve = "measures.approve";

    public static readonly Permission[] All = [new(Read, Role.Everyone), new(Edit, Role.Performance), new(Approve, Role.Head, Role.Performance)];
}
