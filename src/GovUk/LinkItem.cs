using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>A link in a list of links: breadcrumbs, navigation, footer, actions of a summary row.</summary>
/// <param name="Text">What it says; left out where <see cref="Content"/> says it.</param>
/// <param name="Href">Where it goes; null for the page that the reader is on, in breadcrumbs.</param>
public sealed record LinkItem(string? Text, string? Href = null)
{
    public RenderFragment? Content { get; init; }

    /// <summary>It is this page.</summary>
    public bool Current { get; init; }

    /// <summary>This page is somewhere within it.</summary>
    public bool Active { get; init; }

    /// <summary>Only heard, after the text: "Change<em> owner</em>".</summary>
    public string? VisuallyHiddenText { get; init; }

    public string? Class { get; init; }

    public IReadOnlyDictionary<string, object>? Attributes { get; init; }

    internal RenderFragment Inner =>
        builder =>
        {
            if (Content is null)
                builder.AddContent(0, Text);
            else
                builder.AddContent(1, Content);
        };
}
