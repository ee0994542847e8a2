using Trellis.Kernel;

namespace Trellis.Governance.Meetings;

/// <summary>What a meeting decided on an item, who carries it out and by when. It is as open as its item.</summary>
public sealed class Decision : Thing
{
    public Guid ForumId { get; internal init; }
    public Guid MeetingId { get; internal init; }
    public Guid AgendaItemId { get; internal init; }

    /// <summary>The short name within the forum, kept for ever: "D-12".</summary>
    public string Reference { get; internal init; } = "";

    public string Text { get; internal set; } = "";
    public Guid? OwnerOfficerId { get; internal set; }
    public DateOnly? DueOn { get; internal set; }
    public DateOnly? DoneOn { get; internal set; }
}
