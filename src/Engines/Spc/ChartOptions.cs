namespace Trellis.Spc;

/// <summary>How a chart is drawn. Values out of range are refused with an <see cref="ArgumentOutOfRangeException"/>.</summary>
public sealed record ChartOptions
{
    /// <summary>The options used when none are given.</summary>
    public static ChartOptions Default { get; } = new();

    /// <summary>Which way is better; neither unless said.</summary>
    public ImprovementDirection Direction { get; init; }

    /// <summary>
    /// A segment with fewer known values gets no limits (<see cref="LimitRefusal.TooFewPoints"/>); 13, below which NHSRplotthedots warns.
    /// 0 refuses none for being short.
    /// </summary>
    public int MinimumPoints { get; init => field = AtLeast(0, value, nameof(MinimumPoints)); } = 13;

    /// <summary>
    /// Mean and limits of each segment rest on its first so many points, missing ones counted, and are extended over the rest; null for all
    /// of them. 1 or more; Making Data Count asks for 12.
    /// </summary>
    public int? FixAfter { get; init => field = value is { } points ? AtLeast(1, points, nameof(FixAfter)) : null; }

    /// <summary>
    /// How many points make a trend (each higher, or each lower, than the one before) and how many make a run on one side of the centre: 7, or
    /// 6. It governs these two rules, as in Making Data Count's own tools.
    /// </summary>
    public int RunLength
    {
        get;
        init => field = value is 6 or 7 ? value : throw new ArgumentOutOfRangeException(nameof(RunLength), value, "A run is of 6 or 7 points.");
    } = 7;

    /// <summary>Which points count towards "two of three near a limit".</summary>
    public TwoOfThree TwoOfThree { get; init; }

    /// <summary>
    /// XmR only: limits lie this many mean moving ranges from the mean, and two thirds of that is "near"; above 0. 2.66 = 3 / 1.128 (Shewhart's
    /// three sigma, sigma from ranges of two: D J Wheeler, "Understanding Variation", 1993).
    /// </summary>
    public double LimitFactor { get; init => field = Above0(value, nameof(LimitFactor)); } = 2.66;

    /// <summary>
    /// XmR only: moving ranges of this many mean moving ranges or more are left out, once, and the mean taken again; above 0,
    /// <see cref="double.PositiveInfinity"/> for no screening. 3.267 (L S Nelson, "Control Charts for Individual Measurements", 1982).
    /// </summary>
    public double ScreeningFactor { get; init => field = Above0(value, nameof(ScreeningFactor)); } = 3.267;

    /// <summary>
    /// p-, c- and u-charts only: limits widen or narrow with the variation between neighbouring points (p′ and u′: D B Laney, "Improved
    /// Control Charts for Attributes", 2002). For denominators so large that counting error alone would flag nearly every point.
    /// </summary>
    public bool LaneyCorrected { get; init; }

    /// <summary>
    /// No limit is drawn below this, in the chart's unit: 0 for what cannot be negative. Only where the limit is drawn and what lies outside of it
    /// change: "near a limit" is measured as if it were not cut.
    /// </summary>
    public double LowerBound { get; init; } = double.NegativeInfinity;

    /// <summary>No limit is drawn above this: 100 for percentages.</summary>
    public double UpperBound { get; init; } = double.PositiveInfinity;

    private static int AtLeast(int least, int value, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, value, $"It is {least} or more.");

    private static double Above0(double value, string name) =>
        value > 0 ? value : throw new ArgumentOutOfRangeException(name, value, "It is above 0.");
}
