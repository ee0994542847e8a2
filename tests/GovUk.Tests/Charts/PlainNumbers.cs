using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Trellis.GovUk.Tests.Charts;

/// <summary>Positions in a picture must be numbers that every browser reads: no NaN, no infinity, no exponent, no comma.</summary>
internal static class PlainNumbers
{
    private static readonly Regex position = new(@"^-?\d+(\.\d+)?%?$", RegexOptions.None, TimeSpan.FromSeconds(1));
    private static readonly Regex path = new(@"^[MLHVhaZ\d. -]*$", RegexOptions.None, TimeSpan.FromSeconds(1));

    public static void In(IDocument page)
    {
        foreach (var element in page.QuerySelectorAll("svg, svg *"))
        {
            foreach (var name in new[] { "x", "y", "x1", "x2", "y1", "y2", "width", "height", "dx" })
                Assert.Matches(position, element.GetAttribute(name) ?? "0");
            Assert.Matches(path, element.GetAttribute("d") ?? "");
        }
    }
}
