using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Trellis.Tables;

/// <summary>What the styles of a Word document say about headings and lists.</summary>
internal sealed class WordStyles
{
    /// <summary>Text in this character style is the writer's own furniture or comment: it is not part of the content.</summary>
    public const string Aside = "aside";

    private const string MarkPrefix = "Trellis ";
    private readonly Dictionary<string, string> names = [];

    public static WordStyles Of(MainDocumentPart main)
    {
        var styles = new WordStyles();
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
            {
                styles.names[id] = style.StyleName?.Val?.Value ?? id;
            }
        }

        return styles;
    }

    /// <summary>1 to 9 for a heading by style or outline, 1 for a title, otherwise 0.</summary>
    public int HeadingLevel(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } outline and < 9)
        {
            return outline + 1;
        }

        var name = NameOf(paragraph);
        return name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(name[8..], out var level) ? level
            : name.Equals("title", StringComparison.OrdinalIgnoreCase) ? 1
            : 0;
    }

    /// <summary>1 for an item of an outer list, more for nested ones, otherwise 0.</summary>
    public int ListLevel(Paragraph paragraph)
    {
        var numbering = paragraph.ParagraphProperties?.NumberingProperties;
        if (numbering is not null && numbering.NumberingId?.Val?.Value is not 0)
        {
            return HeadingLevel(paragraph) > 0 ? 0 : (numbering.NumberingLevelReference?.Val?.Value ?? 0) + 1;
        }

        var name = NameOf(paragraph);
        if (
            !name.StartsWith("list bullet", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("list number", StringComparison.OrdinalIgnoreCase)
        )
        {
            return 0;
        }

        return int.TryParse(name[^1..], out var level) ? level : 1;
    }

    /// <summary>What the run's character style says that its text is; null for any other style.</summary>
    public string? Mark(Run run) =>
        run.RunProperties?.RunStyle?.Val?.Value is { } id
        && names.GetValueOrDefault(id, id) is var name
        && name.StartsWith(MarkPrefix, StringComparison.Ordinal)
            ? name[MarkPrefix.Length..]
            : null;

    private string NameOf(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        return id is null ? "" : names.GetValueOrDefault(id, id);
    }
}
