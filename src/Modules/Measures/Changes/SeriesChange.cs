using Trellis.Kernel;

namespace Trellis.Measures.Changes;

/// <summary>Something from which on the figures of an indicator are others than before.</summary>
public sealed class SeriesChange : Thing
{
    public const int LongestWhy = 1000;

    public Guid IndicatorId { get; internal init; }

    /// <summary>The first <see cref="Periods.Period"/> of which it is true.</summary>
    public int From { get; internal init; }

    public SeriesChangeKind Kind { get; internal init; }
    public string Why { get; internal init; } = "";

    /// <summary>For a new definition, what was counted until then.</summary>
    public string? OldDefinition { get; internal init; }

    public Guid SaidBy { get; internal init; }
    public DateTimeOffset SaidAt { get; internal init; }

    public Periods.Period FirstPeriod => new(From);
}

public enum SeriesChangeKind
{
    /// <summary>What is counted is now said otherwise, and the figures can still be compared.</summary>
    Definition,

    /// <summary>Figures from here on are not to be compared with those before.</summary>
    Break,

    /// <summary>The process itself changed: limits are drawn anew from here on, and comparing is right.</summary>
    Rebase,
}
