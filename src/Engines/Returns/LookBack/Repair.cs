namespace Trellis.Returns.LookBack;

/// <summary>What was done where the returns do not fit together.</summary>
public enum RepairKind
{
    /// <summary>A row that stands twice in one return was taken once.</summary>
    Repeated,

    /// <summary>Two returns tell one episode differently; the later return was believed.</summary>
    Retold,

    /// <summary>A later return begins an episode anew on 1 April that was open before; both are one.</summary>
    CutAtYear,

    /// <summary>An episode has no end though the next one begins; it was ended on that day.</summary>
    EndMissing,

    /// <summary>An episode ends the day before the next begins; it was made to end on that day.</summary>
    GapOfOneDay,

    /// <summary>An episode ends after the next has begun; it was made to end on that day.</summary>
    Overlap,

    /// <summary>An episode says that care started, though the one before it goes over into it; it was made a change.</summary>
    StartInCare,

    /// <summary>An episode says that care ceased, though the next goes on from it; it was made to go over into the next.</summary>
    EndInCare,

    /// <summary>Days between two episodes that say they meet. Nothing was done: nobody knows which is wrong.</summary>
    GapLeft,

    /// <summary>An episode was open and a later return does not know the child. Nothing was done: nobody knows when it ended.</summary>
    EndUnknown,

    /// <summary>An episode without a day on which it began was left out.</summary>
    LeftOut,
}

/// <summary>A place where the returns do not fit together, and what was made of it.</summary>
/// <param name="Child">The child.</param>
/// <param name="Day">The day on which the episode begins; nothing where it has none.</param>
/// <param name="Kind">What it is.</param>
/// <param name="What">In words, without who the child is.</param>
public sealed record Repair(string Child, DateOnly? Day, RepairKind Kind, string What);
