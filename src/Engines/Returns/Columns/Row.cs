namespace Trellis.Returns;

/// <summary>One row of a table.</summary>
public readonly record struct Row
{
    private readonly RowTable _table;

    internal Row(RowTable table, int index)
    {
        _table = table;
        Index = index;
    }

    /// <summary>Where it stands among the data rows of its file, from 0.</summary>
    public int Index { get; }

    internal RowTable Table => _table;

    internal Code Code(int column) => new(_table.Cells[column][Index]);

    internal Day Day(int column) => new(_table.Cells[column][Index]);

    /// <summary>The number in a cell, or nothing where there is none.</summary>
    internal decimal? Number(int column) => _table.Words.NumberOf(_table.Cells[column][Index]);

    /// <summary>What a cell says, for what a code cannot answer: its length, its letters.</summary>
    internal ReadOnlySpan<byte> Text(int column) => _table.Words.BytesOf(Math.Abs(_table.Cells[column][Index]));
}

/// <summary>A row that knows its columns by name.</summary>
public interface IRow<T>
    where T : struct, IRow<T>
{
    /// <summary>The row itself.</summary>
    Row Row { get; }

    /// <summary>The row with its names.</summary>
    static abstract T Of(Row row);
}
