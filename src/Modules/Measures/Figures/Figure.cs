using Trellis.Measures.Periods;

namespace Trellis.Measures.Figures;

/// <summary>What is said of one indicator at one place in one period.</summary>
/// <param name="Value">Null where a shorthand stands in its place.</param>
/// <param name="Numerator">What was counted, where that is known.</param>
/// <param name="Denominator">What it was counted of.</param>
public readonly record struct FigureValue(decimal? Value, decimal? Numerator, decimal? Denominator, FigureStatus Status, Shorthand Shorthand)
{
    public static FigureValue Of(decimal value, FigureStatus status = FigureStatus.Final) => new(value, null, null, status, Shorthand.None);

    public static FigureValue Missing(Shorthand why, FigureStatus status = FigureStatus.Final) => new(null, null, null, status, why);
}

/// <summary>A figure as it stands: the newest of its revisions.</summary>
/// <param name="Revision">From 1; higher where it replaced an earlier one.</param>
/// <param name="Batch">The number of the <see cref="FigureBatch"/> that brought it.</param>
public readonly record struct Figure(Period Period, FigureValue Said, int Revision, int Batch)
{
    public decimal? Value => Said.Value;
}
