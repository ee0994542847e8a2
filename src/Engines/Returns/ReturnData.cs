namespace Trellis.Returns;

/// <summary>The tables of this year and of last year over one set of words and one numbering of children.</summary>
internal sealed class ReturnData
{
    private readonly TableShape[] _shapes;
    private int[] _children = [];
    private Day _asAt;
    private readonly List<int> _names = [];

    public ReturnData(TableShape[] shapes, CollectionYear year)
    {
        _shapes = shapes;
        Year = year;
        Now = new RowTable?[shapes.Length];
        Last = new RowTable?[shapes.Length];
    }

    public TableShape[] Shapes => _shapes;

    public CollectionYear Year { get; set; }

    /// <summary>The day of which the return speaks; the last of the year where it says none.</summary>
    public Day AsAt
    {
        get => _asAt.IsDay ? _asAt : Year.End;
        set => _asAt = value;
    }

    /// <summary>The nine characters of the authority whose return it is, or nothing.</summary>
    public Code Authority { get; set; }

    public Words Words { get; } = new();

    public RowTable?[] Now { get; }

    public RowTable?[] Last { get; }

    /// <summary>Whether it was read from XML: there the header says who is an unaccompanied asylum-seeking child, and in CSV a table of its own does.</summary>
    public bool IsXml { get; set; }

    public int Children => _names.Count;

    /// <summary>What a file brought is taken out again.</summary>
    public void Drop(bool lastYear) => Array.Clear(lastYear ? Last : Now);

    public RowTable TableOf(TableShape shape, bool lastYear) => (lastYear ? Last : Now)[shape.Number] ??= new RowTable(shape, Words);

    /// <summary>Takes in a table that was read by itself: its words get the numbers that they have here, and its rows their children.</summary>
    public void Take(RowTable table, bool lastYear)
    {
        if (table.Words != Words)
        {
            table.Renumber(Words);
        }

        for (var row = 0; row < table.Rows && !table.Shape.IsList; row++)
        {
            table.Child[row] = ChildOf(table.Cells[0][row]);
        }

        ref var place = ref (lastYear ? Last : Now)[table.Shape.Number];
        if (place is null)
        {
            place = table;
        }
        else
        {
            place.Append(table);
        }
    }

    /// <summary>The number of a child by its identifier; a row that names none is a child by itself.</summary>
    public int ChildOf(int name)
    {
        if (name == 0)
        {
            _names.Add(0);
            return _names.Count - 1;
        }

        // By the number of the word: words are numbered one after the other.
        if (name >= _children.Length)
        {
            Array.Resize(ref _children, Math.Max(1 << 17, name * 2));
        }

        if (_children[name] == 0)
        {
            _names.Add(name);
            _children[name] = _names.Count;
        }

        return _children[name] - 1;
    }

    public string NameOf(int child) => Words.TextOf(_names[child]);

    public void Group()
    {
        foreach (var table in Now.Concat(Last).OfType<RowTable>().Where(t => !t.Shape.IsList))
        {
            table.Group(Children);
        }
    }
}
