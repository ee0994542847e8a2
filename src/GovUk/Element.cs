using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>
/// What every component takes: more classes, and any other attribute, which lands on the component's outermost element
/// (for form fields: on the input).
/// </summary>
public abstract class Element : ComponentBase
{
    [Parameter]
    public string? Class { get; set; }

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }
}
