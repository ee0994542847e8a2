using System.Text;
using System.Runtime.CompilerServices;

namespace Trellis.Returns;

/// <summary>Puts the cells of a file into a table, each as what its column holds, and notes what is not as it should be.</summary>
internal sealed class RowFiller
{
    /// <summary>Longer texts than any that a return repeats are looked up each time.</summary>
    private const int Remembered = 32;

    private readonly Words _words;
    private readonly RowTable _table;
    private readonly string _file;
    private readonly Departures _departures;
    private readonly int[] _row;
    private readonly (int Length, int Cell)[] _before;
    private readonly byte[] _beforeText;
    private readonly byte[] _room = new byte[64];
    private readonly DateForm _form;
    private int _line;

    public RowFiller(RowTable table, string file, Departures departures, DateForm form = DateForm.DayFirst)
    {
        var columns = table.Shape.Columns.Length;
        _form = form;
        _words = table.Words;
        _table = table;
        _file = file;
        _departures = departures;
        _row = new int[columns];
        _before = new (int, int)[columns];
        _beforeText = new byte[columns * Remembered];
        table.File = file;
    }

    public RowTable Table => _table;

    /// <summary>The cell of a column in the row that is being read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int column, ReadOnlySpan<byte> text, int line)
    {
        _line = _line == 0 ? line : _line;
        var trimmed = Trimmed(text);
        if (trimmed.Length != text.Length && column == 0 && !trimmed.IsEmpty)
        {
            _departures.Add(_file, line, NameOf(column), "There are spaces around it; they were left out.");
        }

        // A column mostly repeats itself from row to row: then the answer is known.
        var (length, cell) = _before[column];
        if (trimmed.IsEmpty)
        {
            _row[column] = 0;
        }
        else if (trimmed.SequenceEqual(_beforeText.AsSpan(column * Remembered, length)))
        {
            _row[column] = cell;
        }
        else
        {
            _row[column] = _table.Shape.Columns[column].Kind == ColumnKind.Date ? DateOf(trimmed, column, line) : column == 0 && !_table.Shape.IsList ? NameOf(trimmed, line) : _words.IdOf(trimmed);
            if (_row[column] > 0 && trimmed.Length <= Remembered)
            {
                trimmed.CopyTo(_beforeText.AsSpan(column * Remembered));
                _before[column] = (trimmed.Length, _row[column]);
            }
        }
    }

    /// <summary>The cell of a column in the row that is being read, of which the table's words know the number.</summary>
    public void Put(int column, int cell) => _row[column] = cell;

    /// <summary>Whether anything was set since the last row ended.</summary>
    public bool IsBegun => Array.Exists(_row, cell => cell != 0);

    /// <summary>The row is whole; whose it is is said later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void End()
    {
        var row = _table.Add();
        for (var c = 0; c < _row.Length; c++)
        {
            _table.Cells[c][row] = _row[c];
            _row[c] = 0;
        }

        _table.Line[row] = _line;
        _line = 0;
    }

    private string Example => _form == DateForm.DayFirst ? "31/03/2026" : "2026-03-31";

    private string NameOf(int column) => _table.Shape.Columns[column].Name;

    private int DateOf(ReadOnlySpan<byte> text, int column, int line)
    {
        var day = Dates.Read(text, out var form);
        if (day == 0)
        {
            _departures.Add(_file, line, NameOf(column), $"It is no date. Write it as {Example}.");
            return -_words.IdOf(text);
        }

        if (form != _form)
        {
            _departures.Add(_file, line, NameOf(column), $"The date is not written as {Example}. It was understood.");
        }

        return day;
    }

    /// <summary>Who the child is, whatever the case of its letters.</summary>
    private int NameOf(ReadOnlySpan<byte> text, int line)
    {
        if (text.Length > _room.Length || text.IndexOfAnyInRange((byte)'a', (byte)'z') < 0)
        {
            return _words.IdOf(text);
        }

        Ascii.ToUpper(text, _room, out var length);
        if (length != text.Length)
        {
            return _words.IdOf(text);
        }

        _departures.Add(_file, line, NameOf(0), "There are small letters in it. Small and capital letters are taken as the same.");
        return _words.IdOf(_room.AsSpan(0, length));
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || (text[0] > ' ' && text[^1] > ' ' && text[0] != 0xC2 && text[^1] != 0xA0))
        {
            return text;
        }

        while (!text.IsEmpty && (text[0] <= ' ' || text.StartsWith("\u00A0"u8)))
        {
            text = text[0] <= ' ' ? text[1..] : text[2..];
        }

        while (!text.IsEmpty && (text[^1] <= ' ' || text.EndsWith("\u00A0"u8)))
        {
            text = text[^1] <= ' ' ? text[..^1] : text[..^2];
        }

        return text;
    }
}
