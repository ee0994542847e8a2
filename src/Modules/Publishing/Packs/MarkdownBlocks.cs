using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Trellis.Papers;
using MarkdownList = Markdig.Syntax.ListBlock;
using PaperHeading = Trellis.Papers.HeadingBlock;
using PaperList = Trellis.Papers.ListBlock;
using PaperParagraph = Trellis.Papers.ParagraphBlock;

namespace Trellis.Publishing.Packs;

/// <summary>The Markdown of a paper as blocks. HTML in it is text like any other.</summary>
internal static class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <param name="above">The level of the heading that the text stands under: its own begin one deeper, and do not leap.</param>
    public static List<PaperBlock> Of(string markdown, int above)
    {
        var blocks = new List<PaperBlock>();
        var last = above;
        foreach (var block in Markdown.Parse(markdown, Pipeline))
        {
            if (block is Markdig.Syntax.HeadingBlock heading)
            {
                last = Math.Clamp(Math.Min(above + heading.Level, last + 1), above + 1, Math.Max(4, above + 1));
                blocks.Add(new PaperHeading(Math.Min(last, 4), Plain(heading.Inline)));
            }
            else
            {
                Add(blocks, block);
            }
        }

        return blocks;
    }

    private static void Add(List<PaperBlock> blocks, Block block)
    {
        switch (block)
        {
            case Markdig.Syntax.ParagraphBlock paragraph:
                blocks.Add(new PaperParagraph(Pieces(paragraph.Inline)));
                break;
            case Markdig.Syntax.HeadingBlock heading:
                blocks.Add(new PaperParagraph([new TextPiece(Plain(heading.Inline), TextWeight.Strong)]));
                break;
            case MarkdownList list:
                blocks.Add(new PaperList(list.IsOrdered, [.. list.OfType<ListItemBlock>().Select(Entry)]));
                break;
            case QuoteBlock quote:
                blocks.AddRange(quote.OfType<Markdig.Syntax.ParagraphBlock>().Select(p => new PaperParagraph(Pieces(p.Inline)) { IsNotice = true }));
                break;
            case Table table:
                blocks.Add(TableOf(table));
                break;
            case CodeBlock code:
                blocks.Add(PaperParagraph.Of(code.Lines.ToString()));
                break;
        }
    }

    private static ListEntry Entry(ListItemBlock item) => new(
        [.. item.OfType<Markdig.Syntax.ParagraphBlock>().SelectMany((p, i) => i == 0 ? Pieces(p.Inline) : [new TextPiece(" "), .. Pieces(p.Inline)])],
        [.. item.OfType<MarkdownList>().SelectMany(list => list.OfType<ListItemBlock>()).Select(Entry)]);

    private static TableBlock TableOf(Table table)
    {
        var rows = table.OfType<Markdig.Extensions.Tables.TableRow>().ToList();
        var heads = rows.Count > 0 ? rows[0].OfType<Markdig.Extensions.Tables.TableCell>().Select(TextOf).ToList() : [];
        var columns = heads.Select((head, i) => new TableColumn(head.Length > 0 ? head : $"Column {i + 1}")).ToList();
        return new TableBlock(
            string.Join(", ", columns.Select(c => c.Head)), columns,
            [.. rows.Skip(1).Select(row => new PaperRow(CellsOf(row, columns.Count)))]);
    }

    private static List<PaperCell> CellsOf(Markdig.Extensions.Tables.TableRow row, int count)
    {
        var cells = row.OfType<Markdig.Extensions.Tables.TableCell>().Take(count)
            .Select((cell, i) => new PaperCell([.. cell.OfType<Markdig.Syntax.ParagraphBlock>().Select(p => new PaperParagraph(Pieces(p.Inline)))]) { IsHead = i == 0 }).ToList();
        while (cells.Count < count)
        {
            cells.Add(PaperCell.Of(""));
        }

        return cells;
    }

    private static string TextOf(Markdig.Extensions.Tables.TableCell cell) => string.Join(' ', cell.OfType<Markdig.Syntax.ParagraphBlock>().Select(p => Plain(p.Inline)));

    private static string Plain(ContainerInline? inline) => string.Concat(Pieces(inline).Select(piece => piece.Text));

    private static List<TextPiece> Pieces(ContainerInline? inline)
    {
        var pieces = new List<TextPiece>();
        Collect(inline, TextWeight.Plain, null, pieces);
        return pieces;
    }

    private static void Collect(ContainerInline? container, TextWeight weight, string? address, List<TextPiece> pieces)
    {
        foreach (var inline in container ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    pieces.Add(new TextPiece(literal.Content.ToString(), weight, address));
                    break;
                case CodeInline code:
                    pieces.Add(new TextPiece(code.Content, weight, address));
                    break;
                case LineBreakInline line:
                    pieces.Add(new TextPiece(line.IsHard ? "\n" : " ", weight, address));
                    break;
                case HtmlEntityInline entity:
                    pieces.Add(new TextPiece(entity.Transcoded.ToString(), weight, address));
                    break;
                case AutolinkInline link:
                    pieces.Add(new TextPiece(link.Url, weight, link.IsEmail ? $"mailto:{link.Url}" : link.Url));
                    break;
                case EmphasisInline emphasis:
                    Collect(emphasis, emphasis.DelimiterCount > 1 ? TextWeight.Strong : weight == TextWeight.Plain ? TextWeight.Emphasis : weight, address, pieces);
                    break;
                case LinkInline link:
                    // A picture from elsewhere is not fetched: its alternative text stands for it.
                    Collect(link, weight, link.IsImage ? address : link.Url, pieces);
                    break;
                case ContainerInline other:
                    Collect(other, weight, address, pieces);
                    break;
            }
        }
    }
}
