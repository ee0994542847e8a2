namespace Trellis.Spc;

/// <summary>One place in a funnel.</summary>
/// <param name="Value">Its proportion or rate, in the funnel's unit; NaN when missing.</param>
/// <param name="Size">The cases or exposure behind it.</param>
/// <param name="Limits">The limits at that size.</param>
/// <param name="Zone">Where it lies between them; on a limit is inside.</param>
public readonly record struct FunnelPlace(double Value, double Size, FunnelLimits Limits, FunnelZone Zone);
