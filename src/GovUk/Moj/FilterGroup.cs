namespace Trellis.GovUk;

/// <summary>The chosen values of one filter.</summary>
public sealed record FilterGroup(string Title, IReadOnlyList<LinkItem> Links);
