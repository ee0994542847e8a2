using System.Globalization;
using System.Text;
using System.Xml;

namespace Trellis.Returns;

/// <summary>The tables of a return from its XML, read as a stream: what stands in memory is one value and the tables.</summary>
internal sealed class XmlTables
{
    /// <summary>A return nests seven deep.</summary>
    private const int Deepest = 24;

    /// <summary>The longest value of a return has some twenty letters.</summary>
    private const int LongestValue = 4096;

    private readonly ReturnData _data;
    private readonly XmlOutline _outline;
    private readonly bool _lastYear;
    private readonly string _file;
    private readonly Departures _departures;
    private readonly Dictionary<string, RowFiller> _fillers = [];
    private readonly Dictionary<string, int> _numbers = [];
    private readonly Stack<(string Element, RowFiller? Row)> _open = new();
    private readonly Dictionary<RowTable, int> _before = [];
    private readonly char[] _letters = new char[LongestValue];
    private readonly byte[] _value = new byte[LongestValue * 3];

    private XmlTables(ReturnData data, XmlOutline outline, bool lastYear, string file, Departures departures)
    {
        _data = data;
        _outline = outline;
        _lastYear = lastYear;
        _file = file;
        _departures = departures;
    }

    /// <exception cref="UnreadableException">It is no well-formed XML, or it holds what no return holds: a document type, entities, elements nested too deep, a value too long.</exception>
    public static void Read(ReturnData data, XmlOutline outline, bool lastYear, string file, Stream stream, Departures departures) =>
        new XmlTables(data, outline, lastYear, file, departures).Read(stream);

    private void Read(Stream stream)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true, IgnoreProcessingInstructions = true };
        foreach (var shape in _data.Shapes.Where(s => !s.IsList))
        {
            // One file holds every table: those without a row are empty, not absent.
            FillerOf(shape);
        }

        using var reader = XmlReader.Create(stream, settings);
        var lines = (IXmlLineInfo)reader;
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    Begin(reader, lines.LineNumber);
                }
                else if (reader.NodeType == XmlNodeType.EndElement)
                {
                    End(reader.LocalName);
                }
                else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && _open.Count > 0)
                {
                    Value(reader, lines.LineNumber);
                }
            }
        }
        catch (XmlException broken)
        {
            throw new UnreadableException(Math.Max(1, Math.Max(broken.LineNumber, lines.LineNumber)), broken.Message.Contains("DTD", StringComparison.Ordinal) ? "It holds a document type, which no return has." : "It is no well-formed XML from here on.");
        }
    }

    private void Begin(XmlReader reader, int line)
    {
        if (reader.Depth > Deepest)
        {
            throw new UnreadableException(line, "Its elements are nested deeper than those of any return.");
        }

        var name = reader.LocalName;
        if (name == _outline.Child)
        {
            _before.Clear();
            foreach (var filler in _fillers.Values)
            {
                _before[filler.Table] = filler.Table.Rows;
            }
        }

        if (RowAround()?.Table is { } table && table.Shape.Find(name) is >= 0 and var cell)
        {
            table.Given[cell] = true;
        }

        RowFiller? row = null;
        if (_outline.Rows.TryGetValue(name, out var shape))
        {
            row = FillerOf(shape);
            if (_outline.Numbered.TryGetValue(name, out var column))
            {
                _numbers[column] = _numbers.GetValueOrDefault(column) + 1;
            }
        }

        if (reader.IsEmptyElement)
        {
            EndRow(name, row);
            return;
        }

        _open.Push((name, row));
    }

    private void End(string name)
    {
        var (_, row) = _open.Pop();
        EndRow(name, row);
        if (name == _outline.Child)
        {
            EndChild();
        }
    }

    private void EndRow(string name, RowFiller? row)
    {
        if (row is null)
        {
            return;
        }

        SayNumbers(row, name);
        row.End(-1);
    }

    /// <summary>A row says which case, assessment and plan it belongs to: those that are open, and its own.</summary>
    private void SayNumbers(RowFiller row, string own)
    {
        foreach (var (element, column) in _outline.Numbered)
        {
            var place = row.Table.Shape.Find(column);
            if (place >= 0 && (element == own || IsOpen(element)))
            {
                _numbers[column].TryFormat(_value, out var length, provider: CultureInfo.InvariantCulture);
                row.Set(place, _value.AsSpan(0, length), 0);
            }
        }
    }

    private bool IsOpen(string element)
    {
        foreach (var (open, _) in _open)
        {
            if (open == element)
            {
                return true;
            }
        }

        return false;
    }

    private void Value(XmlReader reader, int line)
    {
        var (element, own) = _open.Peek();
        if (own is not null)
        {
            _departures.Add(_file, line, element, "There is text between its elements; it was left out.");
            return;
        }

        var length = 0;
        for (int read; (read = reader.ReadValueChunk(_letters, length, LongestValue - length)) > 0;)
        {
            length += read;
            if (length == LongestValue)
            {
                throw new UnreadableException(line, $"The value of {element} is longer than any of a return.");
            }
        }

        var text = _value.AsSpan(0, Encoding.UTF8.GetBytes(_letters.AsSpan(0, length), _value));
        if (_outline.RowsOfOneCell.TryGetValue(element, out var whole))
        {
            var row = FillerOf(whole.Table);
            row.Set(whole.Table.Find(whole.Column), text, line);
            SayNumbers(row, element);
            row.End(-1);
        }

        if (RowAround() is { } around && around.Table.Shape.Find(element) is >= 0 and var column)
        {
            around.Set(column, text, line);
        }
        else if (_outline.Cells.TryGetValue(element, out var cell))
        {
            FillerOf(cell.Table).Set(cell.Table.Find(cell.Column), text, line);
        }
        else if (whole.Table is null)
        {
            _departures.Add(_file, line, element, "No return of the years that are known has such an element; it was left out.");
        }
    }

    private RowFiller? RowAround()
    {
        foreach (var (_, row) in _open)
        {
            if (row is not null)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>All rows since the child began are its own; those of the tables without an element of their own end here.</summary>
    private void EndChild()
    {
        foreach (var (table, _) in _outline.Cells.Values)
        {
            if (_fillers.TryGetValue(table.Name, out var filler) && filler.IsBegun)
            {
                filler.End(-1);
            }
        }

        var first = _fillers.GetValueOrDefault(_outline.Name.Table.Name)?.Table;
        var at = first is null ? -1 : _before.GetValueOrDefault(first);
        var name = first is not null && at < first.Rows ? first.Cells[first.Shape.Find(_outline.Name.Column)][at] : 0;
        var child = _data.ChildOf(name);
        foreach (var filler in _fillers.Values.Where(f => !f.Table.Shape.IsList))
        {
            var table = filler.Table;
            for (var row = _before.GetValueOrDefault(table); row < table.Rows; row++)
            {
                table.Child[row] = child;
                table.Cells[0][row] = name;
                if (table != first && at < first!.Rows)
                {
                    Share(first, at, table, row);
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

    private RowFiller FillerOf(TableShape shape)
    {
        if (!_fillers.TryGetValue(shape.Name, out var filler))
        {
            _fillers.Add(shape.Name, filler = new RowFiller(_data, shape, _lastYear, _file, _departures, _outline.Dates));
        }

        return filler;
    }
}
