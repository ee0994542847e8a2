namespace Trellis.GovUk;

/// <summary>One area of a map.</summary>
/// <param name="Properties">As the file gives them: its code, its name.</param>
/// <param name="Path">SVG path data in pixels; holes are outlines within, so it is filled by the rule "evenodd".</param>
public sealed record MapShape(IReadOnlyDictionary<string, string> Properties, string Path);
