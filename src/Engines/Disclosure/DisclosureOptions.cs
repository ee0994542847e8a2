namespace Trellis.Disclosure;

/// <summary>What is small, and how hard to look for the cheapest way of hiding it.</summary>
public sealed record DisclosureOptions
{
    /// <summary>1 to 5, as official statistics of children suppress.</summary>
    public static DisclosureOptions Default { get; } = new();

    /// <summary>The smallest count that must not be shown; 1 or more, since none is always shown.</summary>
    public int Smallest { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Smallest), value, "It is 1 or more."); } = 1;

    /// <summary>The largest count that must not be shown; no less than <see cref="Smallest"/>.</summary>
    public int Largest { get; init; } = 5;

    /// <summary>
    /// How many half-made tables are looked at before a search takes any way instead of a cheap one; 1 or more. That is safe: more is hidden then, not less.
    /// </summary>
    public int MostSteps { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MostSteps), value, "It is 1 or more."); } = 300;
}
