using System.Text;
using System.Text.Unicode;

namespace Trellis.Returns;

/// <summary>The bytes of a file as UTF-8 without a mark: what a byte order mark says, else UTF-8, else Windows-1252, in which no byte is wrong.</summary>
internal static class Utf8Text
{
    /// <summary>Windows-1252 where it differs from Latin-1: the 32 characters from 0x80; those that it does not define stay as they are.</summary>
    private const string Upper =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The text, and in words what it was when it was not UTF-8.</summary>
    public static ReadOnlyMemory<byte> Of(byte[] bytes, out string? was)
    {
        was = null;
        if (bytes is [0xFF, 0xFE, ..])
        {
            was = "UTF-16";
            return Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes.AsSpan(2)));
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            was = "UTF-16";
            return Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)));
        }

        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        if (Utf8.IsValid(bytes.AsSpan(start)))
        {
            return bytes.AsMemory(start);
        }

        was = "Windows-1252";
        return Encoding.UTF8.GetBytes(string.Create(bytes.Length - start, bytes, (letters, from) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                var value = from[from.Length - letters.Length + i];
                letters[i] = value is >= 0x80 and < 0xA0 ? Upper[value - 0x80] : (char)value;
            }
        }));
    }
}
