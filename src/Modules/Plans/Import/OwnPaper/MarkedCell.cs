using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>What the marks within one cell tell apart.</summary>
internal static class MarkedCell
{
    /// <summary>The piece with this mark; null where there is none.</summary>
    public static string? Piece(this SourceCell cell, string mark) => cell.Marked.FirstOrDefault(piece => piece.Mark == mark)?.Text;

    /// <summary>The cell's own text: that of its row's mark, or what somebody typed in its place.</summary>
    public static string OwnText(this SourceCell cell, string mark)
    {
        var own = string.Join(' ', cell.Marked.Where(piece => piece.Mark == mark).Select(piece => piece.Text)).Trim();
        return own.Length > 0 ? own : cell.Marked.Aggregate(cell.Text, (text, piece) => piece.Text.Length == 0 ? text : text.Replace(piece.Text, "", StringComparison.Ordinal)).Trim();
    }
}
