namespace Trellis.GovUk;

/// <summary>One area of a map and what is known of it.</summary>
/// <param name="Path">SVG path data in the map's own pixels.</param>
/// <param name="Class">0 for the lowest; null where there is no figure, and then Said is its shorthand.</param>
/// <param name="Said">The value as it is said: "72.3", "[c]".</param>
public sealed record MapArea(string Name, string Path, int? Class, string Said)
{
    /// <summary>Outlined.</summary>
    public bool Ours { get; init; }
}
