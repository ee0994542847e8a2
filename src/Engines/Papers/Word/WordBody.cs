using System.Globalization;
using System.Xml;
using Trellis.Papers.Html;

namespace Trellis.Papers.Word;

/// <summary>Writes word/document.xml, and remembers what the other parts must hold for it: links, lists, marks.</summary>
internal sealed class WordBody
{
    public const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Twentieths of a point between the margins of an A4 page.</summary>
    public const int TextWidth = 11906 - 2 * Margin;

    public const int Margin = 1021;

    private readonly SortedSet<string> marks = new(StringComparer.Ordinal) { Papers.Marks.Aside };
    private readonly List<string> addresses = [];
    private XmlWriter xml = null!;
    private bool beginsPage;

    public IReadOnlyCollection<string> Marks => marks;
    public IReadOnlyList<string> Addresses => addresses;
    public int NumberedLists { get; private set; }

    public Action<XmlWriter> Write(PaperDocument paper) => writer =>
    {
        xml = writer;
        xml.WriteStartElement("w", "document", W);
        xml.WriteAttributeString("xmlns", "r", null, R);
        Start("body");
        foreach (var caption in paper.Captions)
        {
            Paragraph("Subtitle", [new TextPiece(caption)], paper.CaptionMark ?? Papers.Marks.Aside);
        }

        Paragraph("Title", [new TextPiece(paper.Title)], paper.TitleMark ?? Papers.Marks.Aside);
        Blocks(paper.Blocks, null);
        Section();
        xml.WriteEndElement();
        xml.WriteEndElement();
    };

    public void Blocks(IReadOnlyList<PaperBlock> blocks, string? mark, string? style = null)
    {
        foreach (var block in blocks)
        {
            Block(block, block.Mark ?? mark, style);
        }
    }

    private void Block(PaperBlock block, string? mark, string? style)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Paragraph($"Heading{Math.Clamp(heading.Level, 2, 4)}", [new TextPiece(heading.Text)], mark);
                break;
            case ParagraphBlock paragraph:
                Paragraph(paragraph.IsNotice ? "Notice" : style, paragraph.Runs, mark);
                break;
            case ListBlock list:
                List(list.Items, list.Numbered ? WordNumbering.FirstNumbered + NumberedLists++ : WordNumbering.Bullets, 0, mark, style);
                break;
            case TableBlock table:
                Table(table, mark);
                break;
            case FigureBlock figure:
                Table(figure.Table, mark);
                break;
            case LegendBlock legend:
                Paragraph("Legend", [new TextPiece(legend.Title, TextWeight.Strong)], Papers.Marks.Aside);
                foreach (var entry in legend.Entries)
                {
                    Paragraph("Legend", [new TextPiece(entry.Text)], mark, entry.Tone);
                }

                break;
            case FieldsBlock fields:
                Table(
                    new TableBlock("Front sheet", [new TableColumn("What", 3), new TableColumn("Details", 7)],
                        [.. fields.Fields.Select(field => new PaperRow([PaperCell.Head(field.Name), new PaperCell([.. field.Value.Split('\n').Select(ParagraphBlock.Of)])]))]),
                    mark, isCaptionShown: false);
                break;
            case PageBreakBlock:
                // What comes next begins the page: a break of its own would leave an empty page behind one that is just full.
                beginsPage = true;
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} is no piece of a paper.");
        }
    }

    public void Paragraph(string? style, IReadOnlyList<TextPiece> runs, string? mark, PaperTone tone = PaperTone.None, bool bold = false, (int List, int Level)? item = null)
    {
        Start("p");
        if (style is not null || item is not null || mark is not null || beginsPage)
        {
            Start("pPr");
            if (style is not null || item is not null)
            {
                Element("pStyle", style ?? "ListParagraph");
            }

            Flag("pageBreakBefore", beginsPage);
            beginsPage = false;
            if (item is { } place)
            {
                Start("numPr");
                Element("ilvl", place.Level);
                Element("numId", place.List);
                End();
            }

            if (mark is not null)
            {
                // The paragraph's own mark too: what somebody writes on behind it, or in a row below, is of the same kind.
                marks.Add(mark);
                Start("rPr");
                Element("rStyle", WordStyleSheet.MarkId(mark));
                End();
            }

            End();
        }

        if (tone != PaperTone.None)
        {
            Run("\u25A0", Papers.Marks.Aside, Tones.Ink(tone), TextWeight.Plain, false, null);
            Run("\u00A0", Papers.Marks.Aside, null, TextWeight.Plain, false, null);
        }

        foreach (var run in runs)
        {
            Piece(run, run.Mark ?? mark, bold);
        }

        End();
    }

    private void Piece(TextPiece run, string? mark, bool bold)
    {
        var leads = HtmlBlocks.IsAddress(run.Address) && run.Address![0] is not ('/' or '#') && Uri.IsWellFormedUriString(run.Address, UriKind.Absolute);
        if (leads)
        {
            addresses.Add(run.Address!);
            Start("hyperlink");
            xml.WriteAttributeString("r", "id", R, WordParts.AddressId(addresses.Count - 1));
        }

        Run(run.Text, mark, null, run.Weight, bold, leads ? "1D4F5F" : null);
        if (leads)
        {
            End();
        }
    }

    private void Run(string text, string? mark, string? colour, TextWeight weight, bool bold, string? link)
    {
        Start("r");
        if (mark is not null || colour is not null || link is not null || bold || weight != TextWeight.Plain)
        {
            Start("rPr");
            if (mark is not null)
            {
                marks.Add(mark);
                Element("rStyle", WordStyleSheet.MarkId(mark));
            }

            Flag("b", bold || weight == TextWeight.Strong);
            Flag("i", weight == TextWeight.Emphasis);
            if ((colour ?? link) is { } ink)
            {
                Element("color", ink);
            }

            if (link is not null)
            {
                Element("u", "single");
            }

            End();
        }

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                Start("br");
                End();
            }

            xml.WriteStartElement("w", "t", W);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Clean(lines[i]));
            xml.WriteEndElement();
        }

        End();
    }

    private void List(IReadOnlyList<ListEntry> items, int list, int level, string? mark, string? style)
    {
        foreach (var item in items)
        {
            Paragraph(style, item.Runs, item.Mark ?? mark, item: (list, Math.Min(level, 8)));
            List(item.Below, list, level + 1, mark, style);
        }
    }

    private void Table(TableBlock table, string? mark, bool isCaptionShown = true)
    {
        if (isCaptionShown)
        {
            Paragraph("Caption", [new TextPiece(table.Caption)], Papers.Marks.Aside);
        }

        if (table.Rows.Count == 0 && table.Empty is { } empty)
        {
            Paragraph(null, [new TextPiece(empty)], Papers.Marks.Aside);
            return;
        }

        new WordTableWriter(this, table, mark, isCaptionShown).Write();
        // Two tables that touch become one.
        Paragraph("TableGap", [], null);
    }

    private void Section()
    {
        Start("sectPr");
        Start("footerReference");
        Attribute("type", "default");
        xml.WriteAttributeString("r", "id", R, WordParts.FooterId);
        End();
        Start("pgSz");
        Attribute("w", "11906");
        Attribute("h", "16838");
        End();
        Start("pgMar");
        foreach (var side in (string[])["top", "right", "bottom", "left"])
        {
            Attribute(side, Margin.ToString(CultureInfo.InvariantCulture));
        }

        Attribute("header", "567");
        Attribute("footer", "567");
        Attribute("gutter", "0");
        End(2);
    }

    public void Start(string name) => xml.WriteStartElement("w", name, W);

    public void End(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            xml.WriteEndElement();
        }
    }

    public void Attribute(string name, string value) => xml.WriteAttributeString("w", name, W, value);

    public void Element(string name, string value)
    {
        Start(name);
        Attribute("val", value);
        End();
    }

    public void Element(string name, int value) => Element(name, value.ToString(CultureInfo.InvariantCulture));

    public void Flag(string name, bool isSet)
    {
        if (isSet)
        {
            Start(name);
            End();
        }
    }

    /// <summary>XML knows no control characters but tab; half a surrogate pair is none either.</summary>
    internal static string Clean(string text)
    {
        var isClean = true;
        for (var i = 0; i < text.Length && isClean; i++)
        {
            isClean = XmlConvert.IsXmlChar(text[i]);
        }

        return isClean ? text : string.Concat(text.EnumerateRunes().Where(rune => rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF) || rune.Value == 9).Select(rune => rune.ToString()));
    }
}
