using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Trellis.Tables;

/// <summary>The merged ranges of a sheet. The file lists them after the rows, so they are read first.</summary>
internal sealed class MergedCells
{
    private const int Most = 100_000;
    private readonly Dictionary<int, List<Range>> byColumn = [];

    public static MergedCells Of(WorksheetPart part)
    {
        var merged = new MergedCells();
        using var reader = OpenXmlReader.Create(part);
        var count = 0;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SheetData) && reader.IsStartElement)
            {
                reader.Skip();
            }

            if (
                reader.ElementType == typeof(MergeCell)
                && reader.IsStartElement
                && reader.LoadCurrentElement() is MergeCell cell
                && count++ < Most
            )
            {
                merged.Add(cell.Reference?.Value ?? "");
            }
        }

        return merged;
    }

    /// <summary>The cell, marked as covered when it lies in a range but is not its first; the first cell's text is remembered.</summary>
    public SourceCell Cover(SourceCell cell, int column, int row)
    {
        var range = byColumn.GetValueOrDefault(column)?.Find(candidate => row >= candidate.Top && row <= candidate.Bottom);
        if (range is null)
        {
            return cell;
        }

        if (range.Left == column && range.Top == row)
        {
            range.Text = cell.Text;
            return cell;
        }

        return cell with
        {
            Covered = true,
            CoveredText = range.Text,
            Text = "",
        };
    }

    private void Add(string reference)
    {
        var ends = reference.Split(':');
        if (ends.Length != 2)
        {
            return;
        }

        var range = new Range(CellAddress.Column(ends[0]), CellAddress.Row(ends[0]), CellAddress.Row(ends[1]));
        for (var column = range.Left; column <= Math.Min(CellAddress.Column(ends[1]), range.Left + 1000); column++)
        {
            if (!byColumn.TryGetValue(column, out var list))
            {
                byColumn[column] = list = [];
            }

            list.Add(range);
        }
    }

    private sealed class Range(int left, int top, int bottom)
    {
        public int Left { get; } = left;
        public int Top { get; } = top;
        public int Bottom { get; } = bottom;
        public string Text { get; set; } = "";
    }
}
