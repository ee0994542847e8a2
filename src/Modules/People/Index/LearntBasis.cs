namespace Trellis.People.Index;

/// <summary>What the records of a day taught about comparing them, so that a restart compares as before. It holds names that many have, and is encrypted as records are.</summary>
public sealed class LearntBasis
{
    public Guid Id { get; internal init; }

    /// <summary>How many records taught it.</summary>
    public int Records { get; internal init; }

    /// <summary>The number of the key under which it is encrypted.</summary>
    public int Key { get; internal init; }

    public byte[] Content { get; internal init; } = [];
    public DateTimeOffset At { get; internal init; }
}
