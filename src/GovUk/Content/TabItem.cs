using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>A tab and what it shows.</summary>
public sealed record TabItem(string? Label, RenderFragment? Panel)
{
    /// <summary>Of the panel; by default the tabs' prefix and the number of the tab.</summary>
    public string? Id { get; init; }

    public IReadOnlyDictionary<string, object>? Attributes { get; init; }

    public IReadOnlyDictionary<string, object>? PanelAttributes { get; init; }
}
