namespace Trellis.Tables;

/// <summary>Where something stands in its file, so that a person can find it again.</summary>
/// <param name="Line">
/// 1-based and rising through the document. Text, Markdown and CSV: the line of the file. Word: the ordinal of the paragraph or
/// table row. Excel: the ordinal of the row, counted on through the sheets. Each is one "line" of an account.
/// </param>
/// <param name="Place">The same in words: "line 12", "paragraph 4", "table 2, row 3", "Actions!A7".</param>
public readonly record struct SourcePosition(int Line, string Place)
{
    /// <summary>The place in words.</summary>
    public override string ToString() => Place;
}
