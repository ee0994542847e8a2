using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>One of the answers of radios, checkboxes or a select.</summary>
/// <param name="Value">What is sent when it is chosen.</param>
/// <param name="Text">What it says; left out where <see cref="Content"/> says it.</param>
public sealed record Choice(string? Value, string? Text)
{
    /// <summary>A word between choices, such as "or"; it is then no choice itself.</summary>
    public static Choice Divider(string word) => new(null, word) { IsDivider = true };

    public bool IsDivider { get; private init; }

    public RenderFragment? Content { get; init; }

    /// <summary>Overrides what the field's own value says about it.</summary>
    public bool? Checked { get; init; }

    public bool Disabled { get; init; }

    public string? Hint { get; init; }

    public RenderFragment? HintContent { get; init; }

    public string? HintClass { get; init; }

    public IReadOnlyDictionary<string, object>? HintAttributes { get; init; }

    public string? LabelClass { get; init; }

    public IReadOnlyDictionary<string, object>? LabelAttributes { get; init; }

    /// <summary>Shown below it while it is chosen; always shown without script.</summary>
    public RenderFragment? Conditional { get; init; }

    /// <summary>For checkboxes: choosing it clears the others ("None of these").</summary>
    public bool Exclusive { get; init; }

    public string? Id { get; init; }

    /// <summary>For checkboxes that are not one question: its own name.</summary>
    public string? Name { get; init; }

    public IReadOnlyDictionary<string, object>? Attributes { get; init; }

    internal bool HasHint => Hint is not null || HintContent is not null;
}
