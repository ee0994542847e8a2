namespace Trellis.GovUk;

/// <summary>Values from here on are not to be compared with those before: "Definition changed".</summary>
/// <param name="Index">The first point of the new kind.</param>
public sealed record SeriesBreak(int Index, string Words);
