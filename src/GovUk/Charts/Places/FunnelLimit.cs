namespace Trellis.GovUk;

/// <summary>The limits at one denominator: 95 of 100 places lie within the inner ones by chance alone, 998 of 1,000 within the outer.</summary>
public sealed record FunnelLimit(decimal Denominator, decimal Lower95, decimal Upper95, decimal Lower998, decimal Upper998);
