using Trellis.Kernel.Access;

namespace Trellis.Risks;

public static class RisksPermission
{
    public const string Read = "risks.read";

    /// <summary>Add, change and take out any risk, and the matrix.</summary>
    public const string Edit = "risks.edit";

    /// <summary>Review, and add controls and actions: for whoever edits, and for the owners of the row.</summary>
    public const string Update = "risks.update";

    public static readonly Permission[] All = [new(Read, Role.Everyone), new(Edit, Role.Performance), new(Update, Role.Performance, Role.LeadOfficer, Role.Head)];
}
