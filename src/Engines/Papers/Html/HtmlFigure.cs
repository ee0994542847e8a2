using System.Globalization;
using System.Text;

namespace Trellis.Papers.Html;

/// <summary>Draws bars as SVG with a title that says what they show.</summary>
internal static class HtmlFigure
{
    private const int Width = 600;
    private const int Step = 28;
    private const int LabelWidth = 260;
    private const int BarWidth = 280;

    public static void Write(StringBuilder html, FigureBlock figure)
    {
        var most = Math.Max(1, figure.Bars.Select(bar => bar.Value).DefaultIfEmpty(0).Max());
        var height = Math.Max(1, figure.Bars.Count) * Step;
        html.Append(CultureInfo.InvariantCulture, $"<svg class=\"trellis-paper__figure\" role=\"img\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" aria-label=\"")
            .Append(HtmlText.Encode(figure.Alternative)).Append("\">\n");
        for (var i = 0; i < figure.Bars.Count; i++)
        {
            var bar = figure.Bars[i];
            var width = (int)Math.Round((double)bar.Value / most * BarWidth, MidpointRounding.AwayFromZero);
            var label = bar.Label.Length > 44 ? bar.Label[..43] + "…" : bar.Label;
            html.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{i * Step + 18}\" font-size=\"12\">").Append(HtmlText.Encode(label)).Append("</text>")
                .Append(CultureInfo.InvariantCulture, $"<rect x=\"{LabelWidth}\" y=\"{i * Step + 4}\" width=\"{width}\" height=\"20\" fill=\"#{Tones.Ink(bar.Tone)}\"/>")
                .Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth + width + 6}\" y=\"{i * Step + 18}\" font-size=\"12\">{bar.Value:N0}</text>\n");
        }

        html.Append("</svg>\n");
    }
}
