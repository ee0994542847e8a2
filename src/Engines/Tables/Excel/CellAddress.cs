namespace Trellis.Tables;

/// <summary>Addresses such as "AB12".</summary>
internal static class CellAddress
{
    /// <summary>1 for A, 27 for AA; at most 16,384 columns are told apart, more give a number beyond.</summary>
    public static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return Math.Max(column, 1);
    }

    public static int Row(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"), out var row)
            ? row
            : 0;

    public static string Of(int column, int row)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters + row.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
