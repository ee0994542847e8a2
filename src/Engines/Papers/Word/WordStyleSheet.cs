using System.Security;
using System.Text;

namespace Trellis.Papers.Word;

/// <summary>word/styles.xml: the styles that Word and its readers know by name, one for tables, and one for each mark.</summary>
internal static class WordStyleSheet
{
    public static string Of(string language, IEnumerable<string> marks)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles xmlns:w=\"" + WordBody.W + "\">");
        xml.Append("<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>")
            .Append($"<w:lang w:val=\"{SecurityElement.Escape(language)}\" w:eastAsia=\"{SecurityElement.Escape(language)}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>")
            .Append("<w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>")
            .Append("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>")
            .Append("<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/></w:style>");
        Paragraph(xml, "Title", "Title", "<w:keepNext/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"6\" w:color=\"1D4F5F\"/></w:pBdr><w:spacing w:before=\"60\" w:after=\"280\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"0\"/>", "<w:b/><w:sz w:val=\"44\"/>");
        Paragraph(xml, "Subtitle", "Subtitle", "<w:spacing w:after=\"40\"/>", "<w:color w:val=\"484949\"/>");
        Heading(xml, 1, 40);
        Heading(xml, 2, 32);
        Heading(xml, 3, 26);
        Heading(xml, 4, 22);
        Paragraph(xml, "ListParagraph", "List Paragraph", "<w:spacing w:after=\"60\"/>", "");
        Paragraph(xml, "Caption", "caption", "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"80\"/>", "<w:b/>");
        Paragraph(xml, "Footer", "footer", "<w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/>", "<w:sz w:val=\"18\"/>");
        Paragraph(xml, "Notice", "Notice", "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"B1B4B6\"/></w:pBdr><w:ind w:left=\"200\"/>", "");
        // A key stays on the page of what it explains.
        Paragraph(xml, "Legend", "Legend", "<w:keepNext/><w:spacing w:after=\"60\"/>", "");
        Paragraph(xml, "TableText", "Table Text", "<w:spacing w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"18\"/>");
        Paragraph(xml, "TableGap", "Table Gap", "<w:spacing w:after=\"0\" w:line=\"200\" w:lineRule=\"exact\"/>", "<w:sz w:val=\"12\"/>");
        xml.Append("<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>")
            .Append("<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>")
            .Append("<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"PaperTable\"><w:name w:val=\"Paper Table\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>");
        foreach (var side in (ReadOnlySpan<string>)["top", "left", "bottom", "right", "insideH", "insideV"])
        {
            xml.Append($"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"929191\"/>");
        }

        xml.Append("</w:tblBorders><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/><w:bottom w:w=\"20\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
        foreach (var mark in marks)
        {
            xml.Append($"<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"{MarkId(mark)}\"><w:name w:val=\"{SecurityElement.Escape(Marks.StyleName(mark))}\"/><w:basedOn w:val=\"DefaultParagraphFont\"/></w:style>");
        }

        return xml.Append("</w:styles>").ToString();
    }

    /// <summary>"plan-section" as TrellisPlanSection.</summary>
    public static string MarkId(string mark) => "Trellis" + string.Concat(mark.Split('-', ' ').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static void Heading(StringBuilder xml, int level, int size) => Paragraph(
        xml, $"Heading{level}", $"heading {level}",
        $"<w:keepNext/><w:keepLines/><w:spacing w:before=\"{size * 9}\" w:after=\"100\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"{level - 1}\"/>", $"<w:b/><w:sz w:val=\"{size}\"/>");

    private static void Paragraph(StringBuilder xml, string id, string name, string paragraph, string run)
    {
        var isOwn = id is "Notice" or "Legend" or "TableText" or "TableGap";
        xml.Append($"<w:style w:type=\"paragraph\"{(isOwn ? " w:customStyle=\"1\"" : "")} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>")
            .Append(id.StartsWith("Heading", StringComparison.Ordinal) ? "<w:next w:val=\"Normal\"/>" : "").Append("<w:qFormat/>")
            .Append($"<w:pPr>{paragraph}</w:pPr>").Append(run.Length > 0 ? $"<w:rPr>{run}</w:rPr>" : "").Append("</w:style>");
    }
}
