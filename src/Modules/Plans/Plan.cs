using Trellis.Kernel;

namespace Trellis.Plans;

/// <summary>
/// A council plan, an improvement plan, a strategy: the same tree of priorities, objectives, key actions and milestones,
/// with the council's own words for its levels and its states of progress.
/// </summary>
public sealed class Plan : Thing
{
    public const int LongestTitle = 200;
    public const int LongestWord = 40;
    public const int LongestState = 120;

    /// <summary>Where it stands in addresses: letters, digits and hyphens.</summary>
    public string Address { get; internal init; } = "";

    public string Title { get; internal set; } = "";

    /// <summary>The plan year as the council writes it: "2014/15".</summary>
    public string Year { get; internal set; } = "";

    public string SortKey { get; internal set; } = "";
    public string PriorityWord { get; internal set; } = "Priority";
    public string ObjectiveWord { get; internal set; } = "Objective";
    public string ActionWord { get; internal set; } = "Key action";
    public string MilestoneWord { get; internal set; } = "Milestone";
    public string OnTrackWords { get; internal set; } = "On track";
    public string ManagedWords { get; internal set; } = "Not on track but being managed by the department";
    public string SupportWords { get; internal set; } = "Not on track: support needed from outside the department";

    public string WordFor(PlanItem item) => WordFor(ItemKind.Of(item));

    /// <summary>What the council calls this level.</summary>
    public string WordFor(ItemKind kind) => kind.Type.Name switch
    {
        nameof(Priority) => PriorityWord,
        nameof(Objective) => ObjectiveWord,
        nameof(KeyAction) => ActionWord,
        nameof(Milestone) => MilestoneWord,
        nameof(Challenge) => "Challenge",
        _ => "Section",
    };

    public string WordsFor(Progress progress) => progress switch
    {
        Progress.OnTrack => OnTrackWords,
        Progress.Managed => ManagedWords,
        Progress.NeedsSupport => SupportWords,
        _ => "Not stated",
    };
}

/// <summary>How a key action goes, in the order from best to worst; who must act follows from it.</summary>
public enum Progress
{
    NotStated,
    OnTrack,
    Managed,
    NeedsSupport,
}
