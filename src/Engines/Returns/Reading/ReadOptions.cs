namespace Trellis.Returns;

/// <summary>What the files themselves do not say.</summary>
public sealed record ReadOptions
{
    /// <summary>The collection year. An SSDA903 does not say it; a census does, and what is given here goes before it.</summary>
    public int? Year { get; init; }

    /// <summary>Whose return it is: the nine characters of the authority's code.</summary>
    public string? Authority { get; init; }

    /// <summary>The day of which an Annex A speaks; the latest day in it where nobody says it.</summary>
    public DateOnly? AsAt { get; init; }
}
