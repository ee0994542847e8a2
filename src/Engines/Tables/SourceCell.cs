namespace Trellis.Tables;

/// <summary>One cell of a row: its text, and what else in it could carry a meaning.</summary>
/// <param name="Text">The text without outer spaces; "" when empty or covered.</param>
public sealed record SourceCell(string Text)
{
    /// <summary>An empty cell.</summary>
    public static SourceCell Empty { get; } = new("");

    /// <summary>Excel: the address, such as "C7"; Word: "table 2, row 3, cell 4"; otherwise "".</summary>
    public string Address { get; init; } = "";

    /// <summary>The stretches of its text that carry a mark, in their order; see <see cref="SourceBlock.Mark"/>.</summary>
    public IReadOnlyList<MarkedText> Marked { get; init; } = [];

    /// <summary>True when a merged cell above or to the left covers this one.</summary>
    public bool Covered { get; init; }

    /// <summary>The text of the merged cell that covers this one; "" when not covered.</summary>
    public string CoveredText { get; init; } = "";

    /// <summary>The fill as six upper-case hex digits (RRGGBB), or null when none or automatic.</summary>
    public string? Shading { get; init; }

    /// <summary>Alternative text (or name) of each picture in the cell.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>
    /// Symbols that are not letters: characters of a symbol font as "font:HEX" (such as "wingdings:6C"), tick boxes as
    /// "checkbox:on" and "checkbox:off", emoji and geometric characters as themselves.
    /// </summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>Colours of the cell's letters and symbols as six upper-case hex digits, in their order, without repeats.</summary>
    public IReadOnlyList<string> Inks { get; init; } = [];

    /// <summary>Excel: the names of pictures and shapes that float over the cell. They may belong to it or to a neighbour.</summary>
    public IReadOnlyList<string> PicturesOver { get; init; } = [];

    /// <summary>Excel: true when a conditional format may give the cell another look than its own fill.</summary>
    public bool IsColouredByRule { get; init; }

    /// <summary>The date, when the file stores one rather than its text.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The number, when the file stores one rather than its text.</summary>
    public double? Number { get; init; }

    /// <summary>True when the cell has neither text nor anything else that could be read.</summary>
    public bool IsBlank => Text.Length == 0 && Pictures.Count == 0 && Symbols.Count == 0 && Date is null && Number is null;
}

/// <summary>A stretch of text with what the program that wrote it says that it is.</summary>
/// <param name="Mark">As <see cref="SourceBlock.Mark"/>.</param>
/// <param name="Text">The text without outer spaces, its inner spaces single.</param>
public sealed record MarkedText(string Mark, string Text);
