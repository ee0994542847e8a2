using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>
/// What every field of a form shares: its name, its hint, its error. The id is the name unless given (a name with dots,
/// "Form.Title", is a valid id and works in a link), so the error summary finds the field by its name.
/// </summary>
public abstract partial class Field : Element
{
    [CascadingParameter]
    public FormErrors? Errors { get; set; }

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter]
    public string? Id { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public RenderFragment? HintContent { get; set; }

    [Parameter]
    public string? HintClass { get; set; }

    [Parameter]
    public IReadOnlyDictionary<string, object>? HintAttributes { get; set; }

    /// <summary>Its message; by default the cascaded errors' message for its name.</summary>
    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public RenderFragment? ErrorContent { get; set; }

    [Parameter]
    public string? ErrorClass { get; set; }

    [Parameter]
    public IReadOnlyDictionary<string, object>? ErrorAttributes { get; set; }

    [Parameter]
    public string? ErrorPrefix { get; set; } = "Error";

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Ids of further elements that describe the field.</summary>
    [Parameter]
    public string? DescribedBy { get; set; }

    [Parameter]
    public string? GroupClass { get; set; }

    [Parameter]
    public IReadOnlyDictionary<string, object>? GroupAttributes { get; set; }

    [Parameter]
    public RenderFragment? BeforeInput { get; set; }

    [Parameter]
    public RenderFragment? AfterInput { get; set; }

    private string? message;

    protected string FieldId => Id ?? Name;

    protected bool HasHint => Hint is not null || HintContent is not null;

    protected bool HasError => message is not null || ErrorContent is not null;

    /// <summary>The ids of hint and error after those of <paramref name="others"/>.</summary>
    protected string? DescribedByWith(string? others) =>
        ClassList.Ids(others, HasHint ? FieldId + "-hint" : null, HasError ? FieldId + "-error" : null);

    protected override void OnParametersSet() => message = Error ?? (ErrorContent is null ? CascadedError() : null);

    protected virtual string? CascadedError() => Errors?.For(Name);
}
