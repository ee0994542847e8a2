using Trellis.Governance.Meetings;
using Trellis.Kernel;

namespace Trellis.Governance.ForwardPlan;

/// <summary>What a forum will decide or discuss, said ahead of the meeting.</summary>
public sealed class ForwardPlanItem : Thing, IKeptBack
{
    public Guid ForumId { get; internal init; }

    /// <summary>The short name within the forum, kept for ever: "FP-3".</summary>
    public string Reference { get; internal init; } = "";

    public string Title { get; internal set; } = "";
    public bool IsKeyDecision { get; internal set; }
    public Guid? LeadOfficerId { get; internal set; }

    /// <summary>The meeting that takes it, or null while only the month is known.</summary>
    public Guid? MeetingId { get; internal set; }

    /// <summary>The first day of the month in which it comes up.</summary>
    public DateOnly? Month { get; internal set; }

    public Openness Openness { get; internal set; }
    public int? ExemptParagraph { get; internal set; }
    public string? PublicInterest { get; internal set; }

    /// <summary>From this day the public may read it on the forward plan.</summary>
    public DateOnly? PublishedOn { get; internal set; }

    /// <summary>The agenda item that it became.</summary>
    public Guid? AgendaItemId { get; internal set; }
}
