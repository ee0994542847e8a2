using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Trellis.Tables;

/// <summary>
/// Excel. Each row that the file stores is a line, counted on through the sheets; a sheet with a name of its own begins with that name
/// as a heading, which is a line too. Rows are streamed. A row of which only column A is filled is a paragraph.
/// </summary>
internal sealed class ExcelReader
{
    private readonly ReadingLimit limit;
    private readonly ExcelBook book;
    private readonly List<SourceBlock> blocks = [];
    private readonly ParagraphText paragraphs = new();
    private int line;

    private ExcelReader(ReadingLimit limit, ExcelBook book)
    {
        this.limit = limit;
        this.book = book;
    }

    public static SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadingLimit limit)
    {
        try
        {
            using var package = SpreadsheetDocument.Open(new MemoryStream(bytes.ToArray(), writable: false), false);
            var workbook = package.WorkbookPart ?? throw OfficePackage.Damaged(limit);
            var reader = new ExcelReader(limit, ExcelBook.Of(workbook, limit));
            var sheets = workbook.Workbook?.Descendants<Sheet>().ToList() ?? [];
            foreach (
                var sheet in sheets.Where(sheet => sheet.State?.Value is null || sheet.State.Value == SheetStateValues.Visible)
            )
            {
                if (sheet.Id?.Value is { } id && workbook.GetPartById(id) is WorksheetPart part)
                {
                    reader.Read(part, sheet.Name?.Value ?? "", sheets.Count > 1);
                }
            }

            return new SourceDocument(limit.FileName, SourceFormat.Excel, reader.line, reader.blocks);
        }
        catch (Exception broken)
            when (broken
                    is OpenXmlPackageException
                        or XmlException
                        or InvalidDataException
                        or FormatException
                        or IOException
                        or ArgumentOutOfRangeException
            )
        {
            throw OfficePackage.Damaged(limit);
        }
    }

    private void Read(WorksheetPart part, string name, bool named)
    {
        var merged = MergedCells.Of(part);
        var over = OverSheet.Of(part);
        if (named && !(name.StartsWith("Sheet", StringComparison.OrdinalIgnoreCase) && name.Length <= 7))
        {
            limit.Rows(++line, $"sheet {name}");
            blocks.Add(
                new SourceParagraph(new SourcePosition(line, $"sheet {name}"), true, [new TextRun(name)], HeadingLevel: 1)
            );
        }

        using var reader = OpenXmlReader.Create(part);
        var gap = true;
        var rowNumber = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement || reader.LoadCurrentElement() is not Row row)
            {
                continue;
            }

            var number = (int)Math.Min(row.RowIndex?.Value ?? (uint)(rowNumber + 1), int.MaxValue);
            gap |= number > rowNumber + 1;
            rowNumber = number;
            limit.Rows(++line, $"{name}!A{number}");
            var block = Block(row, number, name, gap, merged, over);
            gap = block is null;
            if (block is not null)
            {
                blocks.Add(block);
            }
        }
    }

    private SourceBlock? Block(Row row, int number, string sheet, bool gap, MergedCells merged, OverSheet over)
    {
        var cells = new List<SourceCell>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? CellAddress.Column(reference) : cells.Count + 1;
            limit.CellsInRow(Math.Max(column - cells.Count, 1), $"{sheet}!A{number}");
            if (column > limit.Limits.CellsInRow)
            {
                throw limit.Refusal(
                    "A row has more cells than a plan can have.",
                    $"{sheet}!A{number}",
                    "Give only the part that is the plan."
                );
            }

            while (cells.Count < column - 1)
            {
                cells.Add(SourceCell.Empty);
            }

            var read = book.Cell(cell, CellAddress.Of(column, number));
            limit.Characters(read.Text.Length, $"{sheet}!{read.Address}");
            cells.Add(merged.Cover(over.Mark(read, column, number), column, number));
        }

        // A picture may float over a cell that the file does not store.
        while (cells.Count > 0 && cells.Count < Math.Min(over.LastColumn(number), limit.Limits.CellsInRow))
        {
            var column = cells.Count + 1;
            cells.Add(over.Mark(SourceCell.Empty with { Address = CellAddress.Of(column, number) }, column, number));
        }

        if (cells.TrueForAll(cell => cell.IsBlank))
        {
            return null;
        }

        var position = new SourcePosition(line, $"{sheet}!A{number}");
        return cells.Skip(1).All(cell => cell.IsBlank) && cells[0].Text.Length > 0
            ? paragraphs.Read(position, gap, cells[0].Text.ReplaceLineEndings(" "))
            : new SourceRow(
                position,
                gap,
                [.. cells.Select(cell => cell with { Text = cell.Text.ReplaceLineEndings(" ").Trim() })]
            );
    }
}
