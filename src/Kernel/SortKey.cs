using System.Collections.Frozen;
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

    /// <summary>The letters of Latin alphabets by what stands beneath their accents: .NET knows this only where ICU is installed.</summary>
    private static readonly FrozenDictionary<char, string> Plain = new (string Letter, string Accented)[]
    {
        ("A", "ÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ"), ("AE", "ÆǼ"), ("C", "ÇĆĈĊČ"), ("D", "ÐĎĐ"), ("E", "ÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆ"), ("G", "ĜĞĠĢǦ"), ("H", "ĤĦ"),
        ("I", "ÌÍÎÏĨĪĬĮİǏỈỊ"), ("J", "Ĵ"), ("K", "ĶǨ"), ("L", "ĹĻĽĿŁ"), ("N", "ÑŃŅŇ"), ("O", "ÒÓÔÕÖØŌŎŐǑƠỌỎỐỒỔỖỘỚỜỞỠỢ"), ("OE", "Œ"),
        ("R", "ŔŖŘ"), ("S", "ŚŜŞŠȘ"), ("SS", "ẞ"), ("T", "ŢŤŦȚ"), ("TH", "Þ"), ("U", "ÙÚÛÜŨŪŬŮŰŲǓƯỤỦỨỪỬỮỰ"), ("W", "ŴẀẂẄ"), ("Y", "ÝŶŸỲỴỶỸ"), ("Z", "ŹŻŽ"),
    }.SelectMany(l => l.Accented.Select(a => (a, l.Letter))).ToFrozenDictionary(p => p.a, p => p.Letter);

    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length + NumberWidth);
        var digits = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
                continue;
            }

            Flush(key, digits);
            if (char.IsLetter(c))
            {
                var letter = c == 'ß' ? 'ẞ' : char.ToUpperInvariant(c);
                key.Append(Plain.GetValueOrDefault(letter) ?? letter.ToString());
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
