using System.Globalization;
using System.Text;

namespace Trellis.Returns;

/// <summary>The tables of a return from its XML, read as a stream: what stands in memory is one value and the tables.</summary>
internal sealed class XmlTables
{
    /// <summary>The longest value of a return has some twenty letters.</summary>
    private const int LongestValue = 4096;

    private readonly ReturnData _data;
    private readonly XmlOutline _outline;
    private readonly bool _lastYear;
    private readonly string _file;
    private readonly Departures _departures;
    private readonly RowFiller?[] _fillers;
    private readonly int[] _before;
    private readonly Dictionary<string, Element> _elements = [];
    private readonly Numbering[] _numberings;
    private readonly TableShape[] _cellTables;
    private readonly Opened[] _open = new Opened[XmlScan.Deepest + 2];
    private int _depth;
    private Element _latest = new("", []);

    private XmlTables(ReturnData data, XmlOutline outline, bool lastYear, string file, Departures departures)
    {
        _data = data;
        _outline = outline;
        _lastYear = lastYear;
        _file = file;
        _departures = departures;
        _fillers = new RowFiller?[data.Shapes.Length];
        _before = new int[data.Shapes.Length];
        _cellTables = [.. outline.Cells.Select(c => c.Value.Table).Distinct()];
        _numberings = [.. outline.Numbered.Select(n => new Numbering(n.Key, ColumnsOf(n.Value)))];
    }

    /// <exception cref="UnreadableException">It is no well-formed XML, or it holds what no return holds: a document type, entities, elements nested too deep, a value too long.</exception>
    public static void Read(ReturnData data, XmlOutline outline, bool lastYear, string file, Stream stream, Departures departures) =>
        new XmlTables(data, outline, lastYear, file, departures).Read(new XmlScan(stream));

    private void Read(XmlScan xml)
    {
        foreach (var shape in _data.Shapes.Where(s => !s.IsList))
        {
            // One file holds every table: those without a row are empty, not absent.
            FillerOf(shape);
        }

        while (true)
        {
            switch (xml.Next())
            {
                case XmlPart.Begin:
                    Begin(ElementOf(xml.Text));
                    break;
                case XmlPart.Empty:
                    Begin(ElementOf(xml.Text));
                    EndRow();
                    break;
                case XmlPart.End:
                    End();
                    break;
                case XmlPart.Value:
                    Value(xml.Text, xml.Line);
                    break;
                default:
                    return;
            }
        }
    }

    private void Begin(Element element)
    {
        if (element.IsChild)
        {
            for (var t = 0; t < _fillers.Length; t++)
            {
                _before[t] = _fillers[t]?.Table.Rows ?? 0;
            }
        }

        var around = _depth == 0 ? null : _open[_depth - 1].Around;
        if (around is not null && element.Columns[around.Table.Shape.Number] is >= 0 and var cell)
        {
            around.Table.Given[cell] = true;
        }

        var row = element.Row is { } shape ? FillerOf(shape) : null;
        element.Numbering?.Begin(_data.Words);
        _open[_depth++] = new Opened(element, row, row ?? around);
    }

    private void End()
    {
        var element = EndRow();
        if (element.IsChild)
        {
            EndChild();
        }
    }

    private Element EndRow()
    {
        var (element, row, _) = _open[--_depth];
        if (row is not null)
        {
            SayNumbers(row);
            row.End();
        }

        element.Numbering?.End();
        return element;
    }

    /// <summary>A row says which case, assessment and plan it belongs to: those that are open, its own among them.</summary>
    private void SayNumbers(RowFiller row)
    {
        foreach (var numbering in _numberings)
        {
            if (numbering.IsOpen && numbering.Columns[row.Table.Shape.Number] is >= 0 and var column)
            {
                row.Put(column, numbering.Cell);
            }
        }
    }

    private void Value(ReadOnlySpan<byte> text, int line)
    {
        var (element, own, around) = _open[_depth - 1];
        if (own is not null)
        {
            _departures.Add(_file, line, element.Name, "There is text between its elements; it was left out.");
            return;
        }

        if (text.Length >= LongestValue)
        {
            throw new UnreadableException(line, $"The value of {element.Name} is longer than any of a return.");
        }

        if (element.Whole is { } whole)
        {
            var row = FillerOf(whole.Table);
            row.Set(whole.Column, text, line);
            SayNumbers(row);
            row.End();
        }

        if (around is not null && element.Columns[around.Table.Shape.Number] is >= 0 and var column)
        {
            around.Set(column, text, line);
        }
        else if (element.Cell is { } cell)
        {
            FillerOf(cell.Table).Set(cell.Column, text, line);
        }
        else if (element.Whole is null)
        {
            _departures.Add(_file, line, element.Name, "No return of the years that are known has such an element; it was left out.");
        }
    }

    /// <summary>All rows since the child began are its own; those of the tables without an element of their own end here.</summary>
    private void EndChild()
    {
        foreach (var table in _cellTables)
        {
            if (_fillers[table.Number] is { IsBegun: true } filler)
            {
                filler.End();
            }
        }

        var naming = _outline.Name.Table.Number;
        var first = _fillers[naming]?.Table;
        var at = _before[naming];
        var isNamed = first is not null && at < first.Rows;
        var name = isNamed ? first!.Cells[first.Shape.Find(_outline.Name.Column)][at] : 0;
        var child = _data.ChildOf(name);
        foreach (var filler in _fillers)
        {
            if (filler?.Table is not { Shape.IsList: false } table)
            {
                continue;
            }

            for (var row = _before[table.Shape.Number]; row < table.Rows; row++)
            {
                table.Child[row] = child;
                table.Cells[0][row] = name;
                if (table != first && isNamed)
                {
                    Share(first!, at, table, row);
                }
            }
        }
    }

    private void Share(RowTable first, int from, RowTable table, int to)
    {
        foreach (var column in _outline.Shared)
        {
            var here = table.Shape.Find(column);
            if (here >= 0)
            {
                table.Cells[here][to] = first.Cells[first.Shape.Find(column)][from];
            }
        }
    }

    /// <summary>By the number of a table: the column of a name, or -1.</summary>
    private int[] ColumnsOf(string name)
    {
        var columns = new int[_data.Shapes.Length];
        for (var table = 0; table < columns.Length; table++)
        {
            columns[table] = _data.Shapes[table].Find(name);
        }

        return columns;
    }

    private RowFiller FillerOf(TableShape shape) =>
        _fillers[shape.Number] ??= new RowFiller(_data.TableOf(shape, _lastYear), _file, _departures, _outline.Dates);

    /// <summary>What is to be done with an element of a name. Children repeat each other, so the element that came after the latest one before is mostly the one that comes now.</summary>
    private Element ElementOf(ReadOnlySpan<byte> name)
    {
        if (_latest.Next is { } next && name.SequenceEqual(next.Letters))
        {
            return _latest = next;
        }

        var tag = Encoding.UTF8.GetString(name);
        if (!_elements.TryGetValue(tag, out var element))
        {
            var text = tag[(tag.LastIndexOf(':') + 1)..];
            _elements.Add(tag, element = new Element(text, name.ToArray())
            {
                IsChild = text == _outline.Child,
                Row = _outline.Rows.GetValueOrDefault(text),
                Whole = _outline.RowsOfOneCell.TryGetValue(text, out var whole) ? (whole.Table, whole.Table.Find(whole.Column)) : null,
                Cell = _outline.Cells.TryGetValue(text, out var cell) ? (cell.Table, cell.Table.Find(cell.Column)) : null,
                Columns = ColumnsOf(text),
                Numbering = Array.Find(_numberings, n => n.Element == text),
            });
        }

        _latest.Next = element;
        return _latest = element;
    }

    /// <summary>What the outline says of an element.</summary>
    private sealed class Element(string name, byte[] letters)
    {
        public string Name => name;

        public byte[] Letters => letters;

        /// <summary>The element that came after it the last time.</summary>
        public Element? Next { get; set; }

        public bool IsChild { get; init; }

        /// <summary>The table of which it is a row.</summary>
        public TableShape? Row { get; init; }

        /// <summary>The table of which it is a whole row of one cell, and the cell's column.</summary>
        public (TableShape Table, int Column)? Whole { get; init; }

        /// <summary>The cell that it is of a table that has no element of its own.</summary>
        public (TableShape Table, int Column)? Cell { get; init; }

        /// <summary>By the number of the table whose row is around it: the column that it is of that row, or -1.</summary>
        public int[] Columns { get; init; } = [];

        public Numbering? Numbering { get; init; }
    }

    /// <summary>An element that has begun and not ended: what it is a row of, or else what stands around it.</summary>
    private readonly record struct Opened(Element Element, RowFiller? Row, RowFiller? Around);

    /// <summary>Numbers the elements of a name as they are read, from 1.</summary>
    private sealed class Numbering(string element, int[] columns)
    {
        private int _count;
        private int _open;

        public string Element => element;

        /// <summary>By the number of a table: the column that holds the number, or -1.</summary>
        public int[] Columns => columns;

        public bool IsOpen => _open > 0;

        /// <summary>The latest number, as cells hold it.</summary>
        public int Cell { get; private set; }

        public void Begin(Words words)
        {
            Span<byte> digits = stackalloc byte[11];
            (++_count).TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
            Cell = words.IdOf(digits[..length]);
            _open++;
        }

        public void End() => _open--;
    }
}
