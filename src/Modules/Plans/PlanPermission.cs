using Trellis.Kernel.Access;

namespace Trellis.Plans;

/// <summary>Who may do what with a plan.</summary>
public static class PlanPermission
{
    /// <summary>Read any plan.</summary>
    public const string Read = "plans.read";

    /// <summary>Make, import, change and take out anything in a plan.</summary>
    public const string Edit = "plans.edit";

    /// <summary>Say how things stand: for whoever edits, and for the owners of the row.</summary>
    public const string Update = "plans.update";

    /// <summary>Approve updates or return them: heads those of their department, the performance team all.</summary>
    public const string Approve = "plans.approve";

    public static readonly Permission[] All =
    [
        new(Read, Role.Everyone),
        new(Edit, Role.Performance),
        new(Update, Role.Performance, Role.LeadOfficer, Role.Head),
        new(Approve, Role.Performance, Role.Head),
    ];
}
