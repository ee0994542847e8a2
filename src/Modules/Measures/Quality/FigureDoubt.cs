namespace Trellis.Measures.Quality;

/// <summary>What is odd about a figure.</summary>
public enum DoubtKind
{
    /// <summary>No such figure can be: fewer than none, more than all.</summary>
    Impossible,

    /// <summary>More was counted than there was to count.</summary>
    NumeratorAboveDenominator,

    /// <summary>Beyond what chance would do, going by the figures before.</summary>
    Jump,

    /// <summary>To the last digit what was said of the period before.</summary>
    SameAgain,

    /// <summary>It is counted of many more or many fewer than before.</summary>
    DenominatorChanged,
}

/// <summary>One question about a figure.</summary>
/// <param name="Words">A sentence with the numbers that raise it.</param>
public sealed record FigureDoubt(DoubtKind Kind, string Words);
