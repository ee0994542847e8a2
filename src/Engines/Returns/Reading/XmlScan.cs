using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Trellis.Returns;

/// <summary>
/// Walks the elements and values of an XML text as a stream of UTF-8; no string is made of what ends as a number. Attributes, comments, instructions and white space between elements are passed over.
/// A document type is refused, and with it every entity but the five that need none.
/// </summary>
internal sealed class XmlScan
{
    /// <summary>A return nests seven deep.</summary>
    public const int Deepest = 24;

    /// <summary>The longest value, comment or tag with its attributes.</summary>
    private const int LongestPiece = 1 << 19;

    private static readonly SearchValues<byte> InTags = SearchValues.Create(">\"'"u8);

    private readonly byte[] _letters = XmlLetters.Kinds;
    private readonly Stream _stream;
    private readonly int[] _nameEnds = new int[Deepest + 2];
    private byte[] _names = new byte[1024];
    private int _line = 1;
    private int _depth;
    private bool _isOver;
    private byte[] _buffer = new byte[1 << 16];
    private int _at;
    private int _end;
    private byte[] _room = [];
    private bool _isInRoom;
    private int _start;
    private int _length;

    public XmlScan(Stream stream)
    {
        _stream = stream;
        while (_end < 1024 && Fill())
        {
        }

        if (_buffer.AsSpan(0, _end).StartsWith(Encoding.UTF8.Preamble))
        {
            _at = Encoding.UTF8.Preamble.Length;
        }
        else if (!XmlLetters.AreUtf8(_buffer.AsSpan(0, _end)))
        {
            var whole = new MemoryStream();
            whole.Write(_buffer, 0, _end);
            stream.CopyTo(whole);
            _buffer = Utf8Text.Of(whole.ToArray(), out _).ToArray();
            _end = _buffer.Length;
        }
    }

    /// <summary>The line on which the part begins, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The name of the element as it stands there, or the value; until the next part is asked for.</summary>
    public ReadOnlySpan<byte> Text => (_isInRoom ? _room : _buffer).AsSpan(_start, _length);

    /// <exception cref="UnreadableException">It is no well-formed XML, or it holds what no return holds.</exception>
    public XmlPart Next()
    {
        while (true)
        {
            Line = _line;
            var white = FindInk();
            if (_at + white == _end)
            {
                return _isOver ? XmlPart.Nothing : throw Broken();
            }

            if (_buffer[_at + white] != '<')
            {
                return Value();
            }

            Pass(white);
            Line = _line;
            var part = _at + 1 < _end || Fill() ? Markup() : throw Broken();
            if (part != XmlPart.Nothing)
            {
                return part;
            }
        }
    }

    /// <summary>How much white space stands next.</summary>
    private int FindInk()
    {
        var white = 0;
        while (true)
        {
            var text = _buffer.AsSpan(_at, _end - _at);
            while (white < text.Length && (_letters[text[white]] & XmlLetters.White) != 0)
            {
                white++;
            }

            if (white < text.Length || !Fill())
            {
                return white;
            }
        }
    }

    private XmlPart Value()
    {
        if (_depth == 0)
        {
            throw Broken();
        }

        var text = _buffer.AsSpan(_at, _end - _at);
        var length = 0;
        while (length < text.Length && (_letters[text[length]] & XmlLetters.Plain) != 0)
        {
            length++;
        }

        if (length < text.Length && text[length] == '<')
        {
            (_isInRoom, _start, _length) = (false, _at, length);
            _at += length;
            return XmlPart.Value;
        }

        length = Find((byte)'<', length);
        if (length < 0)
        {
            throw Broken();
        }

        Unmark(_buffer.AsSpan(_at, length), isMarked: true);
        Pass(length);
        return XmlPart.Value;
    }

    /// <summary>A tag, or nothing for what is passed over.</summary>
    private XmlPart Markup() => _buffer[_at + 1] switch
    {
        (byte)'/' => End(),
        (byte)'?' => Over("<?"u8, "?>"u8),
        (byte)'!' => Declaration(),
        _ => Begin(),
    };

    private XmlPart Begin()
    {
        var name = NameAt(1);
        if (name == 0 || _isOver)
        {
            throw Broken();
        }

        var length = name + 1;
        if (_at + length >= _end || _buffer[_at + length] != '>')
        {
            length = LengthOfTag();
        }

        var isEmpty = _buffer[_at + length - 1] == '/';
        if (length > name + 1 && !XmlLetters.AreAttributes(_buffer.AsSpan(_at + 1 + name, length - 1 - name - (isEmpty ? 1 : 0))))
        {
            throw Broken();
        }

        if (isEmpty)
        {
            _isOver = _depth == 0;
        }
        else
        {
            Open(_buffer.AsSpan(_at + 1, name));
        }

        (_isInRoom, _start, _length) = (false, _at + 1, name);
        PassTag(length + 1, name + 2);
        return isEmpty ? XmlPart.Empty : XmlPart.Begin;
    }

    /// <summary>How many letters the name has that stands so far from here; none when it is no name.</summary>
    private int NameAt(int from)
    {
        var length = 0;
        while (true)
        {
            var text = _buffer.AsSpan(_at + from, _end - _at - from);
            while (length < text.Length && (_letters[text[length]] & XmlLetters.InName) != 0)
            {
                length++;
            }

            if (length < text.Length || !Fill())
            {
                return length > 0 && text[0] is not ((byte)'.' or (byte)'-' or (>= (byte)'0' and <= (byte)'9')) ? length : 0;
            }
        }
    }

    /// <summary>How far it is to the end of the tag that begins here; one that stands in quotes is none.</summary>
    private int LengthOfTag()
    {
        var length = FindInTag(1);
        while (length > 0 && _buffer[_at + length] != '>')
        {
            length = Find(_buffer[_at + length], length + 1);
            length = length < 0 ? length : FindInTag(length + 1);
        }

        return length > 0 ? length : throw Broken();
    }

    private XmlPart End()
    {
        if (_depth == 0)
        {
            throw Broken();
        }

        var begun = _names.AsSpan(_nameEnds[_depth - 1], _nameEnds[_depth] - _nameEnds[_depth - 1]);
        while (_end - _at < begun.Length + 3 && Fill())
        {
        }

        var tag = _buffer.AsSpan(_at, _end - _at);
        if (tag.Length < begun.Length + 3 || !tag.Slice(2, begun.Length).SequenceEqual(begun))
        {
            throw Broken();
        }

        var length = begun.Length + 2;
        if (tag[length] != '>')
        {
            length = Find((byte)'>', length);
            if (length < 0 || !XmlLetters.AreWhite(_buffer.AsSpan(_at + 2 + begun.Length, length - 2 - begun.Length)))
            {
                throw Broken();
            }
        }

        _isOver = --_depth == 0;
        (_isInRoom, _start, _length) = (false, _at + 2, begun.Length);
        PassTag(length + 1, begun.Length + 3);
        return XmlPart.End;
    }

    /// <summary>A comment, a value without marks, or what is refused.</summary>
    private XmlPart Declaration()
    {
        while (_end - _at < 9 && Fill())
        {
        }

        var next = _buffer.AsSpan(_at, _end - _at);
        if (next.StartsWith("<!--"u8))
        {
            return Over("<!--"u8, "-->"u8);
        }

        if (!next.StartsWith("<![CDATA["u8))
        {
            throw next.StartsWith("<!DOCTYPE"u8) ? new UnreadableException(_line, "It holds a document type, which no return has.") : Broken();
        }

        if (_depth == 0)
        {
            throw Broken();
        }

        var length = FindEnd(9, "]]>"u8);
        Unmark(_buffer.AsSpan(_at + 9, length - 9), isMarked: false);
        Pass(length + 3);
        return XmlPart.Value;
    }

    private XmlPart Over(ReadOnlySpan<byte> begin, ReadOnlySpan<byte> end)
    {
        Pass(FindEnd(begin.Length, end) + end.Length);
        return XmlPart.Nothing;
    }

    private void Open(ReadOnlySpan<byte> name)
    {
        if (_depth > Deepest)
        {
            throw new UnreadableException(_line, "Its elements are nested deeper than those of any return.");
        }

        var from = _nameEnds[_depth];
        if (from + name.Length > _names.Length)
        {
            Array.Resize(ref _names, (from + name.Length) * 2);
        }

        name.CopyTo(_names.AsSpan(from));
        _nameEnds[++_depth] = from + name.Length;
    }

    /// <summary>Puts the letters in the place of their entities.</summary>
    private void Unmark(ReadOnlySpan<byte> text, bool isMarked)
    {
        if (!Utf8.IsValid(text))
        {
            throw Broken();
        }

        if (_room.Length < text.Length)
        {
            _room = new byte[text.Length];
        }

        var to = 0;
        for (var from = 0; from < text.Length; from++)
        {
            var letter = text[from];
            if (letter < ' ' && letter is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                throw Broken();
            }

            if (letter != '&' || !isMarked)
            {
                _room[to++] = letter;
                continue;
            }

            var length = text[from..].IndexOf((byte)';');
            if (length < 2 || XmlLetters.Of(text.Slice(from + 1, length - 1)) is not { } rune)
            {
                throw Broken();
            }

            // No entity is shorter than its letter.
            to += rune.EncodeToUtf8(_room.AsSpan(to));
            from += length;
        }

        (_isInRoom, _start, _length) = (true, 0, to);
    }

    /// <summary>How far it is to the end of what began, the end not counted.</summary>
    private int FindEnd(int from, ReadOnlySpan<byte> end)
    {
        // It does not reach into the beginning: <!--> is no comment.
        var first = from;
        while (true)
        {
            from = Find(end[^1], from);
            if (from < 0)
            {
                throw Broken();
            }

            var start = from + 1 - end.Length;
            if (start >= first && _buffer.AsSpan(_at + start, end.Length).SequenceEqual(end))
            {
                return start;
            }

            from++;
        }
    }

    /// <summary>How far it is to the next of a sign, or -1 where there is none.</summary>
    private int Find(byte sign, int from)
    {
        int found;
        while ((found = _buffer.AsSpan(_at + from, _end - _at - from).IndexOf(sign)) < 0)
        {
            from = _end - _at;
            if (!Fill())
            {
                return -1;
            }
        }

        return from + found;
    }

    /// <summary>How far it is to the end of a tag, or to a quote within it.</summary>
    private int FindInTag(int from)
    {
        int found;
        while ((found = _buffer.AsSpan(_at + from, _end - _at - from).IndexOfAny(InTags)) < 0)
        {
            from = _end - _at;
            if (!Fill())
            {
                return -1;
            }
        }

        return from + found;
    }

    /// <summary>Goes past what may hold the end of a line.</summary>
    private void Pass(int length)
    {
        _line += _buffer.AsSpan(_at, length).Count((byte)'\n');
        _at += length;
    }

    /// <summary>Goes past a tag; only one that holds more than its name may hold the end of a line.</summary>
    private void PassTag(int length, int bare)
    {
        if (length > bare)
        {
            Pass(length);
        }
        else
        {
            _at += length;
        }
    }

    /// <summary>Reads on; what was passed makes room. False at the end.</summary>
    private bool Fill()
    {
        if (_end == _buffer.Length)
        {
            if (_end - _at > LongestPiece)
            {
                throw new UnreadableException(_line, "It holds a longer piece than any return.");
            }

            var room = _end - _at > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
            _buffer.AsSpan(_at, _end - _at).CopyTo(room);
            (_buffer, _end, _at) = (room, _end - _at, 0);
        }

        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    private UnreadableException Broken() => new(_line, "It is no well-formed XML from here on.");
}
