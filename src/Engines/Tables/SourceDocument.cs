namespace Trellis.Tables;

/// <summary>The formats that can be read.</summary>
public enum SourceFormat
{
    /// <summary>Plain text: paragraphs, lists, and rows whose cells stand apart by tabs or by runs of spaces.</summary>
    Text,

    /// <summary>Markdown: as text, with headings and pipe tables.</summary>
    Markdown,

    /// <summary>Separated values: comma, semicolon, tab or pipe.</summary>
    Csv,

    /// <summary>Word, .docx.</summary>
    Word,

    /// <summary>Excel, .xlsx.</summary>
    Excel,
}

/// <summary>What stands in a file, in its order, with the position of each part; and nothing about what it means.</summary>
/// <param name="FileName">The name of the file without folders.</param>
/// <param name="Format">The format, judged by content as well as by name.</param>
/// <param name="LinesTotal">
/// How many lines the file has, empty ones too, in the sense of <see cref="SourcePosition.Line"/>; 0 or more.
/// A last line without a line end counts.
/// </param>
/// <param name="Blocks">
/// One block for each line that is not empty, in the order of the file. A line of spaces, no-break spaces, tabs or
/// form feeds alone is empty.
/// </param>
public sealed record SourceDocument(string FileName, SourceFormat Format, int LinesTotal, IReadOnlyList<SourceBlock> Blocks);
