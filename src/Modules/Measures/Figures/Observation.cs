namespace Trellis.Measures.Figures;

/// <summary>
/// One figure as somebody once said it: written once, never changed. A revised figure is another row with the next revision, so that what
/// was known on any day can be read again.
/// </summary>
/// <remarks>There are hundreds of thousands: the row holds numbers where others hold ids.</remarks>
public sealed class Observation
{
    /// <summary>The number of the <see cref="Figures.Series"/>.</summary>
    public int Series { get; internal init; }

    /// <summary>A <see cref="Kernel.Places.PlaceCode"/>.</summary>
    public int Place { get; internal init; }

    /// <summary>A <see cref="Periods.Period"/>.</summary>
    public int Period { get; internal init; }

    public int Revision { get; internal init; }
    public int Batch { get; internal init; }
    public decimal? Value { get; internal init; }
    public decimal? Numerator { get; internal init; }
    public decimal? Denominator { get; internal init; }
    public FigureStatus Status { get; internal init; }
    public Shorthand Shorthand { get; internal init; }

    public FigureValue Said => new(Value, Numerator, Denominator, Status, Shorthand);
}
