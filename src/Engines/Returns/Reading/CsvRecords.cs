using System.Runtime.CompilerServices;

namespace Trellis.Returns;

/// <summary>
/// Walks the records of a CSV text: cells are parts of the text itself, but for those with a doubled quote in them. Blank lines are no records.
/// What a reading spends its time in is compiled for speed at once: it is over before a second compilation would come.
/// </summary>
internal ref struct CsvRecords
{
    /// <summary>No column of a return comes near: more is no return, or an attack.</summary>
    private const int MostCells = 1024;

    private readonly ReadOnlySpan<byte> _text;
    private readonly byte _delimiter;
    private readonly bool[] _isEnd;
    private readonly (int Start, int Length)[] _cells;
    private byte[] _unquoted;
    private int _unquotedEnd;
    private int _at;
    private int _nextLine;

    public CsvRecords(ReadOnlySpan<byte> text, byte delimiter)
    {
        _text = text;
        _delimiter = delimiter;
        _isEnd = new bool[256];
        _isEnd[delimiter] = _isEnd['\n'] = _isEnd['\r'] = true;
        _cells = new (int, int)[MostCells];
        _unquoted = [];
        _nextLine = 1;
    }

    /// <summary>How many cells the record has; what is beyond the most is left out.</summary>
    public int Count { get; private set; }

    /// <summary>The line on which the record begins, from 1.</summary>
    public int Line { get; private set; }

    public readonly ReadOnlySpan<byte> this[int cell] => _cells[cell] is var (start, length) && start >= 0 ? _text.Slice(start, length) : _unquoted.AsSpan(~start, length);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next()
    {
        while (_at < _text.Length)
        {
            Line = _nextLine;
            Count = 0;
            _unquotedEnd = 0;
            while (Cell())
            {
            }

            if (Count > 1 || this[0].Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a cell; true while the record goes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Cell()
    {
        (int, int) cell;
        if (_at < _text.Length && _text[_at] == '"')
        {
            cell = Quoted();
        }
        else
        {
            var length = LengthOfCell();
            cell = (_at, length);
            _at += length;
        }

        if (Count < MostCells)
        {
            _cells[Count++] = cell;
        }

        if (_at >= _text.Length)
        {
            return false;
        }

        var end = _text[_at++];
        if (end == _delimiter)
        {
            return true;
        }

        _at += end == '\r' && _at < _text.Length && _text[_at] == '\n' ? 1 : 0;
        _nextLine++;
        return false;
    }

    /// <summary>Cells are short: letter by letter is faster than in blocks.</summary>
    private readonly int LengthOfCell()
    {
        var text = _text;
        var isEnd = _isEnd;
        var at = _at;
        while (at < text.Length && !isEnd[text[at]])
        {
            at++;
        }

        return at - _at;
    }

    /// <summary>A quote inside quotes is doubled; one that never closes ends with the file; what stands behind the closing one belongs to the cell.</summary>
    private (int Start, int Length) Quoted()
    {
        var start = ++_at;
        var plain = true;
        var first = _unquotedEnd;
        while (true)
        {
            var length = _text[_at..].IndexOf((byte)'"');
            var inside = length < 0 ? _text[_at..] : _text.Slice(_at, length);
            _nextLine += inside.Count((byte)'\n');
            _at += inside.Length;
            var doubled = length >= 0 && _at + 1 < _text.Length && _text[_at + 1] == '"';
            if (!plain || doubled)
            {
                Keep(plain ? _text[start.._at] : inside);
                plain = false;
            }

            if (!doubled)
            {
                break;
            }

            Keep("\""u8);
            _at += 2;
        }

        var end = _at;
        _at += _at < _text.Length ? 1 : 0;
        var rest = LengthOfCell();
        if (rest > 0)
        {
            if (plain)
            {
                Keep(_text[start..end]);
                plain = false;
            }

            Keep(_text.Slice(_at, rest));
            _at += rest;
        }

        return plain ? (start, end - start) : (~first, _unquotedEnd - first);
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        if (_unquotedEnd + part.Length > _unquoted.Length)
        {
            Array.Resize(ref _unquoted, Math.Max(256, (_unquotedEnd + part.Length) * 2));
        }

        part.CopyTo(_unquoted.AsSpan(_unquotedEnd));
        _unquotedEnd += part.Length;
    }
}
