using System.Globalization;

namespace Trellis.GovUk;

/// <summary>What charts say, and how much room it takes.</summary>
internal static class Words
{
    /// <summary>A number as it is said where the caller does not say otherwise: "1,234.5".</summary>
    public static string Of(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>Breaks between words into lines of at most <paramref name="length"/> characters. A longer word has its own line.</summary>
    public static List<string> Lines(string words, int length)
    {
        var lines = new List<string>();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= length)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }
        return lines;
    }

    /// <summary>Pixels that so many letters of 14 pixels take in the widest of the fonts that readers have.</summary>
    public static double Width(int letters) => letters * 8.5;

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";
}
