using Trellis.Kernel.Access;

namespace Trellis.Measures;

public static class MeasuresPermission
{
    public const string Read = "measures.read";
    public const string Edit = "measures.edit";

    /// <summary>Enter figures: the performance team all, officers and heads those of their indicators.</summary>
    public const string Enter = "measures.enter";

    /// <summary>
    /// Decide on targets that somebody else proposed, make indicators public, and sign off figures: heads those of their department, the performance
    /// team all.
    /// </summary>
    public const string Approve = "measures.approve";

    public static readonly Permission[] All = [new(Read, Role.Everyone), new(Edit, Role.Performance), new(Enter, Role.Performance, Role.LeadOfficer, Role.Head), new(Approve, Role.Head, Role.Performance)];
}
