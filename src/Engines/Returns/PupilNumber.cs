namespace Trellis.Returns;

/// <summary>A unique pupil number, by the department's guide to UPNs: a check letter, three numbers of the authority, eight more numbers, and a number or, of a temporary one, a letter.</summary>
internal static class PupilNumber
{
    /// <summary>The letters that may stand in one, in the order of their values: without I, O and S.</summary>
    public static ReadOnlySpan<byte> Letters => "ABCDEFGHJKLMNPQRTUVWXYZ"u8;

    private static readonly CodeSet Authorities = CodeSet.Numbers(1, 10, 3)
        .And(CodeSet.Numbers(201, 213)).And(CodeSet.Numbers(301, 320)).And(CodeSet.Numbers(330, 336)).And(CodeSet.Numbers(340, 344)).And(CodeSet.Numbers(350, 359)).And(CodeSet.Numbers(370, 373))
        .And(CodeSet.Numbers(380, 384)).And(CodeSet.Numbers(390, 394)).And(CodeSet.Of("420")).And(CodeSet.Numbers(660, 681)).And(CodeSet.Numbers(800, 816)).And(CodeSet.Numbers(820, 826))
        .And(CodeSet.Numbers(830, 841)).And(CodeSet.Numbers(845, 846)).And(CodeSet.Numbers(850, 852)).And(CodeSet.Numbers(855, 857)).And(CodeSet.Numbers(860, 861)).And(CodeSet.Numbers(865, 896))
        .And(CodeSet.Of("901 902 903 904 905 906 907 908 909 910 911 912 913 914 915 916 917 918 919 920 921 922 923 924 925 926 927 928 929 930 931 932 933 934 935 936 937 938")).Without(CodeSet.Of("817"));

    private static readonly CodeSet Since2021 = CodeSet.Of("940 941");

    private static readonly CodeSet Since2023 = CodeSet.Of("942 943");

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

        var code = new Code(KnownCodes.IdOf(System.Text.Encoding.ASCII.GetString(authority)));
        return !(code.IsIn(Authorities) || code.IsIn(Since2021) || (year >= 2024 && code.IsIn(Since2023)));
    }

    /// <summary>Whether it is a letter, eleven numbers, and a number or a letter, with the right check letter.</summary>
    public static bool IsWellFormed(ReadOnlySpan<byte> upn) =>
        upn.Length == 13 && Letters.Contains(upn[0]) && !upn[1..12].ContainsAnyExceptInRange((byte)'0', (byte)'9') && (char.IsAsciiDigit((char)upn[12]) || Letters.Contains(upn[12])) && !HasWrongLetter(upn);
}
