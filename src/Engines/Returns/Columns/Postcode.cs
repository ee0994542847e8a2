namespace Trellis.Returns;

/// <summary>Postcodes as they stand in files, with or without a space before the last three letters.</summary>
internal static class Postcode
{
    /// <summary>Whether it has the form of a postcode of the United Kingdom; whether there is such a one nobody is asked.</summary>
    public static bool IsWellFormed(ReadOnlySpan<byte> text)
    {
        if (text.Length < 5 || !IsDigit(text[^3]) || !IsLetter(text[^2]) || !IsLetter(text[^1]))
        {
            return false;
        }

        var district = text[..^3].TrimEnd((byte)' ');
        var area = district.Length > 1 && IsLetter(district[1]) ? 2 : 1;
        if (district.Length is < 2 or > 4 || district.Length - area is < 1 or > 2 || !IsLetter(district[0]) || !IsDigit(district[area]))
        {
            return false;
        }

        return district.Length == area + 1 || IsDigit(district[^1]) || IsLetter(district[^1]);
    }

    /// <summary>Whether two are the same, spaces left out.</summary>
    public static bool AreSame(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var at = 0;
        foreach (var letter in a)
        {
            if (letter == ' ')
            {
                continue;
            }

            while (at < b.Length && b[at] == ' ')
            {
                at++;
            }

            if (at == b.Length || b[at++] != letter)
            {
                return false;
            }
        }

        return b[at..].IndexOfAnyExcept((byte)' ') < 0;
    }

    private static bool IsDigit(byte letter) => letter is >= (byte)'0' and <= (byte)'9';

    private static bool IsLetter(byte letter) => (letter | 0x20) is >= 'a' and <= 'z';
}
