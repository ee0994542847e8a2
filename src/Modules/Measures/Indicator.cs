using Trellis.Kernel;

namespace Trellis.Measures;

/// <summary>
/// Something by which an objective is judged. One that names another plan's whole set stands for all of that plan's
/// indicators, and has no figures of its own.
/// </summary>
public sealed class Indicator : Thing
{
    public const int LongestTitle = 300;
    public const int LongestDefinition = 4000;

    /// <summary>Where it stands in addresses: letters, digits and hyphens.</summary>
    public string Address { get; internal init; } = "";

    public string Title { get; internal set; } = "";
    public string? Definition { get; internal set; }
    public string SortKey { get; internal set; } = "";
    public Guid? DepartmentId { get; internal set; }
    public List<Guid> OtherDepartmentIds { get; internal set; } = [];
    public Guid? LeadOfficerId { get; internal set; }
    public List<Guid> OtherOfficerIds { get; internal set; } = [];

    /// <summary>The plan whose indicators this row stands for, as the document names it.</summary>
    public string? SetOfPlan { get; internal set; }
}
