using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>A field with several inputs, which share a legend.</summary>
public abstract partial class FieldsetField
{
    [Parameter]
    public string? Legend { get; set; }

    [Parameter]
    public RenderFragment? LegendContent { get; set; }

    [Parameter]
    public string? LegendClass { get; set; }

    /// <summary>The legend is the page's heading (one question a page).</summary>
    [Parameter]
    public bool LegendIsHeading { get; set; }

    [Parameter]
    public string? FieldsetClass { get; set; }

    [Parameter]
    public IReadOnlyDictionary<string, object>? FieldsetAttributes { get; set; }

    /// <summary>Whether the inputs stand in a fieldset; by default when there is a legend.</summary>
    [Parameter]
    public bool? InFieldset { get; set; }

    protected bool HasFieldset => InFieldset ?? (Legend is not null || LegendContent is not null);
}
