using Trellis.Governance.Meetings;
using Trellis.Kernel;

namespace Trellis.Governance.Scrutiny;

/// <summary>What a scrutiny panel asks or recommends, and the answer it gets. It stays on the panel's next agenda until it is closed.</summary>
public sealed class ScrutinyChallenge : Thing, IKeptBack
{
    public const int LongestText = 4000;
    public const int LongestRaisedBy = 120;

    public Guid ForumId { get; internal init; }

    /// <summary>The meeting at which it was raised, where it was raised at one.</summary>
    public Guid? MeetingId { get; internal init; }

    /// <summary>The short name within the forum, kept for ever: "SC-3".</summary>
    public string Reference { get; internal init; } = "";

    public ScrutinyKind Kind { get; internal set; }
    public string Text { get; internal set; } = "";
    public string RaisedBy { get; internal set; } = "";
    public DateOnly RaisedOn { get; internal set; }

    /// <summary>The officer who answers.</summary>
    public Guid? OwnerOfficerId { get; internal set; }

    public DateOnly DueOn { get; internal set; }
    public string? Answer { get; internal set; }
    public DateOnly? AnsweredOn { get; internal set; }
    public ScrutinyVerdict Verdict { get; internal set; }

    /// <summary>Why it was rejected, or accepted in part only.</summary>
    public string? VerdictReason { get; internal set; }

    /// <summary>The day on which the panel was content.</summary>
    public DateOnly? ClosedOn { get; internal set; }

    /// <summary>Why the panel sent the last answer back.</summary>
    public string? ReturnReason { get; internal set; }

    public Openness Openness { get; internal set; }
    public int? ExemptParagraph { get; internal set; }
    public string? PublicInterest { get; internal set; }

    public bool IsOverdueOn(DateOnly today) => AnsweredOn is null && ClosedOn is null && DueOn < today;

    public bool IsOpen => ClosedOn is null;
}

public enum ScrutinyKind
{
    Challenge,
    Recommendation,
}

public enum ScrutinyVerdict
{
    NotAnswered,
    Accepted,
    InPart,
    Rejected,
}
