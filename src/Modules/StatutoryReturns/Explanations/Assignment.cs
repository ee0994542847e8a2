using Trellis.Kernel;

namespace Trellis.StatutoryReturns.Explanations;

/// <summary>Failures that somebody shall look at: those that a list of one return shows.</summary>
public sealed class Assignment : Thing
{
    public const int LongestFilter = 200;

    public Guid UploadId { get; internal init; }

    /// <summary>Which ones: what stands behind "?" in the list's address.</summary>
    public string Filter { get; internal init; } = "";

    /// <summary>How many they were when they were given out.</summary>
    public int Count { get; internal init; }

    public Guid AccountId { get; internal init; }
    public Guid GivenBy { get; internal init; }
    public DateTimeOffset At { get; internal init; }
    public DateTimeOffset? DoneAt { get; internal set; }
}
