namespace Trellis.Linkage;

/// <summary>An NHS number as the NHS data dictionary defines it: ten digits, of which the last checks the others.</summary>
public static class NhsNumber
{
    /// <summary>Whether the text, spaces and hyphens aside, is ten digits whose last fits: 11 less the remainder by 11 of the other nine times 10 to 2; 11 is written 0, 10 never given.</summary>
    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        var (sum, digits, last) = (0, 0, 0);
        foreach (var letter in text)
        {
            if (letter is (byte)' ' or (byte)'-')
            {
                continue;
            }

            if (letter is < (byte)'0' or > (byte)'9' || digits == 10)
            {
                return false;
            }

            last = letter - '0';
            sum += digits < 9 ? last * (10 - digits) : 0;
            digits++;
        }

        return digits == 10 && (11 - (sum % 11)) % 11 == last;
    }
}
