using DocumentFormat.OpenXml.Wordprocessing;

namespace Trellis.Tables;

/// <summary>The rows of one Word table: cells that merge downwards or sideways leave covered cells behind.</summary>
internal sealed class WordTable(int number, ReadingLimit limit, WordStyles styles)
{
    private readonly Dictionary<int, string> merged = [];
    private int rows;

    /// <summary>The row as a block; null when nothing stands in it. A row of one cell across a wide table is a paragraph.</summary>
    public SourceBlock? Row(TableRow row, int line, bool gap)
    {
        rows++;
        var place = $"table {number}, row {rows}";
        var cells = new List<SourceCell>();
        Skip(cells, row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0);
        var written = row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row).ToList();
        foreach (var cell in written)
        {
            Add(cells, cell, place);
            limit.CellsInRow(cells.Count, place);
        }

        if (cells.TrueForAll(cell => cell.IsBlank))
        {
            return null;
        }

        var position = new SourcePosition(line, place);
        return written.Count == 1 && cells.Count > 1
            ? new SourceParagraph(position, gap, [new TextRun(cells[0].Text)])
            : new SourceRow(position, gap, cells) { Mark = cells.Find(cell => cell.Marked.Count > 0)?.Marked[0].Mark };
    }

    private static void Skip(List<SourceCell> cells, int count)
    {
        for (var i = 0; i < Math.Min(count, 100); i++)
        {
            cells.Add(SourceCell.Empty);
        }
    }

    private void Add(List<SourceCell> cells, TableCell cell, string place)
    {
        var column = cells.Count;
        var properties = cell.TableCellProperties;
        var read = Cell(cell, $"{place}, cell {column + 1}");
        if (properties?.VerticalMerge is { } vertical && vertical.Val?.Value != MergedCellValues.Restart && read.Text.Length == 0)
        {
            read = read with { Covered = true, CoveredText = merged.GetValueOrDefault(column, "") };
        }
        else
        {
            merged[column] = read.Text;
        }

        cells.Add(read);
        var span = Math.Clamp(properties?.GridSpan?.Val?.Value ?? 1, 1, 200);
        for (var i = 1; i < span; i++)
        {
            cells.Add(
                new SourceCell("")
                {
                    Covered = true,
                    CoveredText = read.Text,
                    Address = $"{place}, cell {column + i + 1}",
                }
            );
        }
    }

    private SourceCell Cell(TableCell cell, string address)
    {
        var content = WordText.Of(cell, styles);
        limit.Characters(content.Text.Length, address);
        return new SourceCell(string.Join(' ', content.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            Address = address,
            Marked = content.Marked,
            Shading = WordText.Colour(cell.TableCellProperties?.Shading?.Fill?.Value),
            Pictures = content.Pictures,
            Symbols = content.Symbols,
            Inks = content.Inks,
        };
    }
}
