using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Trellis.GovUk;

/// <summary>
/// A chart as an SVG file that stands on its own, 960 pixels wide: the finding, the title, the key and the picture, with the
/// page's own rules for pictures inside. Send it to be saved: a page's content policy would turn the rules off.
/// </summary>
public static class ChartFile
{
    private const int Width = 960;
    private const int Margin = 24;
    private const int LineHeight = 24;
    private const int LineLength = 80;
    private const double LetterWidth = 9.2;

    private static readonly XNamespace svg = "http://www.w3.org/2000/svg";
    private static readonly Lazy<string> rules = new(ReadRules);

    /// <summary>Renders a chart by its parameters.</summary>
    public static async Task<string> RenderAsync<TChart>(
        IServiceProvider services,
        ILoggerFactory logs,
        IDictionary<string, object?> parameters
    )
        where TChart : Chart
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var chart = await renderer.RenderComponentAsync<TChart>(ParameterView.FromDictionary(parameters));
            return From(chart.ToHtmlString());
        });
    }

    /// <param name="markup">Of one rendered chart.</param>
    /// <exception cref="ArgumentException">There is no chart in the markup.</exception>
    public static string From(string markup)
    {
        var picture =
            Find(markup, "<svg class=\"trellis-chart__picture\"")
            ?? throw new ArgumentException("There is no chart in this markup.", nameof(markup));
        var title = picture.Element(svg + "title")!.Value;
        var content = new List<XElement>();
        var y = Margin - 8;
        if (Find(markup, "<p class=\"trellis-chart__finding\"") is { } finding)
            y = Write(content, finding.Value, "trellis-chart__value", y);
        y = Write(content, title, "trellis-chart__label", y) + 8;
        if (Find(markup, "<ul class=\"trellis-key\"") is { } key)
            y = WriteKey(content, key, y);
        y += 8;

        var (left, right) = (Number(picture, "data-left"), Number(picture, "data-right"));
        var height = Number(picture, "height");
        if (picture.Attribute("width")!.Value == "100%")
            picture.SetAttributeValue("width", SvgNumber.Of(Width - 2 * Margin - left - right));
        picture.SetAttributeValue("x", SvgNumber.Of(Margin + left));
        picture.SetAttributeValue("y", y);
        content.Add(picture);

        var whole = SvgNumber.Of(Math.Ceiling(y + height + Margin));
        return new XElement(
            svg + "svg",
            new XAttribute("width", Width),
            new XAttribute("height", whole),
            new XAttribute("viewBox", $"0 0 {Width} {whole}"),
            new XElement(svg + "title", title),
            new XElement(svg + "style", rules.Value),
            new XElement(
                svg + "rect",
                new XAttribute("width", "100%"),
                new XAttribute("height", "100%"),
                new XAttribute("fill", "#ffffff")
            ),
            content
        ).ToString(SaveOptions.DisableFormatting);
    }

    private static int Write(List<XElement> content, string words, string name, int y)
    {
        foreach (var line in Words.Lines(words, LineLength))
        {
            y += LineHeight;
            content.Add(Text(line, name, Margin, y));
        }
        return y;
    }

    /// <summary>The items side by side, on as many lines as they need.</summary>
    private static int WriteKey(List<XElement> content, XElement key, int y)
    {
        var x = (double)Margin;
        y += LineHeight;
        foreach (var item in key.Elements(svg + "li"))
        {
            var width = 38 + item.Value.Length * LetterWidth;
            if (x > Margin && x + width > Width - Margin)
                (x, y) = (Margin, y + LineHeight);
            var symbol = item.Element(svg + "svg")!;
            symbol.SetAttributeValue("x", SvgNumber.Of(x));
            symbol.SetAttributeValue("y", y - 13);
            content.Add(symbol);
            content.Add(Text(item.Value, "trellis-chart__label", x + 22, y));
            x += width;
        }
        return y + 8;
    }

    private static XElement Text(string words, string name, double x, int y) =>
        new(svg + "text", new XAttribute("class", name), new XAttribute("x", SvgNumber.Of(x)), new XAttribute("y", y), words);

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    /// <summary>The element that starts so. What the renderer writes of a chart is XML; the page around it may not be, and is not read.</summary>
    private static XElement? Find(string markup, string start)
    {
        var at = markup.IndexOf(start, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var names = new XmlNamespaceManager(new NameTable());
        names.AddNamespace("", svg.NamespaceName);
        using var reader = XmlReader.Create(
            new StringReader(markup[at..]),
            new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment },
            new XmlParserContext(null, names, null, XmlSpace.None)
        );
        reader.MoveToContent();
        using var element = reader.ReadSubtree();
        return XElement.Load(element);
    }

    private static string ReadRules()
    {
        using var stream = typeof(ChartFile).Assembly.GetManifestResourceStream("chart.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
