namespace Trellis.Returns;

/// <summary>A table in memory: a column is an array of numbers (words or days), and the rows of each child lie together in order of time.</summary>
internal sealed class RowTable(TableShape shape, Words words)
{
    private int _capacity;
    private int[] _starts = [0];
    private int[] _order = [];

    public TableShape Shape => shape;

    /// <summary>The words whose numbers stand in the cells.</summary>
    public Words Words { get; private set; } = words;

    public int Rows { get; private set; }

    /// <summary>By column of the shape, then by row of the file. A column that the file lacks is empty throughout.</summary>
    public int[][] Cells { get; } = [.. shape.Columns.Select(_ => Array.Empty<int>())];

    /// <summary>The columns that the file brought.</summary>
    public bool[] Given { get; } = new bool[shape.Columns.Length];

    /// <summary>The file that brought it; empty where none did.</summary>
    public string File { get; set; } = "";

    /// <summary>The line of the file on which a row begins.</summary>
    public int[] Line { get; private set; } = [];

    /// <summary>Whose row it is.</summary>
    public int[] Child { get; private set; } = [];

    /// <summary>Makes room for as many rows: growing by doubling costs every row a second time.</summary>
    public void Expect(int rows) => Grow(rows);

    /// <summary>A row more, which is nobody's yet.</summary>
    public int Add()
    {
        if (Rows == _capacity)
        {
            Grow(Math.Max(64, _capacity * 2));
        }

        Child[Rows] = -1;
        return Rows++;
    }

    private void Grow(int capacity)
    {
        if (capacity > _capacity)
        {
            _capacity = capacity;
            for (var c = 0; c < Cells.Length; c++)
            {
                Array.Resize(ref Cells[c], _capacity);
            }

            var (children, lines) = (Child, Line);
            Array.Resize(ref children, _capacity);
            Array.Resize(ref lines, _capacity);
            (Child, Line) = (children, lines);
        }
    }

    /// <summary>The words of the cells get the numbers that they have in others.</summary>
    public void Renumber(Words others)
    {
        var numbers = Words.NumbersIn(others);
        for (var c = 0; c < Cells.Length; c++)
        {
            var isDate = Shape.Columns[c].Kind == ColumnKind.Date;
            var cells = Cells[c].AsSpan(0, Rows);
            for (var row = 0; row < cells.Length; row++)
            {
                var word = isDate ? -cells[row] : cells[row];
                if (word >= KnownCodes.First)
                {
                    var number = numbers[word - KnownCodes.First];
                    cells[row] = isDate ? -number : number;
                }
            }
        }

        Words = others;
    }

    /// <summary>The rows of another table of this shape come behind its own.</summary>
    public void Append(RowTable other)
    {
        for (var from = 0; from < other.Rows; from++)
        {
            var to = Add();
            for (var c = 0; c < Cells.Length; c++)
            {
                Cells[c][to] = other.Cells[c][from];
            }

            (Child[to], Line[to]) = (other.Child[from], other.Line[from]);
        }

        for (var c = 0; c < Given.Length; c++)
        {
            Given[c] |= other.Given[c];
        }
    }

    /// <summary>Puts each child's rows together, once all are there.</summary>
    public void Group(int children)
    {
        _starts = new int[children + 1];
        for (var row = 0; row < Rows; row++)
        {
            _starts[Child[row] + 1]++;
        }

        for (var child = 0; child < children; child++)
        {
            _starts[child + 1] += _starts[child];
        }

        _order = new int[Rows];
        var next = _starts.AsSpan(0, children).ToArray();
        for (var row = 0; row < Rows; row++)
        {
            _order[next[Child[row]]++] = row;
        }

        if (shape.OrderedBy >= 0)
        {
            for (var child = 0; child < children; child++)
            {
                Sort(_order.AsSpan(_starts[child].._starts[child + 1]));
            }
        }
    }

    public ReadOnlySpan<int> RowsOf(int child) => child + 1 < _starts.Length ? _order.AsSpan(_starts[child].._starts[child + 1]) : default;

    public (int Start, int End) RangeOf(int child) => child + 1 < _starts.Length ? (_starts[child], _starts[child + 1]) : (0, 0);

    public int RowAt(int place) => _order[place];

    /// <summary>What stands in a cell: a date as day/month/year, and what was no date as it was written.</summary>
    public string TextOf(int column, int row)
    {
        var cell = Cells[column][row];
        return Shape.Columns[column].Kind == ColumnKind.Date && cell > 0 ? new Day(cell).ToString() : Words.TextOf(Math.Abs(cell));
    }

    /// <summary>By insertion: a child has few rows, and mostly in order.</summary>
    private void Sort(Span<int> rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            var row = rows[i];
            var at = i;
            for (; at > 0 && Compare(row, rows[at - 1]) < 0; at--)
            {
                rows[at] = rows[at - 1];
            }

            rows[at] = row;
        }
    }

    /// <summary>The day, those without one last; then what else the rows say, so that the order of the file decides nothing but between equal rows.</summary>
    private int Compare(int a, int b)
    {
        var (first, second) = (Place(Cells[shape.OrderedBy][a]), Place(Cells[shape.OrderedBy][b]));
        if (first != second)
        {
            return first.CompareTo(second);
        }

        for (var c = 0; c < Cells.Length; c++)
        {
            var (x, y) = (Cells[c][a], Cells[c][b]);
            if (x == y)
            {
                continue;
            }

            var areDays = shape.Columns[c].Kind == ColumnKind.Date && (x >= 0 || y >= 0);
            return areDays ? Place(x).CompareTo(Place(y)) : Words.BytesOf(Math.Abs(x)).SequenceCompareTo(Words.BytesOf(Math.Abs(y)));
        }

        return 0;

        static int Place(int day) => day <= 0 ? int.MaxValue : day;
    }
}
