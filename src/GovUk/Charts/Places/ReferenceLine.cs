namespace Trellis.GovUk;

/// <summary>A value that all places are seen against: that of England, of the region.</summary>
public sealed record ReferenceLine(string Name, decimal Value);
