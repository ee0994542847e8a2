namespace Trellis.Tables;

/// <summary>
/// A table of data: named columns and any number of rows, every cell the text that the file has. Equal texts of one column are one string.
/// </summary>
/// <remarks>Made for hundreds of thousands of rows: a cell costs eight bytes, whatever stands in it.</remarks>
public sealed class ColumnTable
{
    private readonly string[][] cells;
    private readonly Func<int, string> place;
    private readonly Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);

    internal ColumnTable(IReadOnlyList<string> columns, string[][] cells, Func<int, string> place)
    {
        Columns = columns;
        this.cells = cells;
        this.place = place;
        for (var i = columns.Count - 1; i >= 0; i--)
        {
            numbers[columns[i].Trim()] = i;
        }
    }

    /// <summary>The names of the columns as the file has them, from left to right; of equal ones the first is found by name.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>How many rows there are below the names.</summary>
    public int Count => cells.Length == 0 ? 0 : cells[0].Length;

    /// <summary>The column with this name, whatever the case and the spaces around it; -1 where there is none.</summary>
    public int Find(string column) => numbers.GetValueOrDefault(column.Trim(), -1);

    /// <summary>The text of a cell, both from 0; empty for a column that is not there (-1).</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such row or column.</exception>
    public string Cell(int row, int column) => column == -1 ? "" : cells[column][row];

    /// <summary>Where a row stands, for people: "line 12" of a text, "Sheet1!A12" of a workbook, "row 12" of a Parquet file.</summary>
    public string Place(int row) => place(row);
}

/// <summary>A table, or the reason why there is none: exactly one of the two.</summary>
/// <param name="Table">Null after a failure.</param>
/// <param name="Failure">Null when the file was read.</param>
public sealed record TableResult(ColumnTable? Table, ReadFailure? Failure);
