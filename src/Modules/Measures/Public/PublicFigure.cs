using Trellis.Measures.Figures;

namespace Trellis.Measures.Public;

/// <summary>
/// A figure as the public may have it. Of a figure that is kept back there is no number here, so that nothing made from these rows can tell it.
/// They stay when an indicator is public no more: what was shown once cannot be taken from anybody, and what was hidden must stay hidden.
/// </summary>
public sealed class PublicFigure
{
    /// <summary>The number of the <see cref="Figures.Series"/>.</summary>
    public int Series { get; internal init; }

    /// <summary>A <see cref="Kernel.Places.PlaceCode"/>.</summary>
    public int Place { get; internal init; }

    /// <summary>A <see cref="Periods.Period"/>.</summary>
    public int Period { get; internal init; }

    public int Batch { get; internal init; }
    public decimal? Value { get; internal init; }
    public decimal? Numerator { get; internal init; }
    public decimal? Denominator { get; internal init; }
    public FigureStatus Status { get; internal init; }
    public Shorthand Shorthand { get; internal init; }

    /// <summary>There is a value, and the council does not show it.</summary>
    public bool IsKeptBack { get; internal init; }

    /// <summary>The batch of the edition that everybody has: the newest from before something was kept back that this adds up with.</summary>
    public int EditionBatch { get; internal init; }

    public FigureValue Said => new(Plain(Value), Plain(Numerator), Plain(Denominator), Status, Shorthand);

    /// <summary>Without noughts at its end, which one database adds: programs read 70, not 70.0.</summary>
    private static decimal? Plain(decimal? number) => number / 1.0000000000000000000000000000m;
}
