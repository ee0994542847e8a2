using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>What the marks within one cell or paragraph tell apart.</summary>
internal static class MarkedPieces
{
    /// <summary>The piece with this mark; null where there is none.</summary>
    public static string? Piece(this SourceCell cell, string mark) => Piece(cell.Marked, mark);

    public static string? Piece(this SourceParagraph paragraph, string mark) => Piece(paragraph.Marked, mark);

    /// <summary>The cell's own text: that of its row's mark, or what somebody typed in its place.</summary>
    public static string OwnText(this SourceCell cell, string mark) => OwnText(cell.Text, cell.Marked, mark);

    public static string OwnText(this SourceParagraph paragraph, string mark) => OwnText(paragraph.Text, paragraph.Marked, mark);

    private static string? Piece(IReadOnlyList<MarkedText> marked, string mark) => marked.FirstOrDefault(piece => piece.Mark == mark)?.Text;

    private static string OwnText(string text, IReadOnlyList<MarkedText> marked, string mark)
    {
        var own = string.Join(' ', marked.Where(piece => piece.Mark == mark).Select(piece => piece.Text)).Trim();
        return own.Length > 0 ? own : marked.Aggregate(text, (rest, piece) => piece.Text.Length == 0 ? rest : rest.Replace(piece.Text, "", StringComparison.Ordinal)).Trim();
    }
}
