using System.Runtime.Intrinsics;

namespace Trellis.Spc;

/// <summary>A line of a segment: one value for all its points, or one for each. NaN where there is none.</summary>
internal readonly struct Line
{
    private readonly double level;

    /// <summary>Of no length where one value serves for all.</summary>
    private readonly Padded each;

    public Line(double level) => this.level = level;

    public Line(ReadOnlySpan<double> each) => this.each = new Padded(each);

    public double this[int point] => each.Count > 0 ? each.Values[point] : level;

    public Vector256<double> FourAt(int first) => each.Count > 0 ? each.FourAt(first) : Vector256.Create(level);
}

/// <summary>The lines of a segment.</summary>
/// <param name="Centre">Of all its points.</param>
/// <param name="Lower">The lower limit, where it is drawn.</param>
/// <param name="Upper">The upper limit.</param>
/// <param name="NearLower">Two thirds of the way to the lower limit, as if it were not cut.</param>
/// <param name="NearUpper">Two thirds of the way to the upper limit.</param>
internal readonly record struct Lines(double Centre, Line Lower, Line Upper, Line NearLower, Line NearUpper);
