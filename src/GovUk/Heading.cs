using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Trellis.GovUk;

/// <summary>h1 to h6, for components whose heading level is a parameter.</summary>
public sealed class Heading : Element
{
    [Parameter, EditorRequired]
    public int Level { get; set; }

    [Parameter]
    public string? Text { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Level, 6);
        builder.OpenElement(0, $"h{Level}");
        builder.AddAttribute(1, "class", Class);
        builder.AddMultipleAttributes(2, Attributes);
        builder.AddContent(3, Text);
        builder.AddContent(4, ChildContent);
        builder.CloseElement();
    }
}
