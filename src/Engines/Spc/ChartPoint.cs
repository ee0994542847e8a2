namespace Trellis.Spc;

/// <summary>One point of a chart, with the lines at its place.</summary>
public readonly record struct ChartPoint
{
    /// <summary>Its value in the chart's unit; NaN when missing.</summary>
    public double Value { get; init; }

    /// <summary>Which of <see cref="Chart.Segments"/> it belongs to, from 0.</summary>
    public int Segment { get; init; }

    /// <summary>The centre line; NaN when the segment has no values.</summary>
    public double Centre { get; init; }

    /// <summary>The lower process limit; NaN where refused, and where the count behind the point is missing.</summary>
    public double LowerLimit { get; init; }

    /// <summary>The upper process limit; NaN where the lower one is.</summary>
    public double UpperLimit { get; init; }

    /// <summary>1 above the centre, -1 below, 0 on it; null when the value is missing.</summary>
    public int? Side { get; init; }

    /// <summary>Where it lies beside the limits.</summary>
    public Zone Zone { get; init; }

    /// <summary>The first rule that it meets.</summary>
    public SpecialCause Cause { get; init; }

    /// <summary>What that means for whoever wants improvement.</summary>
    public PointType Type { get; init; }
}
