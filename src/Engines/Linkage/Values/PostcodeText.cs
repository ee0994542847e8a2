namespace Trellis.Linkage;

/// <summary>Postcodes: those of the United Kingdom by area (PO), district (PO6), sector (PO6 9) and unit (PO6 9YG), others as signs in a row.</summary>
internal static class PostcodeText
{
    /// <summary>Capital letters and digits without spaces; a zero that stands for the letter O, and the like, is not guessed at.</summary>
    public static ReadOnlySpan<byte> Fold(ReadOnlySpan<byte> text, Span<byte> scratch)
    {
        var length = 0;
        foreach (var sign in text)
        {
            if (char.IsAsciiLetterOrDigit((char)sign) && length < 12)
            {
                scratch[length++] = (byte)char.ToUpperInvariant((char)sign);
            }
        }

        return scratch[..length];
    }

    /// <summary>How many of the signs are the district: all but the last three of a whole one, all of a district alone, none of what is not British.</summary>
    public static int DistrictLength(ReadOnlySpan<byte> folded)
    {
        if (folded.Length is >= 5 and <= 7 && IsDigit(folded[^3]) && IsLetter(folded[^2]) && IsLetter(folded[^1]) && IsDistrict(folded[..^3]))
        {
            return folded.Length - 3;
        }

        return folded.Length is >= 2 and <= 4 && IsDistrict(folded) ? folded.Length : 0;
    }

    /// <summary>How many of the signs are letters at the beginning: the area.</summary>
    public static int AreaLength(ReadOnlySpan<byte> folded) => folded.Length > 1 && IsLetter(folded[1]) ? 2 : 1;

    /// <summary>One or two letters, a digit, and perhaps one more sign.</summary>
    private static bool IsDistrict(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || !IsLetter(text[0]))
        {
            return false;
        }

        var rest = text[(IsLetter(text[1]) ? 2 : 1)..];
        return rest.Length is 1 or 2 && IsDigit(rest[0]);
    }

    private static bool IsDigit(byte sign) => sign is >= (byte)'0' and <= (byte)'9';

    private static bool IsLetter(byte sign) => sign is >= (byte)'A' and <= (byte)'Z';
}
