using System.Text;

namespace Trellis.Papers.Html;

/// <summary>Writes a paper as HTML: headings in their order, tables with captions and head cells, states in words.</summary>
public static class HtmlPaper
{
    /// <summary>
    /// The content alone, for a page that brings its own title and stylesheet. Elements carry the classes of the GOV.UK design
    /// system and those beginning with "trellis-paper"; no style, no script. All text is encoded.
    /// </summary>
    public static string Fragment(PaperDocument paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var html = new StringBuilder(4096);
        new HtmlBlocks(html).Write(paper.Blocks);
        return html.ToString();
    }

    /// <summary>
    /// A whole document that needs nothing beside it: title, language, stylesheet within. It asks for no other address and runs no
    /// script. The same paper gives the same text.
    /// </summary>
    public static string Document(PaperDocument paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var html = new StringBuilder(16384);
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(HtmlText.Encode(paper.Language)).Append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
            .Append(HtmlText.Encode(paper.Title)).Append("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<style>\n")
            .Append(HtmlStyle.Sheet).Append("</style>\n</head>\n<body>\n<main>\n<header>\n");
        foreach (var caption in paper.Captions)
        {
            html.Append("<p class=\"trellis-paper__caption\">").Append(HtmlText.Encode(caption)).Append("</p>\n");
        }

        html.Append("<h1>").Append(HtmlText.Encode(paper.Title)).Append("</h1>\n</header>\n");
        new HtmlBlocks(html).Write(paper.Blocks);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }
}

/// <summary>Text made safe for elements and for attributes between double quotes.</summary>
internal static class HtmlText
{
    public static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
