namespace Trellis.Plans.Import;

/// <summary>A table as it stands in the document: its rows, rows of heads, and paragraphs caught between them.</summary>
internal sealed class TableStretch
{
    /// <summary>A paragraph of more words is no piece of a cell.</summary>
    private const int MostWordsOfPiece = 12;

    public List<TableRow> Rows { get; } = [];

    /// <summary>The lines of heads and rules.</summary>
    public List<int> HeadLines { get; } = [];

    public ColumnMap? Columns { get; private set; }

    /// <summary>The words of the heads, when there are any.</summary>
    public IReadOnlyList<string>? Heads { get; private set; }

    /// <summary>Paragraphs inside the table, each with the number of rows before it.</summary>
    public List<(Passage Passage, int RowsBefore)> Strays { get; } = [];

    /// <summary>Reads the table that begins at a row and returns it with the place of the passage after it.</summary>
    public static (TableStretch Table, int Next) At(IReadOnlyList<Passage> passages, int start)
    {
        var table = new TableStretch();
        var gap = false;
        var at = start;
        for (; at < passages.Count; at++)
        {
            var passage = passages[at];
            if (passage.IsRule)
            {
                table.HeadLines.Add(passage.Line);
            }
            else if (passage.Row is { } row)
            {
                var heads = ColumnMap.OfHeads([.. row.Cells.Select(cell => cell.Text)]);
                if (heads is not null && !table.TakesHeads(heads))
                {
                    break;
                }

                if (heads is not null)
                {
                    table.Columns ??= heads;
                    table.Heads ??= [.. row.Cells.Select(cell => cell.Text)];
                    table.HeadLines.Add(passage.Line);
                    gap = table.Rows.Count > 0;
                }
                else
                {
                    table.Rows.Add(TableRow.Of(row, gap));
                    gap = false;
                }
            }
            else if (table.IsStray(passages, at))
            {
                table.Strays.Add((passage, table.Rows.Count));
                gap = true;
            }
            else
            {
                break;
            }
        }

        return (table, at);
    }

    public void TakeColumns(ColumnMap columns) => Columns = columns;

    /// <summary>Heads belong to this table when it has none yet and holds such rows, or when they repeat its own.</summary>
    private bool TakesHeads(ColumnMap heads) =>
        Columns is null
            ? Rows.Count == 0
                || Rows.TrueForAll(row => row.Cells.Count <= heads.Count + 1)
                    && Rows.Max(row => row.Cells.Count) >= heads.Count - 1
            : heads.IsSame(Columns);

    /// <summary>A short paragraph that is no heading, with more of this table below it; or one that a cut row of this table may have lost.</summary>
    private bool IsStray(IReadOnlyList<Passage> passages, int at)
    {
        var passage = passages[at];
        if (
            Columns is null && Rows.Count == 0
            || passage.Heading is not null
            || passage.HeadingLevel > 0
            || Words.Count(passage.Text) > MostWordsOfPiece
        )
        {
            return false;
        }

        if (
            at + 1 < passages.Count
            && (passages[at + 1].Row ?? (passages[at + 1].IsRule && at + 2 < passages.Count ? passages[at + 2].Row : null))
                is { } below
        )
        {
            var heads = ColumnMap.OfHeads([.. below.Cells.Select(cell => cell.Text)]);
            return heads is null || Columns is null || heads.IsSame(Columns);
        }

        return Rows.Count > 0 && Words.Count(passage.Text) <= 6 && !Words.EndsWhole(passage.Text) && !passage.IsItem;
    }
}
