namespace Trellis.Kernel.Organisation;

/// <summary>A body that works with the council for children and sits on its boards: police, health, a school trust, a charity.</summary>
public sealed class Agency : Thing
{
    public const int LongestName = 120;

    public string Name { get; internal set; } = "";
    public string SortKey { get; internal set; } = "";
}
