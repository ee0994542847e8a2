namespace Trellis.GovUk;

/// <summary>One moment of a trend: what it is called, and the number there.</summary>
public sealed record TrendPoint(string Label, decimal Value);
