using System.Text;

namespace Trellis.Papers.Word;

/// <summary>The definitions of lists: one of bullets, and one of numbers that begins anew for each list.</summary>
internal static class WordNumbering
{
    public const int Bullets = 1;
    public const int FirstNumbered = 2;
    private const int Levels = 9;
    private static readonly string[] Signs = ["\u2022", "\u2013", "\u2022"];
    private static readonly string[] Formats = ["decimal", "lowerLetter", "lowerRoman"];

    public static string Of(int numberedLists)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:numbering xmlns:w=\"" + WordBody.W + "\">");
        Abstract(xml, 0, level => ("bullet", Signs[level % Signs.Length]));
        Abstract(xml, 1, level => (Formats[level % Formats.Length], $"%{level + 1}."));
        xml.Append($"<w:num w:numId=\"{Bullets}\"><w:abstractNumId w:val=\"0\"/></w:num>");
        for (var i = 0; i < numberedLists; i++)
        {
            xml.Append($"<w:num w:numId=\"{FirstNumbered + i}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>");
        }

        return xml.Append("</w:numbering>").ToString();
    }

    private static void Abstract(StringBuilder xml, int id, Func<int, (string Format, string Text)> level)
    {
        xml.Append($"<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>");
        for (var i = 0; i < Levels; i++)
        {
            var (format, text) = level(i);
            xml.Append($"<w:lvl w:ilvl=\"{i}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>")
                .Append($"<w:pPr><w:ind w:left=\"{(i + 1) * 360}\" w:hanging=\"360\"/></w:pPr></w:lvl>");
        }

        xml.Append("</w:abstractNum>");
    }
}
