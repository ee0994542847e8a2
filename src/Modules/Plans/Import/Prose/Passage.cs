using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>One paragraph or one table row, as the reading walks over them. A paragraph that was broken may have several lines.</summary>
internal sealed class Passage
{
    public required SourceBlock Block { get; init; }
    public required List<int> Lines { get; init; }
    public required string Text { get; set; }
    public required string Markdown { get; set; }
    public SectionHeading? Heading { get; set; }

    public int Line => Lines[0];
    public SourceRow? Row => Block as SourceRow;
    public bool IsRule => Block is SourceRule;
    public bool IsParagraph => Block is SourceParagraph;
    public int ListLevel => Block is SourceParagraph paragraph ? paragraph.ListLevel : 0;
    public int HeadingLevel => Block is SourceParagraph paragraph ? paragraph.HeadingLevel : 0;
    public bool IsItem => ListLevel > 0;

    public static Passage Of(SourceBlock block)
    {
        var text = block is SourceParagraph ? block.Text.Trim() : "";
        return new Passage
        {
            Block = block,
            Lines = [block.Position.Line],
            Text = text,
            Markdown = block is SourceParagraph paragraph ? paragraph.ToMarkdown() : block.Text,
            Heading = block is SourceParagraph marked ? SectionHeading.Of(text, marked) : null,
        };
    }

    public void Take(Passage next)
    {
        Lines.AddRange(next.Lines);
        Text += " " + next.Text;
        Markdown += " " + next.Markdown.TrimStart();
    }
}
