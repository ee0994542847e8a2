using System.Buffers.Text;
using System.Text;

namespace Trellis.Returns;

/// <summary>What the letters of an XML text may be part of, and which short texts are well formed.</summary>
internal static class XmlLetters
{
    /// <summary>The letters of names, those beyond ASCII among them.</summary>
    public const byte InName = 1;

    /// <summary>Letters of which a value mostly consists: no tag begins with one, and nothing is to be done about it.</summary>
    public const byte Plain = 2;

    /// <summary>White space.</summary>
    public const byte White = 4;

    /// <summary>By letter: the kinds that it is of.</summary>
    public static readonly byte[] Kinds = KindsOfLetters();

    public static bool AreWhite(ReadOnlySpan<byte> text)
    {
        foreach (var letter in text)
        {
            if ((Kinds[letter] & White) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The letter that an entity stands for; nothing for all but the five and numbers of letters.</summary>
    public static Rune? Of(ReadOnlySpan<byte> entity)
    {
        if (entity[0] != '#')
        {
            return entity.SequenceEqual("amp"u8) ? new Rune('&')
                : entity.SequenceEqual("lt"u8) ? new Rune('<')
                : entity.SequenceEqual("gt"u8) ? new Rune('>')
                : entity.SequenceEqual("quot"u8) ? new Rune('"')
                : entity.SequenceEqual("apos"u8) ? new Rune('\'')
                : null;
        }

        var isHex = entity.Length > 1 && entity[1] == 'x';
        var digits = entity[(isHex ? 2 : 1)..];
        return Utf8Parser.TryParse(digits, out int number, out var read, isHex ? 'x' : 'D') && read == digits.Length
            && number is >= ' ' or '\t' or '\n' or '\r' && Rune.IsValid(number) ? new Rune(number) : null;
    }

    /// <summary>Whether what follows a name in a tag is white space and <c>name="value"</c>, as often as may be.</summary>
    public static bool AreAttributes(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var rest = text.TrimStart(" \t\r\n"u8);
            if (rest.IsEmpty)
            {
                return true;
            }

            var name = 0;
            while (name < rest.Length && (Kinds[rest[name]] & InName) != 0)
            {
                name++;
            }

            if (name == 0 || rest.Length == text.Length)
            {
                return false;
            }

            rest = rest[name..].TrimStart(" \t\r\n"u8);
            if (rest.IsEmpty || rest[0] != '=' || rest[1..].TrimStart(" \t\r\n"u8) is not [(byte)'"' or (byte)'\'', ..] quoted)
            {
                return false;
            }

            var length = quoted[1..].IndexOf(quoted[0]);
            if (length < 0 || quoted.Slice(1, length).Contains((byte)'<'))
            {
                return false;
            }

            text = quoted[(length + 2)..];
        }

        return true;
    }

    /// <summary>Whether nothing says that the text is anything else.</summary>
    public static bool AreUtf8(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return false;
        }

        var end = start.StartsWith("<?xml"u8) ? start.IndexOf("?>"u8) : -1;
        var encoding = end < 0 ? -1 : start[..end].IndexOf("encoding"u8);
        return encoding < 0 || Encoding.ASCII.GetString(start[encoding..end]).Contains("utf-8", StringComparison.OrdinalIgnoreCase);
    }

    private static byte[] KindsOfLetters()
    {
        var kinds = new byte[256];
        for (var b = 0; b < kinds.Length; b++)
        {
            kinds[b] = (byte)((b is '.' or '-' or '_' or ':' or > 127 || char.IsAsciiLetterOrDigit((char)b) ? InName : 0)
                | (b is >= ' ' and < 127 and not ('<' or '&') ? Plain : 0)
                | (b is ' ' or '\t' or '\n' or '\r' ? White : 0));
        }

        return kinds;
    }
}
