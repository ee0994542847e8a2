using Trellis.Kernel;

namespace Trellis.Governance.Cycles;

/// <summary>
/// One round in which owners say where their work stands, heads approve it, and it goes to the boards: from the day on which
/// entry opens to the day on which the report is published.
/// </summary>
public sealed class ReportingCycle : Thing
{
    public const int LongestTitle = 120;
    public const int MostGraceDays = 28;

    /// <summary>Where it stands in addresses: letters, digits and hyphens.</summary>
    public string Address { get; internal init; } = "";

    public string Title { get; internal set; } = "";

    /// <summary>The last day that the updates tell of.</summary>
    public DateOnly PeriodEnd { get; internal set; }

    public DateOnly Opens { get; internal set; }

    /// <summary>The last day for updates.</summary>
    public DateOnly Closes { get; internal set; }

    /// <summary>Days after it closes in which an update is still taken without a reason.</summary>
    public int GraceDays { get; internal set; }

    public DateOnly ApproveBy { get; internal set; }

    /// <summary>The day on which the report goes out and the cycle locks by itself.</summary>
    public DateOnly PublishOn { get; internal set; }

    /// <summary>The plans whose owners are asked.</summary>
    public List<Guid> PlanIds { get; internal set; } = [];

    /// <summary>The meetings for which the updates are gathered.</summary>
    public List<Guid> MeetingIds { get; internal set; } = [];

    public CycleState State { get; internal set; }

    /// <summary>The day on which owners were last reminded.</summary>
    public DateOnly? RemindedOn { get; internal set; }

    /// <summary>The day on which it was last locked; once taken up again it no longer locks by itself.</summary>
    public DateOnly? LockedOn { get; internal set; }

    /// <summary>The last day on which an update needs no reason for being late.</summary>
    public DateOnly InTimeUntil => Closes.AddDays(GraceDays);

    /// <summary>Opens entry; whoever opens it reminds the owners in the same step.</summary>
    public void Open(DateOnly today) => (State, RemindedOn) = (CycleState.Open, today);

    public void NoteReminder(DateOnly today) => RemindedOn = today;

    public void Lock(DateOnly today) => (State, LockedOn) = (CycleState.Locked, today);

    /// <summary>Takes up a locked cycle again.</summary>
    public void Unlock() => State = CycleState.Open;
}

public enum CycleState
{
    Planned,
    Open,

    /// <summary>Nothing in it changes any more.</summary>
    Locked,
}
