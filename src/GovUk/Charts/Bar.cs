namespace Trellis.GovUk;

/// <summary>One bar: a category and how many there are of it.</summary>
public sealed record Bar(string Label, decimal Value)
{
    public BarState State { get; init; }

    /// <summary>The value as it is said, where "1,234" is not enough ("12 of 40", "5 or fewer").</summary>
    public string? ValueText { get; init; }

    internal string Said => ValueText ?? $"{Value:#,0.##}";
}
