using Trellis.Kernel;

namespace Trellis.People.Records;

/// <summary>What one agency holds of a person, as the agency gave it. What stood there before is kept beside it.</summary>
public sealed class AgencyRecord : Thing
{
    public Guid AgencyId { get; internal init; }
    public Guid PersonId { get; internal set; }

    /// <summary>The number of the key under which it is encrypted.</summary>
    public int Key { get; internal set; }

    /// <summary>A <see cref="RecordContent"/>, encrypted.</summary>
    public byte[] Content { get; internal set; } = [];

    /// <summary>The extract that last brought it; null where somebody entered it.</summary>
    public Guid? ExtractId { get; internal set; }

    public DateTimeOffset At { get; internal init; }

    /// <summary>When what stands there now came.</summary>
    public DateTimeOffset ChangedAt { get; internal set; }

    /// <summary>When the agency no longer gave it.</summary>
    public DateTimeOffset? GoneAt { get; internal set; }
}

/// <summary>What an agency's record said before it was changed.</summary>
public sealed class EarlierContent
{
    public Guid RecordId { get; internal init; }

    /// <summary>From 1, the oldest first.</summary>
    public int Number { get; internal init; }

    public int Key { get; internal init; }
    public byte[] Content { get; internal init; } = [];
    public Guid? ExtractId { get; internal init; }

    /// <summary>From when on it was so.</summary>
    public DateTimeOffset From { get; internal init; }

    /// <summary>Why it was put right, where a person did it; encrypted.</summary>
    public byte[]? SealedWhy { get; internal init; }
}
