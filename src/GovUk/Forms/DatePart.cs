namespace Trellis.GovUk;

/// <summary>One box of a date.</summary>
/// <param name="Name">What it is sent as.</param>
/// <param name="Label">What stands above it.</param>
public sealed record DatePart(string Name, string Label)
{
    public string? Value { get; init; }

    public string? Id { get; init; }

    /// <summary>Characters that fit; none where a class says it.</summary>
    public int? Width { get; init; } = 2;

    public string? Class { get; init; }

    /// <summary>Whether this box is wrong; when no box says so, an error of the date marks them all.</summary>
    public bool? Error { get; init; }

    public string Inputmode { get; init; } = "numeric";

    public string? Autocomplete { get; init; }

    public string? Pattern { get; init; }

    public IReadOnlyDictionary<string, object>? Attributes { get; init; }
}
