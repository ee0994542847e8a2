namespace Trellis.Spc;

/// <summary>A stretch of a chart with a mean and limits of its own: the whole series, or what lies between two rebasings. Rules do not reach across.</summary>
public readonly record struct Segment
{
    /// <summary>Index of its first point, from 0.</summary>
    public int Start { get; init; }

    /// <summary>How many points, missing ones counted; 1 or more.</summary>
    public int Length { get; init; }

    /// <summary>How many of them have a value.</summary>
    public int Known { get; init; }

    /// <summary>
    /// The centre line, in the chart's unit: the mean of its values (XmR), or all events over all cases (p, c, u). NaN without values. It
    /// is given also where limits are refused.
    /// </summary>
    public double Centre { get; init; }

    /// <summary>
    /// XmR: the mean of the moving ranges that passed the screening, in the chart's unit. With Laney's correction: the mean moving range of the
    /// standardised values, without unit; over 1.128 it is Laney's sigma z. Otherwise, and where there is none, NaN.
    /// </summary>
    public double MeanRange { get; init; }

    /// <summary>Why it has no limits; <see cref="LimitRefusal.None"/> when it has.</summary>
    public LimitRefusal Refusal { get; init; }
}
