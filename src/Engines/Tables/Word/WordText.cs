using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Trellis.Tables;

/// <summary>What a stretch of Word content says: letters with their weight, symbols, pictures, colours of the ink. Deleted text is left out.</summary>
internal sealed class WordText(WordStyles styles)
{
    private const string W14 = "http://schemas.microsoft.com/office/word/2010/wordml";

    private readonly List<TextRun> runs = [];
    private readonly StringBuilder text = new();
    private readonly List<(string Mark, StringBuilder Text)> marked = [];

    public string Text => text.ToString();

    public IReadOnlyList<TextRun> Runs => runs;

    public List<string> Symbols { get; } = [];

    public List<string> Pictures { get; } = [];

    public List<string> Inks { get; } = [];

    /// <summary>True when a page break stands before the first letter.</summary>
    public bool BeginsPage { get; private set; }

    /// <summary>What the first marked run says that the text is.</summary>
    public string? Mark => marked.Count > 0 ? marked[0].Mark : null;

    public IReadOnlyList<MarkedText> Marked => [.. marked.Select(piece => new MarkedText(piece.Mark, string.Join(' ', piece.Text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))];

    public static WordText Of(OpenXmlElement element, WordStyles styles)
    {
        var content = new WordText(styles);
        content.Take(element);
        content.Symbols.AddRange(SignsIn(content.Text));
        return content;
    }

    /// <summary>Emoji and geometric signs, each as it stands.</summary>
    public static IEnumerable<string> SignsIn(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x2190 and <= 0x2BFF or >= 0x1F300 and <= 0x1FAFF or >= 0xF000 and <= 0xF0FF)
            {
                yield return rune.Value is >= 0xF000 and <= 0xF0FF ? $"symbol:{rune.Value - 0xF000:X2}" : rune.ToString();
            }
        }
    }

    private void Take(OpenXmlElement element)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case DeletedRun or ParagraphProperties or TableCellProperties or MoveFromRun:
                    break;
                case Run run:
                    TakeRun(run);
                    break;
                case SdtElement control:
                    TakeCheckbox(control);
                    Take(control);
                    break;
                case Paragraph when text.Length > 0:
                    Add("\n", bold: false);
                    if (marked.Count > 0)
                    {
                        marked[^1].Text.Append('\n');
                    }

                    Take(child);
                    break;
                default:
                    Take(child);
                    break;
            }
        }
    }

    private void TakeRun(Run run)
    {
        var mark = styles.Mark(run);
        if (mark == WordStyles.Aside)
        {
            return;
        }

        if (mark is not null && (marked.Count == 0 || marked[^1].Mark != mark))
        {
            marked.Add((mark, new StringBuilder()));
        }

        var before = text.Length;
        TakeContent(run);
        if (mark is not null)
        {
            marked[^1].Text.Append(text, before, text.Length - before);
        }
    }

    private void TakeContent(Run run)
    {
        var bold = run.RunProperties?.Bold is { } set && (set.Val is null || set.Val.Value);
        foreach (var child in run.ChildElements)
        {
            switch (child)
            {
                case Text letters:
                    Add(letters.Text, bold);
                    TakeInk(run);
                    break;
                case TabChar:
                    Add(" ", bold);
                    break;
                case Break page when page.Type?.Value == BreakValues.Page:
                    BeginsPage |= text.Length == 0;
                    break;
                case Break or CarriageReturn:
                    Add(" ", bold);
                    break;
                case NoBreakHyphen:
                    Add("-", bold);
                    break;
                case SymbolChar symbol:
                    Symbols.Add(SymbolName(symbol));
                    TakeInk(run);
                    break;
                case Drawing or Picture or AlternateContent:
                    TakePicture(child);
                    break;
            }
        }
    }

    private void Add(string letters, bool bold)
    {
        text.Append(letters);
        if (runs.Count > 0 && runs[^1].Bold == bold)
        {
            runs[^1] = new TextRun(runs[^1].Text + letters, bold);
        }
        else
        {
            runs.Add(new TextRun(letters, bold));
        }
    }

    private void TakeInk(Run run)
    {
        if (Colour(run.RunProperties?.Color?.Val?.Value) is { } ink && !Inks.Contains(ink))
        {
            Inks.Add(ink);
        }
    }

    private void TakeCheckbox(SdtElement control)
    {
        var box = control.SdtProperties?.ChildElements.FirstOrDefault(child =>
            child.LocalName == "checkbox" && child.NamespaceUri == W14
        );
        if (box is not null)
        {
            var state = box.ChildElements.FirstOrDefault(child => child.LocalName == "checked");
            Symbols.Add(
                state?.GetAttributes().Any(attribute => attribute.Value is "1" or "true" or "on") == true
                    ? "checkbox:on"
                    : "checkbox:off"
            );
        }
    }

    private void TakePicture(OpenXmlElement picture)
    {
        foreach (var named in picture.Descendants().Where(child => child.LocalName is "docPr" or "shape" or "imagedata"))
        {
            var attributes = named.GetAttributes();
            var name = attributes.FirstOrDefault(attribute => attribute.LocalName is "descr" or "alt").Value;
            name = string.IsNullOrEmpty(name)
                ? attributes.FirstOrDefault(attribute => attribute.LocalName is "title" or "name").Value
                : name;
            if (!string.IsNullOrWhiteSpace(name) && !Pictures.Contains(name))
            {
                Pictures.Add(name);
            }
        }
    }

    private static string SymbolName(SymbolChar symbol)
    {
        var code = symbol.Char?.Value ?? "";
        code = code.Length == 4 && code.StartsWith("F0", StringComparison.OrdinalIgnoreCase) ? code[2..] : code;
        return $"{symbol.Font?.Value?.ToLowerInvariant() ?? "symbol"}:{code.ToUpperInvariant()}";
    }

    /// <summary>Six hex digits in upper case; null for "auto" and nothing.</summary>
    public static string? Colour(string? value) => value is { Length: 6 } ? value.ToUpperInvariant() : null;
}
