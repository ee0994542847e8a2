using Trellis.Kernel;

namespace Trellis.Plans.Updates;

/// <summary>
/// What an owner says in a reporting cycle of a key action, or of a section of narrative. Until it is approved the plan stays
/// as it was.
/// </summary>
public sealed class Update : Thing
{
    public Guid CycleId { get; internal init; }
    public Guid PlanId { get; internal init; }

    /// <summary>The key action or section.</summary>
    public Guid ItemId { get; internal init; }

    public UpdateState State { get; internal set; }
    public Progress Progress { get; internal set; }

    /// <summary>The owner says that nothing changed; the text says why that is so.</summary>
    public bool NoChange { get; internal set; }

    /// <summary>How it stands, in words; for a section its new words.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>Why it is better than its dates say.</summary>
    public string? Why { get; internal set; }

    /// <summary>Why it came after the cycle had closed.</summary>
    public string? LateWhy { get; internal set; }

    /// <summary>What is said of its milestones; those not named stay as they are.</summary>
    public IReadOnlyList<MilestoneSaying> Milestones { get; internal set; } = [];

    /// <summary>The support that is asked from outside.</summary>
    public string? AskWhat { get; internal set; }

    /// <summary>The name of the board or person who is asked, as it was typed.</summary>
    public string? AskOf { get; internal set; }

    public Guid? AskForumId { get; internal set; }
    public Guid? AskOfficerId { get; internal set; }

    public Guid? SentByAccountId { get; internal set; }
    public DateTimeOffset SentAt { get; internal set; }

    public string? ReturnedWhy { get; internal set; }
    public Guid? DecidedByAccountId { get; internal set; }
    public DateTimeOffset? DecidedAt { get; internal set; }
}

public enum UpdateState
{
    /// <summary>Waits for the head.</summary>
    Submitted,

    /// <summary>The head wants it said otherwise, with a reason.</summary>
    Returned,

    /// <summary>It stands in the plan.</summary>
    Approved,
}

/// <summary>What an owner says of one milestone.</summary>
public sealed record MilestoneSaying(Guid Id, Lifecycle Lifecycle, DateOnly? CompletedOn, Due Forecast);

/// <summary>
/// What is typed and not sent yet, as it was typed. It belongs to the row and not to the person: whoever acts for the owner
/// goes on with it.
/// </summary>
public sealed class UpdateDraft
{
    public Guid CycleId { get; init; }
    public Guid ItemId { get; init; }

    /// <summary>Counts the saved states from 1: two people do not overwrite each other.</summary>
    public int Stamp { get; internal set; }

    /// <summary>Who typed last: nobody is told that they met themselves.</summary>
    public Guid? AccountId { get; internal set; }

    public UpdateForm Form { get; internal set; } = new();
    public DateTimeOffset SavedAt { get; internal set; }
}

/// <summary>How a plan's item stood when a cycle locked: what the next cycle is compared with.</summary>
public sealed class CycleStand
{
    public Guid CycleId { get; init; }
    public Guid ItemId { get; init; }
    public Progress Progress { get; init; }
    public Lifecycle Lifecycle { get; init; }
    public Due Due { get; init; }
}
