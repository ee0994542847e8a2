using Microsoft.AspNetCore.Components;

namespace Trellis.GovUk;

/// <summary>Words in a picture. Razor keeps the name "text" for itself, so the element is made here.</summary>
internal static class SvgText
{
    /// <param name="x">In percent of the width, or in pixels.</param>
    /// <param name="anchor">start, middle or end: which part of the words stands at x.</param>
    /// <param name="shift">Pixels to the right of x.</param>
    public static RenderFragment Of(string words, string name, string x, double y, string anchor = "start", double shift = 0) =>
        builder =>
        {
            builder.OpenElement(0, "text");
            builder.AddAttribute(1, "class", name);
            builder.AddAttribute(2, "x", x);
            builder.AddAttribute(3, "y", SvgNumber.Of(y));
            if (shift != 0)
                builder.AddAttribute(4, "dx", SvgNumber.Of(shift));
            if (anchor != "start")
                builder.AddAttribute(5, "text-anchor", anchor);
            builder.AddContent(6, words);
            builder.CloseElement();
        };
}
