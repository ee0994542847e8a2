using Trellis.Kernel;

namespace Trellis.Governance.Meetings;

/// <summary>One meeting of a forum, from the day that is planned to the minutes.</summary>
public sealed class Meeting : Thing
{
    public const int LongestPlace = 200;
    public const int LongestReason = 1000;

    public Guid ForumId { get; internal init; }

    /// <summary>Where it stands below its forum's address: the day it was first planned for, "2025-05-06".</summary>
    public string Address { get; internal init; } = "";

    public DateOnly Day { get; internal set; }
    public TimeOnly? Starts { get; internal set; }
    public string? Place { get; internal set; }
    public MeetingState State { get; internal set; }

    /// <summary>The last day on which agenda and papers can go out with the forum's notice; reckoned again when the calendar changes.</summary>
    public DateOnly SendBy { get; internal set; }

    /// <summary>The day on which agenda and papers went out.</summary>
    public DateOnly? SentOn { get; internal set; }

    /// <summary>Why it does not take place.</summary>
    public string? CancelReason { get; internal set; }

    /// <summary>A series that fell on a day nobody works went to another: what was done, in a sentence.</summary>
    public string? DayNote { get; internal set; }

    /// <summary>The day on which attendance was written down; who is neither present nor sent apologies was absent.</summary>
    public DateOnly? AttendanceOn { get; internal set; }

    public List<Guid> PresentMemberIds { get; internal set; } = [];
    public List<Guid> ApologyMemberIds { get; internal set; } = [];

    /// <summary>From this day the public may read its minutes and decisions; until then they are a draft.</summary>
    public DateOnly? MinutesPublishedOn { get; internal set; }

    public bool IsSent => SentOn is not null;

    /// <summary>Agenda, papers and minutes can still be written.</summary>
    public bool IsOpen => State != MeetingState.Cancelled;
}

public enum MeetingState
{
    Planned,

    /// <summary>Agenda and papers went out.</summary>
    Called,
    Held,
    Cancelled,
}
