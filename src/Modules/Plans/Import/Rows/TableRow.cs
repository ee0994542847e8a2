using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>A row as it stands in the document: lines, cells, and whether a page ends before it.</summary>
internal sealed record TableRow(
    IReadOnlyList<int> Lines,
    IReadOnlyList<SourceCell> Cells,
    bool AfterGap,
    RowLayout Layout,
    string Where
)
{
    public int Line => Lines[0];

    public IReadOnlyList<string> Texts { get; } = [.. Cells.Select(TextOf)];

    public static TableRow Of(SourceRow row, bool afterGap) =>
        new([row.Position.Line], row.Cells, afterGap || row.AfterGap, row.Layout, row.Position.Place);

    /// <summary>A stored date counts as its text, so that "Dec 2014" typed as a date is a deadline too.</summary>
    private static string TextOf(SourceCell cell) =>
        cell.Text.Length == 0 && cell.Date is { } date
            ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : cell.Text;
}
