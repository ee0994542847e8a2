using Trellis.Kernel;

namespace Trellis.Governance.Asks;

/// <summary>Support asked of a board or a person outside the department, for a named thing. It stays open until it is answered.</summary>
public sealed class Ask : Thing
{
    public const int LongestText = 1000;

    /// <summary>What it is asked for: a key action.</summary>
    public Guid ThingId { get; internal init; }

    public string What { get; internal set; } = "";

    /// <summary>The board that is asked, or null when a person is.</summary>
    public Guid? ForumId { get; internal set; }

    /// <summary>The officer who is asked, or null when a board is.</summary>
    public Guid? OfficerId { get; internal set; }

    public DateOnly AskedOn { get; internal init; }
    public Guid? AskedByAccountId { get; internal init; }
    public string? Answer { get; internal set; }
    public DateOnly? AnsweredOn { get; internal set; }
    public Guid? AnsweredByAccountId { get; internal set; }

    public bool IsOpen => AnsweredOn is null;
}
