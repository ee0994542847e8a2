namespace Trellis.Spc;

/// <summary>The four limits of a funnel at one size, in its unit; all NaN where there are none.</summary>
/// <param name="Lower998">One place in 1,000 alike lies below.</param>
/// <param name="Lower95">One place in 40 alike lies below.</param>
/// <param name="Upper95">One place in 40 alike lies above.</param>
/// <param name="Upper998">One place in 1,000 alike lies above.</param>
public readonly record struct FunnelLimits(double Lower998, double Lower95, double Upper95, double Upper998)
{
    internal static readonly FunnelLimits None = new(double.NaN, double.NaN, double.NaN, double.NaN);

    internal FunnelZone ZoneOf(double value) =>
        double.IsNaN(value) || double.IsNaN(Lower95) ? FunnelZone.Unknown
        : value > Upper998 ? FunnelZone.VeryHigh
        : value > Upper95 ? FunnelZone.High
        : value < Lower998 ? FunnelZone.VeryLow
        : value < Lower95 ? FunnelZone.Low
        : FunnelZone.Within;

    /// <summary>Each limit made from the one here.</summary>
    internal FunnelLimits Each(Func<double, double> make) => new(make(Lower998), make(Lower95), make(Upper95), make(Upper998));
}
