using Trellis.Kernel;

namespace Trellis.Governance.Meetings;

/// <summary>A member's interest in what the meeting deals with, as they declared it.</summary>
public sealed class Declaration : Thing
{
    public const int LongestText = 1000;

    public Guid MeetingId { get; internal init; }
    public Guid MemberId { get; internal set; }

    /// <summary>The item it is about, or null for the whole meeting.</summary>
    public Guid? AgendaItemId { get; internal set; }

    public string Text { get; internal set; } = "";
}
