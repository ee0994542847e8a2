namespace Trellis.GovUk;

/// <summary>A column of links in the footer, under its own heading.</summary>
public sealed record FooterSection(string Title, IReadOnlyList<LinkItem> Links)
{
    /// <summary>"full", "one-half", "one-third", "two-thirds".</summary>
    public string Width { get; init; } = "full";

    /// <summary>The links themselves in 2 or 3 columns.</summary>
    public int? Columns { get; init; }
}
