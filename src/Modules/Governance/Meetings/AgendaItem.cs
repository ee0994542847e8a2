using Trellis.Kernel;

namespace Trellis.Governance.Meetings;

/// <summary>One line of a meeting's agenda, with what the minutes say of it.</summary>
public sealed class AgendaItem : Thing, IKeptBack
{
    public const int LongestTitle = 300;
    public const int LongestText = 20000;
    public const int LongestReason = 1000;

    public Guid MeetingId { get; internal init; }

    /// <summary>Where it stands below its meeting's address, kept for ever; its place on the agenda is another number.</summary>
    public int Number { get; internal init; }

    public int Position { get; internal set; }
    public string Title { get; internal set; } = "";

    /// <summary>What the members are asked to do: note, discuss, decide.</summary>
    public string? Asked { get; internal set; }

    public Openness Openness { get; internal set; }

    /// <summary>The paragraph of Schedule 12A, 1 to 7, of an exempt item.</summary>
    public int? ExemptParagraph { get; internal set; }

    /// <summary>Why the public interest in keeping it back outweighs that in telling it.</summary>
    public string? PublicInterest { get; internal set; }

    /// <summary>Added after agenda and papers went out: why the chair takes it all the same.</summary>
    public string? LateReason { get; internal set; }

    public bool IsKeyDecision { get; internal set; }

    /// <summary>The line of the forward plan that it came from.</summary>
    public Guid? ForwardPlanItemId { get; internal set; }

    public Guid? PresenterOfficerId { get; internal set; }
    public string? Minutes { get; internal set; }
}
