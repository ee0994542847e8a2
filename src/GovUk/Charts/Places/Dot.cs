namespace Trellis.GovUk;

/// <summary>One place and its value; null where there is none, and then the shorthand says why.</summary>
public sealed record Dot(string Name, decimal? Value)
{
    /// <summary>The place whose chart this is.</summary>
    public bool Ours { get; init; }

    /// <summary>Stands for a value that is missing: "[c]" suppressed, "[x]" not available.</summary>
    public string Shorthand { get; init; } = "[x]";
}
