using Trellis.Kernel;

namespace Trellis.Governance.Meetings;

/// <summary>One meeting of a forum, from the day that is planned to the minutes.</summary>
public sealed class Meeting : Thing
{
    public const int LongestPlace = 200;

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
}

public enum MeetingState
{
    Planned,

    /// <summary>Agenda and papers went out.</summary>
    Called,
    Held,
    Cancelled,
}
