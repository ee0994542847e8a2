namespace Trellis.Measures.Figures;

/// <summary>All figures of one indicator, at all places and in all periods, under the small number by which rows name them.</summary>
public sealed class Series
{
    public int Number { get; internal init; }
    public Guid IndicatorId { get; internal init; }
}
