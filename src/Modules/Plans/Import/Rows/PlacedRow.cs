using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>A row with each cell under its column's meaning.</summary>
internal sealed class PlacedRow(TableRow source, ColumnMap columns, SourceCell[] cells, string[] texts)
{
    public List<int> Lines { get; } = [.. source.Lines];

    public TableRow Source { get; } = source;

    public ColumnMap Columns { get; } = columns;

    /// <summary>True when a doubt stands about where its cells belong: what hangs on the row is doubtful too.</summary>
    public bool IsDoubted { get; set; }

    /// <summary>True when the reading without any repair gives it an objective (or an action) of its own.</summary>
    public bool MayBeginObjective { get; set; }

    /// <summary>True when it is sure that a row begins here, and under which columns, whatever may be added to it.</summary>
    public bool IsAnchor { get; set; } = true;

    public bool MayBeginAction { get; set; }

    public string this[ColumnRole role]
    {
        get => Columns.IndexOf(role) is >= 0 and var at ? texts[at] : "";
        set
        {
            if (Columns.IndexOf(role) is >= 0 and var at)
            {
                texts[at] = value;
            }
        }
    }

    public IReadOnlyList<string> Texts => texts;

    public SourceCell Cell(ColumnRole role) => Columns.IndexOf(role) is >= 0 and var at ? cells[at] : SourceCell.Empty;

    public ReadDue Due => ReadDue.Parse(this[ColumnRole.Due]);

    /// <summary>The row's cells moved by some columns to the right (or left, when negative); null when a filled cell would fall off.</summary>
    public static PlacedRow? At(TableRow row, ColumnMap columns, int offset)
    {
        var cells = new SourceCell[columns.Count];
        var texts = new string[columns.Count];
        Array.Fill(cells, SourceCell.Empty);
        Array.Fill(texts, "");
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var at = i + offset;
            if (at >= 0 && at < columns.Count)
            {
                cells[at] = row.Cells[i];
                texts[at] = row.Texts[i];
            }
            else if (!row.Cells[i].IsBlank)
            {
                return null;
            }
        }

        return new PlacedRow(row, columns, cells, texts);
    }

    /// <summary>
    /// The row's cells moved by one level in the order of meaning (objective, action, milestone, deadline …), whatever the order of the
    /// columns; null when a filled cell would fall off. It mends a row that was moved before the columns were put in another order.
    /// </summary>
    public static PlacedRow? AlongRoles(TableRow row, ColumnMap columns, int step)
    {
        var order = columns.InOrderOfMeaning();
        var moved = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            var filled = order[i] < row.Cells.Count && !row.Cells[order[i]].IsBlank;
            if (i + step < 0 || i + step >= order.Length)
            {
                if (filled)
                {
                    return null;
                }

                moved[order[i]] = order[(i + step + order.Length) % order.Length];
                continue;
            }

            moved[order[i]] = order[i + step];
        }

        return row.Cells.Count > columns.Count ? null : Under(row, columns, moved);
    }

    /// <summary>The row's cells under chosen columns, one for each.</summary>
    public static PlacedRow Under(TableRow row, ColumnMap columns, IReadOnlyList<int> places)
    {
        var cells = new SourceCell[columns.Count];
        var texts = new string[columns.Count];
        Array.Fill(cells, SourceCell.Empty);
        Array.Fill(texts, "");
        for (var i = 0; i < Math.Min(places.Count, row.Cells.Count); i++)
        {
            cells[places[i]] = row.Cells[i];
            texts[places[i]] = row.Texts[i];
        }

        return new PlacedRow(row, columns, cells, texts);
    }

    /// <summary>Takes what the next row adds: each of its texts goes on where this row's stops.</summary>
    public void Take(PlacedRow next, Vocabulary vocabulary)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = vocabulary.Join(texts[i], next.Texts[i]);
            cells[i] = cells[i].IsBlank ? next.CellAt(i) : cells[i];
        }

        Lines.AddRange(next.Lines);
        MayBeginObjective |= next.MayBeginObjective;
        MayBeginAction |= next.MayBeginAction;
        IsDoubted = true;
    }

    private SourceCell CellAt(int at) => cells[at];
}
