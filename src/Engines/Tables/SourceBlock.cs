using System.Text;

namespace Trellis.Tables;

/// <summary>One line of a document that is not empty.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="AfterGap">True when an empty line, a page break or another sheet stands between this block and the one before.</param>
public abstract record SourceBlock(SourcePosition Position, bool AfterGap)
{
    /// <summary>
    /// What the program that wrote the file says that this is: in Word the name of a character style that begins with "Trellis ",
    /// without that beginning. Null where nothing is said.
    /// </summary>
    public string? Mark { get; init; }

    /// <summary>The text as a reader sees it: markers of lists and bold left out, cells set apart by tabs.</summary>
    public abstract string Text { get; }
}

/// <summary>A paragraph, heading or item of a list.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="AfterGap">True when an empty line or a page break stands before it.</param>
/// <param name="Runs">Its text in pieces of equal weight; joined they are the whole text.</param>
/// <param name="HeadingLevel">1 to 9 for a heading marked as such, otherwise 0.</param>
/// <param name="ListLevel">1 for an item of an outer list, 2 and more for nested ones, 0 for no item.</param>
public sealed record SourceParagraph(
    SourcePosition Position,
    bool AfterGap,
    IReadOnlyList<TextRun> Runs,
    int HeadingLevel = 0,
    int ListLevel = 0
) : SourceBlock(Position, AfterGap)
{
    /// <summary>The stretches of its text that carry a mark, in their order.</summary>
    public IReadOnlyList<MarkedText> Marked { get; init; } = [];

    /// <inheritdoc/>
    public override string Text { get; } = Runs.Count == 1 ? Runs[0].Text : string.Concat(Runs.Select(run => run.Text));

    /// <summary>The paragraph in Markdown: bold between double asterisks, an item with its dash and two spaces a level.</summary>
    public string ToMarkdown()
    {
        var markdown = new StringBuilder();
        if (ListLevel > 0)
        {
            markdown.Append(' ', (ListLevel - 1) * 2).Append("- ");
        }

        foreach (var run in Runs)
        {
            var mark = run.Bold && !string.IsNullOrWhiteSpace(run.Text) ? "**" : "";
            markdown.Append(mark).Append(run.Text).Append(mark);
        }

        return markdown.ToString();
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="AfterGap">True when an empty line or a page break stands before it.</param>
/// <param name="Cells">Its cells from left to right, empty ones too.</param>
/// <param name="Layout">How sure it is which cell is which.</param>
public sealed record SourceRow(
    SourcePosition Position,
    bool AfterGap,
    IReadOnlyList<SourceCell> Cells,
    RowLayout Layout = RowLayout.Marked
) : SourceBlock(Position, AfterGap)
{
    /// <inheritdoc/>
    public override string Text => string.Join('\t', Cells.Select(cell => cell.Text));
}

/// <summary>A line that only draws: the rule under a Markdown table's heads, a row of dashes.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="AfterGap">True when an empty line or a page break stands before it.</param>
/// <param name="Drawn">The characters of the line.</param>
public sealed record SourceRule(SourcePosition Position, bool AfterGap, string Drawn) : SourceBlock(Position, AfterGap)
{
    /// <inheritdoc/>
    public override string Text => Drawn;
}

/// <summary>How sure it is which cell of a row is which.</summary>
public enum RowLayout
{
    /// <summary>The file itself marks the cells: tabs, separators, Word and Excel cells.</summary>
    Marked,

    /// <summary>Spaces stand for tabs, and each gap is a whole number of them: empty cells are counted from the gap.</summary>
    EvenSpaces,

    /// <summary>Spaces line the cells up under the heads.</summary>
    Aligned,

    /// <summary>Spaces stand between the cells, but how many cells a gap hides cannot be told: only filled cells are given.</summary>
    LooseSpaces,
}
