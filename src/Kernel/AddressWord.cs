using System.Text.RegularExpressions;

namespace Trellis.Kernel;

/// <summary>Words as they stand in an address: small letters, digits and hyphens.</summary>
public static partial class AddressWord
{
    private const int Longest = 50;

    /// <summary>The words made fit, with a number behind them when they are taken.</summary>
    /// <param name="otherwise">What to use when nothing of the words is left.</param>
    public static async Task<string> FreeAsync(string words, string otherwise, Func<string, Task<bool>> isTaken)
    {
        var address = Unfit().Replace(words.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal), "-").Trim('-');
        address = (address.Length > Longest ? address[..Longest] : address).Trim('-');
        address = address.Length == 0 ? otherwise : address;
        var free = address;
        for (var n = 2; await isTaken(free); n++)
        {
            free = $"{address}-{n}";
        }

        return free;
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Unfit();
}
