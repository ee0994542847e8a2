using Trellis.Kernel;
using Trellis.Measures.Figures;

namespace Trellis.Measures.Entry;

/// <summary>
/// What somebody says of one indicator in one period at the council's own place: kept, sent, and signed off by somebody else, which makes it a
/// figure. Whoever says it otherwise later opens the next round; the earlier ones stay as they were.
/// </summary>
public sealed class FigureEntry : Thing
{
    public const int LongestText = 4000;
    public const int LongestWhy = 1000;

    public Guid IndicatorId { get; internal init; }

    /// <summary>A <see cref="Kernel.Places.PlaceCode"/>.</summary>
    public int Place { get; internal init; }

    /// <summary>A <see cref="Periods.Period"/>.</summary>
    public int Period { get; internal init; }

    /// <summary>1 for what was said first of this period, and one more each time that a signed figure is said otherwise.</summary>
    public int Round { get; internal init; }

    public decimal? Value { get; internal set; }
    public decimal? Numerator { get; internal set; }
    public decimal? Denominator { get; internal set; }

    /// <summary>Set where there is no figure, and the commentary says why.</summary>
    public Shorthand Shorthand { get; internal set; }

    /// <summary>The batch from which the population below the figure came: its vintage.</summary>
    public int? PopulationBatch { get; internal set; }

    public string? Commentary { get; internal set; }

    /// <summary>What was asked about the figure, a line for each.</summary>
    public string? Questions { get; internal set; }

    /// <summary>The answer to what was asked.</summary>
    public string? Explanation { get; internal set; }

    /// <summary>Why a figure is said otherwise that was locked with its reporting cycle.</summary>
    public string? CorrectionWhy { get; internal set; }

    public EntryState State { get; internal set; }
    public Guid EnteredBy { get; internal set; }
    public DateTimeOffset EnteredAt { get; internal set; }

    /// <summary>It was sent after its reporting cycle had closed.</summary>
    public bool IsLate { get; internal set; }

    public Guid? DecidedBy { get; internal set; }
    public DateTimeOffset? DecidedAt { get; internal set; }
    public string? ReturnedWhy { get; internal set; }

    public Periods.Period Of => new(Period);

    public FigureValue Said => new(Value, Numerator, Denominator, Round > 1 ? FigureStatus.Revised : FigureStatus.Final, Shorthand);
}

public enum EntryState
{
    /// <summary>Not sent yet.</summary>
    Kept,

    Sent,
    SignedOff,
    Returned,
}
