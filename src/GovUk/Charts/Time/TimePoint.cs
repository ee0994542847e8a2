namespace Trellis.GovUk;

/// <summary>One period of a time chart.</summary>
/// <param name="Period">In full, as the table says it: "April 2025".</param>
/// <param name="Short">As the axis says it: "Apr 25".</param>
/// <param name="Value">Null breaks the line; then <see cref="Shorthand"/> says why.</param>
public sealed record TimePoint(string Period, string Short, decimal? Value)
{
    /// <summary>Stands for a value that is missing: "[c]" suppressed, "[x]" not available.</summary>
    public string Shorthand { get; init; } = "[x]";

    /// <summary>Drawn hollow, and said in the table.</summary>
    public bool Provisional { get; init; }

    public PointState State { get; init; }

    /// <summary>What the table adds to the state: "Seventh point in a row above the mean".</summary>
    public string? Note { get; init; }

    public decimal? Mean { get; init; }

    public decimal? Lower { get; init; }

    public decimal? Upper { get; init; }

    public decimal? Target { get; init; }

    /// <summary>The mean and limits were calculated anew from here on: their lines break before this point.</summary>
    public bool Rebased { get; init; }
}
