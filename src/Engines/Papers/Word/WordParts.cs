using System.Security;
using System.Text;

namespace Trellis.Papers.Word;

/// <summary>The small parts of the file.</summary>
internal static class WordParts
{
    public const string FooterId = "rId4";

    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public const string ContentTypes = Head
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + Word + "document.main+xml\"/>"
        + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + Word + "styles+xml\"/>"
        + "<Override PartName=\"/word/numbering.xml\" ContentType=\"" + Word + "numbering+xml\"/>"
        + "<Override PartName=\"/word/settings.xml\" ContentType=\"" + Word + "settings+xml\"/>"
        + "<Override PartName=\"/word/footer1.xml\" ContentType=\"" + Word + "footer+xml\"/></Types>";

    public const string Relationships = Head
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"" + Office + "officeDocument\" Target=\"word/document.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
        + "</Relationships>";

    public const string Settings = Head
        + "<w:settings xmlns:w=\"" + WordBody.W + "\"><w:defaultTabStop w:val=\"720\"/><w:compat>"
        + "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>";

    public static string Footer { get; } = Head
        + "<w:ftr xmlns:w=\"" + WordBody.W + "\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
        + Text("Page ") + Field("PAGE") + Text(" of ") + Field("NUMPAGES") + "</w:p></w:ftr>";

    public static string AddressId(int number) => $"rIdLink{number + 1}";

    public static string Core(PaperDocument paper) => Head
        + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + $"<dc:title>{Escape(paper.Title)}</dc:title><dc:language>{Escape(paper.Language)}</dc:language></cp:coreProperties>";

    public static string DocumentRelationships(IReadOnlyList<string> addresses)
    {
        var xml = new StringBuilder(Head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        var number = 0;
        foreach (var (type, target) in (ReadOnlySpan<(string, string)>)[("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml"), ("footer", "footer1.xml")])
        {
            xml.Append($"<Relationship Id=\"rId{++number}\" Type=\"{Office}{type}\" Target=\"{target}\"/>");
        }

        for (var i = 0; i < addresses.Count; i++)
        {
            xml.Append($"<Relationship Id=\"{AddressId(i)}\" Type=\"{Office}hyperlink\" Target=\"{Escape(addresses[i])}\" TargetMode=\"External\"/>");
        }

        return xml.Append("</Relationships>").ToString();
    }

    private static string Escape(string text) => SecurityElement.Escape(WordBody.Clean(text));

    private static string Text(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Field(string name) => $"<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
}
