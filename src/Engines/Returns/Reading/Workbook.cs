using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Trellis.Returns;

/// <summary>
/// An Excel workbook (ECMA-376) read sheet by sheet as a stream, on nothing but memory. What is in memory is one row and the texts that cells share. A package that unpacks to far more than it should,
/// document types and entities, and values beyond those of Excel are refused.
/// </summary>
internal sealed class Workbook : IDisposable
{
    private const int MostParts = 5_000;

    /// <summary>A return of 100,000 children unpacks to a tenth of it.</summary>
    private const long MostBytes = 1L << 30;

    /// <summary>So many times its packed size a part may unpack to, beyond its first megabyte: sheets reach fifty.</summary>
    private const int Ratio = 200;
    private const int LongestText = 32_767;
    private const int MostSharedText = 1 << 27;
    private const int MostColumns = 1_024;
    private const int Deepest = 64;

    private readonly ZipArchive _zip;
    private readonly List<(string Name, string Part)> _sheets = [];
    private readonly List<string> _texts = [];
    private readonly HashSet<int> _dateStyles = [];
    private readonly char[] _letters = new char[LongestText + 1];
    private readonly bool _from1904;
    private long _left = MostBytes;

    private Workbook(ZipArchive zip)
    {
        _zip = zip;
        if (zip.Entries.Count > MostParts)
        {
            throw new UnreadableException(1, "The workbook has more parts than any real one.");
        }

        var targets = Targets();
        using var reader = Open("xl/workbook.xml") ?? throw new UnreadableException(1, "It is no Excel workbook.");
        while (Next(reader))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "workbookPr")
            {
                _from1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader.LocalName == "sheet" && Related(reader) is { } id && targets.TryGetValue(id, out var part))
            {
                _sheets.Add((reader.GetAttribute("name") ?? "", part));
            }
        }

        ReadStyles();
        ReadTexts();
    }

    /// <summary>The names of its sheets, in order.</summary>
    public IReadOnlyList<string> Sheets => [.. _sheets.Select(s => s.Name)];

    /// <exception cref="UnreadableException">It is no workbook, is damaged, or is not to be trusted.</exception>
    public static Workbook Open(Stream stream)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read);
            return new Workbook(zip);
        }
        catch (Exception broken) when (IsBroken(broken) || broken is UnreadableException)
        {
            zip?.Dispose();
            throw Unreadable(broken);
        }
    }

    /// <summary>The rows of a sheet that the file stores, from the top.</summary>
    /// <exception cref="UnreadableException">The sheet is damaged or is not to be trusted.</exception>
    public IEnumerable<SheetRow> Rows(int sheet)
    {
        using var rows = Stored(_sheets[sheet].Part).GetEnumerator();
        while (true)
        {
            try
            {
                if (!rows.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception broken) when (IsBroken(broken))
            {
                throw Unreadable(broken);
            }

            yield return rows.Current;
        }
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>The day of a number of Excel; nothing beyond its calendar. A time of day is left out.</summary>
    public DateOnly? DayOf(double number)
    {
        // Excel thinks that 1900 was a leap year; before its March no return has a date.
        var days = Math.Floor(number) + (_from1904 ? 1462 : 0);
        return days is >= 61 and < 2_958_466 ? new DateOnly(1899, 12, 30).AddDays((int)days) : null;
    }

    private static bool IsBroken(Exception broken) => broken is InvalidDataException or XmlException or IOException or FormatException or ArgumentException or OverflowException or NotSupportedException;

    private static UnreadableException Unreadable(Exception broken) =>
        broken as UnreadableException
        ?? new(1, broken is XmlException && broken.Message.Contains("DTD", StringComparison.Ordinal) ? "The workbook holds a document type, which none has." : "The workbook is damaged or locked. Open it in Excel, save it again without a password and give that.");

    private IEnumerable<SheetRow> Stored(string part)
    {
        using var reader = Open(part);
        var row = new SheetRow();
        while (reader is not null && Next(reader))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                row.Begin(NumberIn(reader, "r") ?? row.Number + 1);
                if (reader.IsEmptyElement)
                {
                    continue;
                }
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                var column = ColumnOf(reader.GetAttribute("r")) ?? row.Count;
                var (kind, style) = (reader.GetAttribute("t") ?? "n", NumberIn(reader, "s") ?? 0);
                var value = ValueOf(reader);
                if (value.Length > 0 && column < MostColumns)
                {
                    row.Put(column, CellOf(kind, style, value));
                }
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
            {
                yield return row;
            }
        }
    }

    private SheetCell CellOf(string kind, int style, string value) => kind switch
    {
        "s" => new SheetCell(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var text) && text < _texts.Count ? _texts[text] : ""),
        "b" => new SheetCell(value == "1" ? "Yes" : "No"),
        "e" => new SheetCell("") { IsError = true },
        "n" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
            new SheetCell(Math.Abs(number) < 1e15 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : value) { Number = number, IsDate = _dateStyles.Contains(style) },
        _ => new SheetCell(value),
    };

    /// <summary>What stands in the cell that the reader is at: its value, or the text in it. The formula that it came from is left out.</summary>
    private string ValueOf(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (depth, value) = (reader.Depth, "");
        while (Next(reader) && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "f" or "rPh" or "extLst")
            {
                Skip(reader);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                value += TextOf(reader);
                if (value.Length > LongestText)
                {
                    throw TooLong();
                }
            }
        }

        return value;
    }

    private void ReadTexts()
    {
        using var reader = Open("xl/sharedStrings.xml");
        var length = 0L;
        while (reader is not null && Next(reader))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                _texts.Add(ValueOf(reader));
                length += _texts[^1].Length + 16;
                if (length > MostSharedText)
                {
                    throw TooLong();
                }
            }
        }
    }

    /// <summary>Which styles show a number as a date: those of Excel's own forms, and those whose form names a day, a month or a year.</summary>
    private void ReadStyles()
    {
        using var reader = Open("xl/styles.xml");
        var (forms, cells, style) = (new HashSet<int>(), false, 0);
        while (reader is not null && Next(reader))
        {
            if (reader.LocalName == "cellXfs")
            {
                cells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && NumberIn(reader, "numFmtId") is { } form && IsOfDates(reader.GetAttribute("formatCode") ?? ""))
            {
                forms.Add(form);
            }
            else if (cells && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                if (NumberIn(reader, "numFmtId") is { } shown && (shown is >= 14 and <= 17 or 22 or >= 27 and <= 36 or >= 50 and <= 58 || forms.Contains(shown)))
                {
                    _dateStyles.Add(style);
                }

                style++;
            }
        }
    }

    private static bool IsOfDates(string form)
    {
        var (quoted, bracketed) = (false, false);
        foreach (var letter in form)
        {
            quoted ^= letter == '"';
            bracketed = letter == '[' || (bracketed && letter != ']');
            if (!quoted && !bracketed && letter is 'd' or 'D' or 'y' or 'Y')
            {
                return true;
            }
        }

        return false;
    }

    private Dictionary<string, string> Targets()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = Open("xl/_rels/workbook.xml.rels");
        while (reader is not null && Next(reader))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
            {
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return targets;
    }

    private static string? Related(XmlReader sheet)
    {
        for (var a = 0; a < sheet.AttributeCount; a++)
        {
            sheet.MoveToAttribute(a);
            if (sheet is { LocalName: "id", Prefix.Length: > 0 })
            {
                return sheet.Value;
            }
        }

        return null;
    }

    private XmlReader? Open(string part) => _zip.GetEntry(part) is { } entry
        ? XmlReader.Create(
            new CountedStream(entry.Open(), this, (entry.CompressedLength * Ratio) + (1 << 20)),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true })
        : null;

    private static bool Next(XmlReader reader) =>
        reader.Read() && (reader.Depth <= Deepest ? true : throw new UnreadableException(1, "The elements of the workbook are nested deeper than those of any real one."));

    private static void Skip(XmlReader reader)
    {
        var depth = reader.Depth;
        while (!reader.IsEmptyElement && Next(reader) && reader.Depth > depth)
        {
        }
    }

    private string TextOf(XmlReader reader)
    {
        var length = 0;
        for (int read; (read = reader.ReadValueChunk(_letters, length, _letters.Length - length)) > 0;)
        {
            length += read;
            if (length > LongestText)
            {
                throw TooLong();
            }
        }

        return new string(_letters, 0, length);
    }

    private static UnreadableException TooLong() => new(1, "The workbook holds a text that is longer than a cell can be.");

    private static int? NumberIn(XmlReader reader, string attribute) => int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The place of a column by a cell's address, from 0.</summary>
    private static int? ColumnOf(string? address)
    {
        var column = 0;
        foreach (var letter in address ?? "")
        {
            if (letter is < 'A' or > 'Z' || column > MostColumns)
            {
                break;
            }

            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }

    /// <summary>Counts what is unpacked, of this part and of all.</summary>
    private sealed class CountedStream(Stream inner, Workbook book, long most) : Stream
    {
        private long _left = most;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            _left -= read;
            book._left -= read;
            return _left >= 0 && book._left >= 0 ? read : throw new UnreadableException(1, "The workbook unpacks to far more than its size. It is not to be trusted; ask its sender for another.");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

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
