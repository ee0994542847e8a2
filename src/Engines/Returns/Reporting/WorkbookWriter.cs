using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Trellis.Returns;

/// <summary>
/// An Excel workbook (ECMA-376) written sheet by sheet, each a table with headings that stay and filter. What is in memory is a piece of a sheet and the texts that repeat. A text is a text, whatever it
/// begins with: nothing becomes a formula, not even once somebody edits the cell.
/// </summary>
internal sealed class WorkbookWriter(Stream stream) : IDisposable
{
    /// <summary>The longest text that a cell of Excel holds.</summary>
    private const int LongestText = 32_767;

    private const int Piece = 1 << 16;

    /// <summary>Styles by number: a cell as it comes, a heading, a text that would be a formula if it were typed.</summary>
    private const int Heading = 1;
    private const int KeptText = 2;

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>What XML does not take as it is, and the underscore, with which Excel begins the number of a letter.</summary>
    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c), '&', '<', '>', '_', '\uFFFE', '\uFFFF', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> _sheets = [];
    private readonly Dictionary<string, int> _texts = [];
    private readonly ArrayBufferWriter<byte> _buffer = new(Piece * 2);
    private Stream _part = Stream.Null;
    private int _columns;
    private int _column;
    private int _row;

    /// <summary>A sheet by its name, with its headings and how many letters wide the columns are.</summary>
    public void Begin(string name, params ReadOnlySpan<(string Head, int Width)> columns)
    {
        _sheets.Add(name);
        _part = Open($"xl/worksheets/sheet{_sheets.Count}.xml");
        (_columns, _row) = (columns.Length, 0);
        Put($"""{Declaration}<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var c = 0; c < columns.Length; c++)
        {
            Put($"""<col min="{c + 1}" max="{c + 1}" width="{columns[c].Width}" customWidth="1"/>""");
        }

        Put("</cols><sheetData>");
        BeginRow();
        foreach (var (head, _) in columns)
        {
            Repeated(head, Heading);
        }
    }

    public void BeginRow()
    {
        Put(_row == 0 ? "<row r=\""u8 : "</row><row r=\""u8);
        _column = 0;
        Put(++_row);
        Put("\">"u8);
        if (_buffer.WrittenCount > Piece)
        {
            HandOver();
        }
    }

    /// <summary>Cells that stay empty.</summary>
    public void Skip(int cells) => _column += cells;

    public void Number(int number)
    {
        BeginCell(0);
        Put("><v>"u8);
        Put(number);
        Put("</v></c>"u8);
    }

    /// <summary>A text of this row alone.</summary>
    public void Text(string text)
    {
        if (text.Length == 0)
        {
            Skip(1);
            return;
        }

        BeginCell(StyleOf(text));
        Put(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        Put(Escaped(text));
        Put("</t></is></c>"u8);
    }

    /// <summary>A text that many rows have: it is written once, and each cell has its number.</summary>
    public void Repeated(string text) => Repeated(text, StyleOf(text));

    /// <summary>The sheet is whole.</summary>
    public void End()
    {
        Put($"""</row></sheetData><autoFilter ref="A1:{(char)('A' + _columns - 1)}{_row}"/></worksheet>""");
        Close();
    }

    /// <summary>Writes what holds the sheets together.</summary>
    public void Dispose()
    {
        _part = Open("xl/sharedStrings.xml");
        Put($"""{Declaration}<sst xmlns="{Main}">""");
        foreach (var text in _texts.Keys)
        {
            Put("<si><t xml:space=\"preserve\">"u8);
            Put(Escaped(text));
            Put("</t></si>"u8);
        }

        Put("</sst>");
        Close();
        Write("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
            <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>
            <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>
            """);
        Write("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{Each((name, n) => $"<sheet name=\"{SecurityElement.Escape(name)}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>")}</sheets></workbook>""");
        Write("xl/_rels/workbook.xml.rels", Related([.. _sheets.Index().Select(s => ("worksheet", $"worksheets/sheet{s.Index + 1}.xml")), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]));
        Write("_rels/.rels", Related([("officeDocument", "xl/workbook.xml")]));
        Write("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            {Typed("workbook", "sheet.main")}{Typed("styles", "styles")}{Typed("sharedStrings", "sharedStrings")}{Each((_, n) => Typed($"worksheets/sheet{n}", "worksheet"))}</Types>
            """);
        _zip.Dispose();
    }

    private string Each(Func<string, int, string> write) => string.Concat(_sheets.Index().Select(s => write(s.Item, s.Index + 1)));

    private static string Typed(string part, string type) => $"""<Override PartName="/xl/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{type}+xml"/>""";

    private static string Related((string Type, string Target)[] parts) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(parts.Index().Select(p => $"<Relationship Id=\"rId{p.Index + 1}\" Type=\"{Relations}/{p.Item.Type}\" Target=\"{p.Item.Target}\"/>"))}</Relationships>""";

    /// <summary>Typed by hand, such a text would be computed.</summary>
    private static int StyleOf(string text) => text is ['=' or '+' or '-' or '@', ..] ? KeptText : 0;

    private void Repeated(string text, int style)
    {
        if (!_texts.TryGetValue(text, out var number))
        {
            _texts.Add(text, number = _texts.Count);
        }

        BeginCell(style);
        Put(" t=\"s\"><v>"u8);
        Put(number);
        Put("</v></c>"u8);
    }

    private void BeginCell(int style)
    {
        Put("<c r=\""u8);
        Put([(byte)('A' + _column++)]);
        Put(_row);
        Put("\""u8);
        if (style > 0)
        {
            Put(" s=\""u8);
            Put(style);
            Put("\""u8);
        }
    }

    /// <summary>Cut to what a cell holds; what XML cannot say is left out.</summary>
    private static string Escaped(string text)
    {
        text = text.Length > LongestText ? text[..LongestText] : text;
        if (text.AsSpan().IndexOfAny(Special) < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text.EnumerateRunes())
        {
            _ = letter.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '_' => escaped.Append("_x005F_"),
                < 32 and not ('\t' or '\n') or 0xFFFE or 0xFFFF => escaped,
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    private void Put(ReadOnlySpan<byte> text) => _buffer.Write(text);

    private void Put(string text) => Encoding.UTF8.GetBytes(text, _buffer);

    private void Put(int number)
    {
        Utf8Formatter.TryFormat(number, _buffer.GetSpan(11), out var length);
        _buffer.Advance(length);
    }

    private void Write(string name, string text)
    {
        _part = Open(name);
        Put(Declaration);
        Put(text);
        Close();
    }

    /// <summary>Without the time of day: the same failures give the same file.</summary>
    private Stream Open(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.Open();
    }

    private void Close()
    {
        HandOver();
        _part.Dispose();
    }

    private void HandOver()
    {
        _part.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
