namespace Trellis.Returns;

/// <summary>A unique pupil number, by the department's guide to UPNs: a check letter, three numbers of the authority, eight more numbers, and a number or, of a temporary one, a letter.</summary>
internal static class PupilNumber
{
    /// <summary>The letters that may stand in one, in the order of their values: without I, O and S.</summary>
    public static ReadOnlySpan<byte> Letters => "ABCDEFGHJKLMNPQRTUVWXYZ"u8;

    /// <summary>The numbers of authorities that had schools since pupils have numbers, first to last of each run.</summary>
    private static readonly (int First, int Last)[] Authorities =
    [
        (1, 10), (201, 213), (301, 320), (330, 336), (340, 344), (350, 359), (370, 373), (380, 384), (390, 394), (420, 420), (660, 681), (800, 816), (820, 826), (830, 841), (845, 846), (850, 852),
        (855, 857), (860, 861), (865, 896), (901, 938), (940, 941),
    ];

    /// <summary>Cumberland is 942, Westmorland and Furness 943.</summary>
    private static readonly (int First, int Last) Since2023 = (942, 943);

    /// <summary>Whether the check letter does not fit: the other twelve, each times its place from 2 to 13, added up, are the letter's value in the remainder by 23. What is no UPN otherwise is left to other rules.</summary>
    public static bool HasWrongLetter(ReadOnlySpan<byte> upn)
    {
        if (upn.Length != 13)
        {
            return false;
        }

        var sum = 0;
        for (var i = 1; i < 13; i++)
        {
            var value = upn[i] is >= (byte)'0' and <= (byte)'9' ? upn[i] - '0' : i == 12 ? Letters.IndexOf(upn[i]) : -1;
            if (value < 0)
            {
                return false;
            }

            sum += value * (i + 1);
        }

        return upn[0] != Letters[sum % 23];
    }

    /// <summary>Whether the authority in it is none, of those that had schools by a year.</summary>
    public static bool HasUnknownAuthority(ReadOnlySpan<byte> upn, int year)
    {
        if (upn.Length < 4)
        {
            return false;
        }

        var authority = upn[1..4];
        if (authority.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return true;
        }

        var number = ((authority[0] - '0') * 100) + ((authority[1] - '0') * 10) + authority[2] - '0';
        return !Array.Exists(Authorities, run => number >= run.First && number <= run.Last) && !(year >= 2024 && number >= Since2023.First && number <= Since2023.Last);
    }

    /// <summary>Whether it is a letter, eleven numbers, and a number or a letter, with the right check letter.</summary>
    public static bool IsWellFormed(ReadOnlySpan<byte> upn) =>
        upn.Length == 13 && Letters.Contains(upn[0]) && !upn[1..12].ContainsAnyExceptInRange((byte)'0', (byte)'9') && (char.IsAsciiDigit((char)upn[12]) || Letters.Contains(upn[12])) && !HasWrongLetter(upn);
}
