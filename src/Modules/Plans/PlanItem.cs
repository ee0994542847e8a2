using Trellis.Kernel;

namespace Trellis.Plans;

/// <summary>A place in a plan's tree: what stands there, under what, and in which order among its siblings.</summary>
public abstract class PlanItem : Thing
{
    public const int LongestTitle = 1000;
    public const int LongestText = 20000;

    public Guid PlanId { get; internal init; }

    /// <summary>What it stands under; null for a priority.</summary>
    public Guid? ParentId { get; internal set; }

    /// <summary>The order among siblings. Gaps are left, so that one can be put between two others.</summary>
    public int Position { get; internal set; }

    /// <summary>The short name within the plan, kept for ever: "KA-12".</summary>
    public string Reference { get; internal init; } = "";

    public string Title { get; internal set; } = "";

    /// <summary>The item of the plan of the year before that this one goes on with: its history is this one's too.</summary>
    public Guid? ContinuesId { get; internal init; }
}

public sealed class Priority : PlanItem
{
    public string? Number { get; internal set; }
    public string? LeadMember { get; internal set; }
    public Guid? LeadOfficerId { get; internal set; }
    public string? Introduction { get; internal set; }
}

/// <summary>What a priority sets out to reach; called theme or strand where the council says so.</summary>
public sealed class Objective : PlanItem;

/// <summary>What the council will do, owned by one accountable officer. It may be to deliver another plan.</summary>
public sealed class KeyAction : PlanItem
{
    public const int LongestWhy = 1000;
    public const int LongestCommentary = 4000;

    public Guid? AccountableOfficerId { get; internal set; }
    public List<Guid> ContributorIds { get; internal set; } = [];

    /// <summary>The first-named department: its head approves.</summary>
    public Guid? DepartmentId { get; internal set; }

    /// <summary>The other departments: their heads are told.</summary>
    public List<Guid> OtherDepartmentIds { get; internal set; } = [];

    public Progress Progress { get; internal set; }

    /// <summary>Why the officer says better than the milestones do.</summary>
    public string? ProgressWhy { get; internal set; }

    /// <summary>What its officer last said of it in a reporting cycle, as approved.</summary>
    public string? Commentary { get; internal set; }

    public DateOnly? CommentaryOn { get; internal set; }

    /// <summary>The plan that this action is to deliver: its progress shows here (the golden thread).</summary>
    public Guid? DeliversPlanId { get; internal set; }

    /// <summary>
    /// The worst of the milestones: not on track as soon as one is late or forecast to be late; on track when none is;
    /// not stated when no milestone has a date.
    /// </summary>
    public static Progress Proposed(IEnumerable<Milestone> milestones, DateOnly today)
    {
        var proposed = Progress.NotStated;
        foreach (var milestone in milestones.Where(m => !m.Withdrawn && m.Lifecycle is not (Lifecycle.Cancelled or Lifecycle.Deferred)))
        {
            if (milestone.IsLateOn(today) || milestone.IsForecastLate)
            {
                return Progress.Managed;
            }

            if (milestone.CurrentDue.Kind != DueKind.None || milestone.Lifecycle == Lifecycle.Complete)
            {
                proposed = Progress.OnTrack;
            }
        }

        return proposed;
    }

    /// <summary>Whether stating this asks for a sentence: it is better than what the milestones propose.</summary>
    public static bool SaysBetter(Progress stated, Progress proposed) =>
        stated != Progress.NotStated && proposed != Progress.NotStated && stated < proposed;
}

public sealed class Milestone : PlanItem
{
    public Due OriginalDue { get; internal set; }
    public Due CurrentDue { get; private set; }

    /// <summary>
    /// The last day of <see cref="CurrentDue"/>, kept beside it so that the database can sort and find what is late; the last
    /// of all days where it has none.
    /// </summary>
    public DateOnly DueBy { get; private set; } = DateOnly.MaxValue;

    /// <summary>When its officer now expects it, where that differs from when it is due.</summary>
    public Due Forecast { get; internal set; }

    public Lifecycle Lifecycle { get; internal set; }
    public DateOnly? CompletedOn { get; internal set; }

    /// <summary>When somebody last confirmed that an "Ongoing" milestone still goes on.</summary>
    public DateOnly? ConfirmedOn { get; internal set; }

    /// <summary>The owners and departments named in the milestone's own row, as written; null when they are its action's.</summary>
    public string? OwnersAsWritten { get; internal set; }
    public string? DepartmentsAsWritten { get; internal set; }

    internal void MoveTo(Due due)
    {
        CurrentDue = due;
        DueBy = due.LastDay ?? DateOnly.MaxValue;
    }

    /// <summary>Takes over what its owner says of it.</summary>
    internal void Take(Updates.MilestoneSaying saying) => (Lifecycle, CompletedOn, Forecast) = (saying.Lifecycle, saying.CompletedOn, saying.Forecast);

    /// <summary>How it would stand if that were taken over; itself stays as it is.</summary>
    internal Milestone As(Updates.MilestoneSaying saying)
    {
        var milestone = (Milestone)MemberwiseClone();
        milestone.Take(saying);
        return milestone;
    }

    public Deadline Deadline => new(OriginalDue, CurrentDue, Lifecycle);

    public bool IsOpen => Deadline.IsOpen;

    public bool IsLateOn(DateOnly today) => Deadline.IsLateOn(today);

    public bool IsForecastLate => IsOpen && Forecast.LastDay is { } forecast && CurrentDue.LastDay is { } due && forecast > due;

    public bool NeedsDate => Deadline.NeedsDate;

    public Slip? Slip => Deadline.Slip;
}

public enum Lifecycle
{
    NotStarted,
    InProgress,
    Complete,
    Cancelled,
    Deferred,
}

/// <summary>Something that the council sets itself for a plan year. A challenge may stand under another.</summary>
public sealed class Challenge : PlanItem
{
    public string Year { get; internal set; } = "";
}

/// <summary>A section of narrative: what is going on, in words.</summary>
public sealed class Section : PlanItem
{
    public string Body { get; internal set; } = "";

    /// <summary>Who writes it, and is asked for it in each reporting cycle.</summary>
    public Guid? OwnerOfficerId { get; internal set; }

    /// <summary>The heading that it stands under with others: "Current activity".</summary>
    public string? Group { get; internal set; }
}
