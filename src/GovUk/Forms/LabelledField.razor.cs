using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>A field with one input and its label.</summary>
public abstract partial class LabelledField
{
    [Parameter]
    public string? Label { get; set; }

    [Parameter]
    public RenderFragment? LabelContent { get; set; }

    [Parameter]
    public string? LabelClass { get; set; }

    [Parameter]
    public IReadOnlyDictionary<string, object>? LabelAttributes { get; set; }

    /// <summary>The label is the page's heading (one question a page).</summary>
    [Parameter]
    public bool LabelIsHeading { get; set; }

    // A browser drops the first line break after the opening tag of a textarea: one is given for it to drop.
    protected static string? Kept(string? value) => value is ['\n' or '\r', ..] ? "\n" + value : value;
}
