namespace Trellis.GovUk;

/// <summary>Another place's values beside ours, one for each point; null where there is none.</summary>
public sealed record Comparator(string Name, IReadOnlyList<decimal?> Values);
