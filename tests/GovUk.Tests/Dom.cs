using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Trellis.GovUk.Tests;

/// <summary>
/// A page or fragment written out so that equal trees give equal text: one line per element with its attributes in order,
/// its classes as a set, and its text with white space collapsed. Where an element holds text beside other elements, the
/// whole of its text is compared too, so that a missing space between words is seen.
/// </summary>
internal static class Dom
{
    public static string Of(string html)
    {
        var body = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html).Body!;
        var lines = new StringBuilder();
        foreach (var node in body.ChildNodes)
            Write(node, 0, lines);
        return lines.ToString();
    }

    private static void Write(INode node, int depth, StringBuilder lines)
    {
        if (node is IText text && Collapsed(text.Data) is { Length: > 0 } words)
            lines.Append(' ', depth * 2).Append('"').Append(words).Append('"').Append('\n');
        if (node is not IElement element)
            return;
        lines.Append(' ', depth * 2).Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal))
            lines.Append(' ').Append(attribute.Name).Append("=\"").Append(ValueOf(attribute)).Append('"');
        lines.Append('>');
        if (element.Children.Length > 0 && element.ChildNodes.OfType<IText>().Any(t => !string.IsNullOrWhiteSpace(t.Data)))
            lines.Append(" reads \"").Append(Collapsed(element.TextContent)).Append('"');
        lines.Append('\n');
        foreach (var child in element.ChildNodes)
            Write(child, depth + 1, lines);
    }

    private static string ValueOf(IAttr attribute) =>
        attribute.Name is "class"
            ? string.Join(' ', Words(attribute.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            : attribute.Value;

    private static string Collapsed(string text) => string.Join(' ', Words(text));

    private static string[] Words(string text) => text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
}
