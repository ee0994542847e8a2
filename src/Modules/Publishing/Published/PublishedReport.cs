using Trellis.Kernel;

namespace Trellis.Publishing.Published;

/// <summary>A report that the public can read, for ever at the same address. What it says stands in its versions.</summary>
public sealed class PublishedReport : Thing
{
    public const int LongestTitle = 300;

    /// <summary>Where it stands in addresses: letters, digits and hyphens.</summary>
    public string Address { get; internal init; } = "";

    public Guid PlanId { get; internal init; }

    /// <summary>The one priority that it reports; null for the whole plan.</summary>
    public Guid? PriorityId { get; internal init; }

    /// <summary>The newest version's title.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>The newest version's number: the guard against two people publishing at once is the version's own key.</summary>
    public int Newest { get; internal set; }

    public DateTimeOffset NewestAt { get; internal set; }
}

/// <summary>One version of a published report. Nothing of it is ever changed.</summary>
public sealed class PublishedVersion : Thing
{
    public const int LongestCorrection = 500;

    public Guid ReportId { get; internal init; }

    /// <summary>From 1.</summary>
    public int Number { get; internal init; }

    public string Title { get; internal init; } = "";
    public Guid? AccountId { get; internal init; }
    public DateTimeOffset At { get; internal init; }

    /// <summary>SHA-256 of the snapshot's bytes, in small hexadecimal digits.</summary>
    public string Hash { get; internal init; } = "";

    /// <summary>What this version puts right; null for the first.</summary>
    public string? Correction { get; internal init; }

    public PublishedSnapshot? Snapshot { get; internal init; }
}

/// <summary>What a version says, apart from the row that lists it: the bytes of a JSON file, hashed and sent as they are.</summary>
public sealed class PublishedSnapshot
{
    public Guid VersionId { get; internal init; }
    public byte[] Bytes { get; internal init; } = [];
}
