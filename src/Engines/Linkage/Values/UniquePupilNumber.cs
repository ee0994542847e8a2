namespace Trellis.Linkage;

/// <summary>A unique pupil number by the Department for Education's guide: a check letter, eleven digits, and a digit or (of a temporary one) a letter.</summary>
public static class UniquePupilNumber
{
    /// <summary>The letters in the order of their values, from 0: without I, O and S.</summary>
    private static ReadOnlySpan<byte> Letters => "ABCDEFGHJKLMNPQRTUVWXYZ"u8;

    /// <summary>Whether the text, in capitals, is thirteen characters whose first is the letter of the remainder by 23 of the other twelve times 2 to 13.</summary>
    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (text.Length != 13 || text[1..12].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        var last = char.IsAsciiDigit((char)text[12]) ? text[12] - '0' : Letters.IndexOf(text[12]);
        var sum = last * 13;
        for (var i = 1; i < 12; i++)
        {
            sum += (text[i] - '0') * (i + 1);
        }

        return last >= 0 && text[0] == Letters[sum % 23];
    }
}
