using Trellis.Kernel.Access;

namespace Trellis.StatutoryReturns;

public static class StatutoryReturnsPermission
{
    /// <summary>The figures of the improvement board, without the children behind them.</summary>
    public const string Read = "returns.read";

    /// <summary>Check returns. What somebody keeps, only they and those whom they name may open.</summary>
    public const string Check = "returns.check";

    public static readonly Permission[] All = [new(Read, Role.Performance, Role.Head, Role.LeadOfficer, Role.BoardMember), new(Check, Role.Performance)];
}
