namespace Trellis.Spc;

/// <summary>
/// Which points count towards the rule "two of three near a limit". In both, three points in a row must lie on one side of the centre,
/// and of these only points that count are flagged.
/// </summary>
public enum TwoOfThree
{
    /// <summary>Those between two thirds of the way to the limit and the limit: NHSRplotthedots 0.2.2 (2025). The default.</summary>
    Near,

    /// <summary>
    /// Those beyond two thirds of the way, outside the limit too: the change to its tools that NHS England's Making Data Count team announced
    /// (NHSRplotthedots, issue 194, 2023). A point outside keeps its own flag; one beside it inside the limit gains one.
    /// </summary>
    NearOrOutside,
}
