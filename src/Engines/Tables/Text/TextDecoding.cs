using System.Text;

namespace Trellis.Tables;

/// <summary>Bytes to letters: what a byte order mark says, else UTF-8, else UTF-16 by its zeros, else Windows-1252.</summary>
internal static class TextDecoding
{
    /// <summary>Windows-1252 where it differs from Latin-1: the 32 characters from 0x80; 0 where it defines none.</summary>
    private const string Upper =
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
        + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    /// <summary>The text, or null when the bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Utf8(rest) ?? Windows1252(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            _ when ZerosAt(bytes, 1) => Encoding.Unicode.GetString(bytes),
            _ when ZerosAt(bytes, 0) => Encoding.BigEndianUnicode.GetString(bytes),
            _ => Utf8(bytes) ?? Windows1252(bytes),
        };
        return LooksBinary(text) ? null : text;
    }

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Windows1252(ReadOnlySpan<byte> bytes)
    {
        var letters = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            letters[i] = bytes[i] is >= 0x80 and < 0xA0 ? Upper[bytes[i] - 0x80] : (char)bytes[i];
        }

        return new string(letters);
    }

    /// <summary>English in UTF-16 without a mark has a zero in every other byte.</summary>
    private static bool ZerosAt(ReadOnlySpan<byte> bytes, int offset)
    {
        var sample = Math.Min(bytes.Length, 512) / 2;
        if (sample < 2)
        {
            return false;
        }

        var zeros = 0;
        var others = 0;
        for (var i = 0; i < sample; i++)
        {
            zeros += bytes[(2 * i) + offset] == 0 ? 1 : 0;
            others += bytes[(2 * i) + 1 - offset] == 0 ? 1 : 0;
        }

        return others == 0 && zeros > sample * 3 / 4;
    }

    /// <summary>Text holds no zeros and hardly any control characters beside tab, line ends and form feed.</summary>
    private static bool LooksBinary(string text)
    {
        var odd = 0;
        foreach (var letter in text)
        {
            if (letter == '\0')
            {
                return true;
            }

            odd += (letter < ' ' && letter is not ('\t' or '\n' or '\r' or '\f' or '\v')) || letter == '\uFFFD' ? 1 : 0;
        }

        return odd > 8 + (text.Length / 500);
    }
}
