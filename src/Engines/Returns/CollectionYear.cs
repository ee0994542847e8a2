namespace Trellis.Returns;

/// <summary>A collection year: 2026 is 1 April 2025 to 31 March 2026.</summary>
/// <param name="Number">The year in which it ends.</param>
public readonly record struct CollectionYear(int Number)
{
    /// <summary>Its first day, 1 April.</summary>
    public Day Start { get; } = Number is > 1 and < 10_000 ? new(Number - 1, 4, 1) : default;

    /// <summary>Its last day, 31 March.</summary>
    public Day End { get; } = Number is > 1 and < 10_000 ? new(Number, 3, 31) : default;
}
