namespace Trellis.Spc;

/// <summary>
/// What a point shows, by the first rule that it meets; the rules stand here in their order, as in NHSRplotthedots 0.2.2 (2025).
/// "Above" and "below" are beside the centre line.
/// </summary>
public enum SpecialCause
{
    /// <summary>None: common cause variation, or a missing value.</summary>
    None,

    /// <summary>Outside the upper limit; a point on the limit is inside.</summary>
    AboveUpperLimit,

    /// <summary>Outside the lower limit.</summary>
    BelowLowerLimit,

    /// <summary>Part of a run of <see cref="ChartOptions.RunLength"/> points, each higher than the one before.</summary>
    TrendUp,

    /// <summary>Part of a run of points, each lower than the one before.</summary>
    TrendDown,

    /// <summary>One of two in three that are near the upper limit: see <see cref="TwoOfThree"/>.</summary>
    TwoOfThreeAbove,

    /// <summary>One of two in three that are near the lower limit.</summary>
    TwoOfThreeBelow,

    /// <summary>Part of a run of <see cref="ChartOptions.RunLength"/> points above the centre; a point on the centre ends a run.</summary>
    RunAbove,

    /// <summary>Part of a run of points below the centre.</summary>
    RunBelow,
}
