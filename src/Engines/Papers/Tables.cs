namespace Trellis.Papers;

/// <summary>A table with a caption and heads.</summary>
/// <param name="Caption">What the table shows; visible above it and its name for assistive technology.</param>
/// <param name="Columns">The columns from left to right; at least one.</param>
/// <param name="Rows">The rows below the heads.</param>
public sealed record TableBlock(string Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<PaperRow> Rows) : PaperBlock
{
    /// <summary>More about it for whoever cannot see it; null where the caption says enough.</summary>
    public string? Description { get; init; }

    /// <summary>Says "There is nothing to show." in its place when it has no rows; null leaves the heads alone.</summary>
    public string? Empty { get; init; }
}

/// <summary>One column.</summary>
/// <param name="Head">The head's words; not empty.</param>
/// <param name="Share">How much of the width it takes, beside the shares of the others; above 0.</param>
public sealed record TableColumn(string Head, double Share = 1)
{
    /// <summary>As <see cref="PaperBlock.Mark"/>, for the head.</summary>
    public string? Mark { get; init; }
}

/// <summary>One row: a cell for each column that no cell above reaches down into.</summary>
/// <param name="Cells">From left to right.</param>
public sealed record PaperRow(IReadOnlyList<PaperCell> Cells)
{
    /// <summary>As <see cref="PaperBlock.Mark"/>, for the text of its cells.</summary>
    public string? Mark { get; init; }
}

/// <summary>One cell.</summary>
/// <param name="Blocks">Paragraphs and lists; empty for an empty cell.</param>
public sealed record PaperCell(IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>True for the cell that names its row.</summary>
    public bool IsHead { get; init; }

    /// <summary>How many rows it reaches over, from 1; it must not reach past the last row.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>The colour of the square before its first word.</summary>
    public PaperTone Tone { get; init; }

    /// <summary>A cell of plain text.</summary>
    public static PaperCell Of(string text) => new(text.Length == 0 ? [] : [ParagraphBlock.Of(text)]);

    /// <summary>The cell that names its row.</summary>
    public static PaperCell Head(string text) => Of(text) with { IsHead = true };
}

/// <summary>Words with a colour beside them, explained: "Key".</summary>
/// <param name="Title">What is explained, as a paragraph above the entries.</param>
/// <param name="Entries">Each colour and its words.</param>
public sealed record LegendBlock(string Title, IReadOnlyList<LegendEntry> Entries) : PaperBlock;

/// <summary>One line of a key.</summary>
/// <param name="Tone">The colour.</param>
/// <param name="Text">What it means.</param>
public sealed record LegendEntry(PaperTone Tone, string Text);

/// <summary>Names and values one below the other: a front sheet.</summary>
/// <param name="Fields">In their order.</param>
public sealed record FieldsBlock(IReadOnlyList<PaperField> Fields) : PaperBlock;

/// <summary>One line of a front sheet.</summary>
/// <param name="Name">What it is: "Meeting".</param>
/// <param name="Value">What it says; a line end begins a new paragraph.</param>
public sealed record PaperField(string Name, string Value);

/// <summary>
/// Bars with the table of the same figures below them: a picture is never without its table. HTML and PDF draw the bars; Word
/// shows the table alone, which holds all that the bars show, because not every version of Word and LibreOffice draws SVG.
/// </summary>
/// <param name="Caption">What is shown.</param>
/// <param name="CategoryName">The head of the column of names.</param>
/// <param name="ValueName">The head of the column of figures.</param>
/// <param name="Bars">The figures in their order.</param>
public sealed record FigureBlock(string Caption, string CategoryName, string ValueName, IReadOnlyList<PaperBar> Bars) : PaperBlock
{
    /// <summary>What a reader would say who sees the bars; not empty.</summary>
    public string Alternative => Bars.Count == 0 ? Caption : $"{Caption}: {string.Join(", ", Bars.Select(bar => $"{bar.Label} {bar.Value:N0}"))}.";

    /// <summary>The table that stands below the bars.</summary>
    public TableBlock Table => new(
        Caption, [new TableColumn(CategoryName, 3), new TableColumn(ValueName)],
        [.. Bars.Select(bar => new PaperRow([PaperCell.Head(bar.Label) with { Tone = bar.Tone }, PaperCell.Of($"{bar.Value:N0}")]))])
    { Mark = Mark };
}

/// <summary>One bar.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Value">How many; 0 or more.</param>
/// <param name="Tone">Its colour.</param>
public sealed record PaperBar(string Label, int Value, PaperTone Tone = PaperTone.None);
