using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>A cell of a table made from data.</summary>
public sealed record TableCell(string? Text = null)
{
    public RenderFragment? Content { get; init; }

    /// <summary>"numeric" sets figures to the right.</summary>
    public string? Format { get; init; }

    public string? Class { get; init; }

    public int? Colspan { get; init; }

    public int? Rowspan { get; init; }

    public IReadOnlyDictionary<string, object>? Attributes { get; init; }

    internal string ClassOf(string block) => ClassList.Of(block, Format is null ? null : $"{block}--{Format}", Class);
}
