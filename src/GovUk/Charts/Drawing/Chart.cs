using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>What is given to every chart.</summary>
public abstract class Chart : Element
{
    /// <summary>The only one of its name on the page.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>What is counted: the picture's name and the table's caption.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>A sentence that says what the picture shows.</summary>
    [Parameter]
    public string? Finding { get; set; }

    /// <summary>The table stands open below the picture.</summary>
    [Parameter]
    public bool TableShown { get; set; }

    [Parameter]
    public string TableSummary { get; set; } = "Show these figures as a table";
}
