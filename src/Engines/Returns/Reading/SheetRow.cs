namespace Trellis.Returns;

/// <summary>A row of a sheet. One object walks from row to row.</summary>
internal sealed class SheetRow
{
    private SheetCell[] _cells = new SheetCell[32];

    /// <summary>As Excel counts it, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many columns there are up to the last with anything in it.</summary>
    public int Count { get; private set; }

    public SheetCell this[int column] => column < Count ? _cells[column] : default;

    public void Begin(int number)
    {
        Array.Clear(_cells, 0, Count);
        (Number, Count) = (number, 0);
    }

    public void Put(int column, SheetCell cell)
    {
        if (column >= _cells.Length)
        {
            Array.Resize(ref _cells, Math.Max(column + 1, _cells.Length * 2));
        }

        _cells[column] = cell;
        Count = Math.Max(Count, column + 1);
    }
}

/// <summary>A cell: its text and, of a number, the number and whether it is shown as a date.</summary>
internal readonly record struct SheetCell(string? Text)
{
    public double? Number { get; init; }

    public bool IsDate { get; init; }

    /// <summary>It holds an error of Excel, such as #N/A.</summary>
    public bool IsError { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && !IsError;
}
