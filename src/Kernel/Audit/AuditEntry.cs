namespace Trellis.Kernel.Audit;

/// <summary>
/// What one process did: who, when, what for, why, and how many things it changed. Never changed after it is written;
/// <see cref="Hash"/> covers all of it and, through <see cref="ChangesRoot"/>, every change.
/// </summary>
public sealed class AuditEntry
{
    public const int LongestProcess = 200;
    public const int LongestWhy = 2000;

    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid? AccountId { get; init; }
    public required string Via { get; init; }
    public required string Process { get; init; }
    public required string? Why { get; init; }
    public required int Changes { get; init; }
    public required byte[] ChangesRoot { get; init; }
    public byte[] Hash { get; private set; } = [];

    /// <summary>A moment as both databases keep it: what is hashed must not be finer than what is stored.</summary>
    internal static DateTimeOffset Stored(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMillisecond));

    internal AuditEntry Signed()
    {
        Hash = ComputeHash();
        return this;
    }

    internal byte[] ComputeHash() =>
        Digest.Of(Id, At.UtcTicks, AccountId, Via, Process, Why, Changes, Convert.ToHexString(ChangesRoot));
}

/// <summary>One thing's step from one saved state to the next, within an entry.</summary>
public sealed class AuditChange
{
    public required Guid EntryId { get; init; }

    /// <summary>The place within the entry, from 0.</summary>
    public required int Position { get; init; }

    public required string Kind { get; init; }
    public required Guid ThingId { get; init; }

    /// <summary>The thing's version after the change: 1 when it was made, then without a gap.</summary>
    public required int Number { get; init; }

    public required ChangeVerb Verb { get; init; }

    /// <summary>The fields that changed, as JSON: {"Title": ["before", "after"]}.</summary>
    public required string Fields { get; init; }

    internal byte[] ComputeHash() => Digest.Of(EntryId, Position, Kind, ThingId, Number, Verb, Fields);
}

public enum ChangeVerb
{
    Made,
    Changed,
    Withdrawn,
    BroughtBack,
    Erased,
}

/// <summary>
/// A batch of committed entries, authenticated with a key that lies outside the database and repeated in a file outside
/// it. Each seal covers the one before, so none can be taken out of the middle.
/// </summary>
public sealed class AuditSeal
{
    public required long Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public required int Count { get; init; }
    public required byte[] Root { get; init; }
    public required byte[] PreviousMac { get; init; }
    public required byte[] Mac { get; init; }
}

/// <summary>Which seal holds an entry, and at which place.</summary>
public sealed class AuditSealMember
{
    public required Guid EntryId { get; init; }
    public required long SealNumber { get; init; }
    public required int Position { get; init; }
}
