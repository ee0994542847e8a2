using System.Globalization;
using Trellis.Measures.Figures;

namespace Trellis.Measures.Importing;

/// <summary>Reads a value as published files write it.</summary>
internal static class PublishedNumber
{
    /// <summary>Digits that a spreadsheet keeps: what stands behind them came from counting in halves ("37.200000000000003").</summary>
    private const int TrueDigits = 15;

    /// <summary>
    /// A number (thousands with commas, a percent sign behind it) or one of the symbols that stand for none. Null where the text is neither.
    /// </summary>
    public static FigureValue? Read(string text)
    {
        if (Shorthands(text) is { } shorthand)
        {
            return FigureValue.Missing(shorthand);
        }

        return Number(text.TrimEnd('%', ' ')) is { } value ? FigureValue.Of(value) : null;
    }

    /// <summary>The number without the dust of binary fractions.</summary>
    public static decimal? Number(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var digits = 0;
        foreach (var letter in text)
        {
            digits += char.IsAsciiDigit(letter) ? 1 : 0;
        }

        if (digits > TrueDigits && value != 0)
        {
            var whole = (int)Math.Floor(Math.Log10((double)Math.Abs(value))) + 1;
            value = Math.Round(value, Math.Clamp(TrueDigits - whole, 0, 28), MidpointRounding.AwayFromZero);
        }

        // 37.20 and 37.2 are one figure: the same text on both databases.
        return value / 1.0000000000000000000000000000m;
    }

    private static Shorthand? Shorthands(string text) => text switch
    {
        "c" or "[c]" or "C" => Shorthand.Confidential,
        "z" or "[z]" or "." or "Z" => Shorthand.NotApplicable,
        "x" or "[x]" or ":" or "-" or "" or "NA" or "X" => Shorthand.NotAvailable,
        "k" or "low" or "[low]" or "~" or "K" => Shorthand.Low,
        "u" or "[u]" or "U" => Shorthand.Unreliable,
        _ => null,
    };
}
