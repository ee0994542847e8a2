namespace Trellis.Spc;

/// <summary>Why there are no limits where there might be: they would mislead.</summary>
public enum LimitRefusal
{
    /// <summary>Not refused: there are limits.</summary>
    None,

    /// <summary>Fewer known values than <see cref="ChartOptions.MinimumPoints"/>.</summary>
    TooFewPoints,

    /// <summary>No two neighbouring values are known, so there is no moving range.</summary>
    NoNeighbours,

    /// <summary>
    /// All values that the limits would rest on are the same (to 12 digits: what differs beyond them is rounding). For counts and proportions: none
    /// has the event, or all have.
    /// </summary>
    FlatSeries,

    /// <summary>The values differ, but so seldom that screening leaves no moving range above zero: most of them are the same.</summary>
    ZeroScreenedRange,
}

/// <summary>Refusals in words.</summary>
public static class LimitRefusals
{
    /// <summary>One sentence for a person; empty for <see cref="LimitRefusal.None"/>.</summary>
    public static string InWords(this LimitRefusal refusal) => refusal switch
    {
        LimitRefusal.TooFewPoints => "There are too few points for limits that can be relied on.",
        LimitRefusal.NoNeighbours => "No two neighbouring points are known, so there is nothing to measure the variation by.",
        LimitRefusal.FlatSeries => "All values are the same, so there is no variation to set limits by.",
        LimitRefusal.ZeroScreenedRange => "Nearly all values are the same, so limits would flag every change, however small.",
        _ => "",
    };
}
