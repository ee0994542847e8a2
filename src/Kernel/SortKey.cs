using System.Globalization;
using System.Text;

namespace Trellis.Kernel;

/// <summary>
/// The key by which text sorts, the same on both databases: without accents, case or punctuation, numbers by value
/// ("2" before "10"). Stored beside the text and compared byte by byte.
/// </summary>
public static class SortKey
{
    private const int Longest = 100;
    private const int NumberWidth = 9;

    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length + NumberWidth);
        var digits = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
                continue;
            }

            Flush(key, digits);
            if (char.IsLetter(c))
            {
                key.Append(char.ToUpperInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        Flush(key, digits);
        return key.Length > Longest ? key.ToString(0, Longest) : key.ToString().TrimEnd();
    }

    private static void Flush(StringBuilder key, StringBuilder digits)
    {
        if (digits.Length > 0)
        {
            key.Append(digits.ToString().PadLeft(NumberWidth, '0'));
            digits.Clear();
        }
    }
}
