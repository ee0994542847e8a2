namespace Trellis.Spc;

/// <summary>What no value of a measure lies beyond.</summary>
internal readonly record struct Bounds(double Lowest, double Highest)
{
    /// <summary>A limit cut at the bounds, yet not past the centre, which values beyond a bound can move there.</summary>
    public double CutLower(double limit, double centre) => Math.Max(limit, Math.Min(Lowest, centre));

    public double CutUpper(double limit, double centre) => Math.Min(limit, Math.Max(Highest, centre));
}
