using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Papers;

/// <summary>A paper: what stands in it, in its order, and nothing about how a format draws it.</summary>
/// <param name="Title">The title; it becomes the first heading and the document's own title. One line, not empty.</param>
/// <param name="Captions">Lines above and below the title such as the meeting and its day; may be empty.</param>
/// <param name="Blocks">The content in its order.</param>
public sealed record PaperDocument(string Title, IReadOnlyList<string> Captions, IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>How deep the JSON of a paper may go.</summary>
    public const int DeepestJson = 512;

    private static readonly JsonSerializerOptions Written = new()
    {
        // A list within a list within a cell goes deeper than usual.
        MaxDepth = DeepestJson,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The language as in BCP 47; screen readers choose their voice by it.</summary>
    public string Language { get; init; } = "en-GB";

    /// <summary>As <see cref="PaperBlock.Mark"/>, for the title; null for one that a reading program passes over.</summary>
    public string? TitleMark { get; init; }

    /// <summary>The same for the captions.</summary>
    public string? CaptionMark { get; init; }

    /// <summary>The whole paper as JSON: the same paper gives the same text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Written);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no paper.</exception>
    public static PaperDocument FromJson(string json) =>
        JsonSerializer.Deserialize<PaperDocument>(json, Written) ?? throw new JsonException("The text holds no paper.");
}

/// <summary>One piece of a paper.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(HeadingBlock), "heading")]
[JsonDerivedType(typeof(ParagraphBlock), "paragraph")]
[JsonDerivedType(typeof(ListBlock), "list")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(FigureBlock), "figure")]
[JsonDerivedType(typeof(LegendBlock), "legend")]
[JsonDerivedType(typeof(FieldsBlock), "fields")]
[JsonDerivedType(typeof(PageBreakBlock), "pageBreak")]
public abstract record PaperBlock
{
    /// <summary>
    /// What this piece is to a program that reads the paper again: a word of the writer's own, letters and hyphens, or null. In
    /// Word it is the name of the character style that the text stands in; HTML and PDF do not show it.
    /// </summary>
    public string? Mark { get; init; }
}

/// <summary>A heading below the title.</summary>
/// <param name="Level">2 to 4: level 1 is the title's. Levels do not leap.</param>
/// <param name="Text">The heading's words.</param>
public sealed record HeadingBlock(int Level, string Text) : PaperBlock;

/// <summary>A paragraph.</summary>
/// <param name="Runs">Its text in pieces of one weight.</param>
public sealed record ParagraphBlock(IReadOnlyList<TextPiece> Runs) : PaperBlock
{
    /// <summary>Set apart from the text around it: a notice or a state.</summary>
    public bool IsNotice { get; init; }

    /// <summary>A paragraph of plain text.</summary>
    public static ParagraphBlock Of(string text) => new([new TextPiece(text)]);

    /// <summary>A paragraph of plain text that a reading program passes over.</summary>
    public static ParagraphBlock Aside(string text) => Of(text) with { Mark = Marks.Aside };
}

/// <summary>A list; items may hold lists of their own kind, up to nine levels.</summary>
/// <param name="Numbered">True for 1, 2, 3; false for bullets.</param>
/// <param name="Items">The items in their order; at least one.</param>
public sealed record ListBlock(bool Numbered, IReadOnlyList<ListEntry> Items) : PaperBlock;

/// <summary>One item of a list.</summary>
/// <param name="Runs">Its text.</param>
/// <param name="Below">The items that stand under it.</param>
public sealed record ListEntry(IReadOnlyList<TextPiece> Runs, IReadOnlyList<ListEntry> Below)
{
    /// <summary>As <see cref="PaperBlock.Mark"/>; null takes the list's own.</summary>
    public string? Mark { get; init; }
}

/// <summary>A stretch of text in one weight.</summary>
/// <param name="Text">The letters.</param>
/// <param name="Weight">How it is set.</param>
/// <param name="Address">Where a link leads: an http, https or mailto address, or a path of the same site; null for no link.</param>
public sealed record TextPiece(string Text, TextWeight Weight = TextWeight.Plain, string? Address = null)
{
    /// <summary>As <see cref="PaperBlock.Mark"/>; null takes that of the block.</summary>
    public string? Mark { get; init; }
}

/// <summary>How a stretch of text is set.</summary>
public enum TextWeight
{
    /// <summary>As the text around it.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Strong,

    /// <summary>Italic.</summary>
    Emphasis,
}

/// <summary>What a state means, for the colour beside its words. The words say it alone: the colour is never without them.</summary>
public enum PaperTone
{
    /// <summary>No colour.</summary>
    None,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Off, and somebody sees to it.</summary>
    Watch,

    /// <summary>Off, and somebody else must act.</summary>
    Bad,

    /// <summary>Nothing said.</summary>
    Muted,
}

/// <summary>Begins a new page where the format has pages.</summary>
public sealed record PageBreakBlock : PaperBlock;

/// <summary>Marks that every writer knows.</summary>
public static class Marks
{
    /// <summary>The paper's own words (furniture, comment), which a program that reads the paper again passes over.</summary>
    public const string Aside = "aside";

    /// <summary>The name of the Word style for a mark.</summary>
    public static string StyleName(string mark) => StylePrefix + mark;

    /// <summary>How the names of Word styles for marks begin.</summary>
    public const string StylePrefix = "Trellis ";
}
