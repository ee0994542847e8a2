using System.Text;

namespace Trellis.Returns.AnnexA;

/// <summary>
/// Finds the row of headings of a list and which column is which. Headings are compared by their words: case, line breaks, numbering in front, marks and the little words between do not matter, and a heading
/// of other wording is taken for the column with whose own it shares most words, at least three of four.
/// </summary>
internal static class Headings
{
    private const double Alike = 0.75;

    private static readonly HashSet<string> LittleWords = ["a", "an", "and", "be", "been", "by", "for", "from", "has", "in", "is", "of", "or", "the", "this", "to", "was", "with", "y", "n", "year"];

    private static readonly (ListForm List, int Column, HashSet<string> Words)[] Known =
        [.. Lists.All.SelectMany(l => l.Columns.SelectMany((c, i) => c.Headings.Select(h => (l, i, WordsOf(h)))))];

    /// <summary>The list whose headings a row holds, with the column of the list by each column of the row (-1 for none of it); nothing when it is no row of headings. A list named by its sheet goes before others.</summary>
    public static (ListForm List, int[] Columns)? Find(IReadOnlyList<string> row, ListForm? named)
    {
        var words = row.Select(WordsOf).ToList();
        (ListForm List, int[] Columns, double Share)? best = null;
        foreach (var list in named is null ? Lists.All : [named])
        {
            var columns = Match(words, list);
            var found = columns.Count(c => c >= 0);
            // Whose rows they are must be said, and half of the columns must be there.
            if (columns.Contains(0) && found * 2 >= list.Columns.Length && (best is null || Share() > best.Value.Share))
            {
                best = (list, columns, Share());
            }

            double Share() => 2.0 * found / (list.Columns.Length + words.Count(w => w.Count > 0));
        }

        return best is { } one ? (one.List, one.Columns) : null;
    }

    /// <summary>The list that the name of a sheet says: "List 3", "List_3 Referrals".</summary>
    public static ListForm? Named(string sheet)
    {
        var words = WordsOf(sheet.Replace('_', ' '));
        return words.Contains("list") ? Array.Find(Lists.All, l => words.Contains(l.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))) : null;
    }

    private static int[] Match(List<HashSet<string>> words, ListForm list)
    {
        var columns = new int[words.Count];
        Array.Fill(columns, -1);
        var taken = new HashSet<int>();
        foreach (var (place, column, _) in words.SelectMany((w, place) => Known.Where(k => k.List == list).Select(k => (place, k.Column, Likeness(w, k.Words)))).Where(m => m.Item3 >= Alike).OrderByDescending(m => m.Item3).ThenBy(m => m.place))
        {
            if (columns[place] < 0 && taken.Add(column))
            {
                columns[place] = column;
            }
        }

        return columns;
    }

    /// <summary>Twice the words that both have, of all words of both (Dice's coefficient); nothing where their numbers differ, for "stage 1" is not "stage 2".</summary>
    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 || one.Any(w => IsNumber(w) && !other.Contains(w)) || other.Any(w => IsNumber(w) && !one.Contains(w)) ? 0 : 2.0 * shared / (one.Count + other.Count);

        static bool IsNumber(string word) => word.All(char.IsAsciiDigit);
    }

    private static HashSet<string> WordsOf(string heading)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var letter in WithoutNumbering(heading.Trim()) + " ")
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is not ('\'' or '\u2019' or '\u2018') && word.Length > 0)
            {
                var plain = word is { Length: > 3 } && word[^1] == 's' ? word.ToString(0, word.Length - 1) : word.ToString();
                if (!LittleWords.Contains(plain))
                {
                    words.Add(plain);
                }

                word.Clear();
            }
        }

        return words;
    }

    /// <summary>Without "1.", "3a)" or "12 -" in front.</summary>
    private static string WithoutNumbering(string heading)
    {
        var at = 0;
        while (at < heading.Length && (char.IsAsciiDigit(heading[at]) || (at < 3 && at > 0 && char.IsAsciiLetterLower(heading[at]))))
        {
            at++;
        }

        return at > 0 && at < heading.Length && heading[at..].TrimStart() is ['.' or ')' or ':' or '-', .. var rest] ? rest : heading;
    }
}
