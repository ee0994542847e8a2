using Trellis.Measures.Figures;

namespace Trellis.Measures.Public;

/// <summary>The signs that stand beside or in place of figures, and what they mean.</summary>
public static class Signs
{
    /// <summary>Those that these figures use, by the sign without its brackets.</summary>
    public static SortedDictionary<string, string> Of(IEnumerable<Figure> figures)
    {
        var used = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var figure in figures)
        {
            Add(figure.Said.Shorthand.Mark(), figure.Said.Shorthand.Meaning());
            Add(figure.Said.Status.Mark(), figure.Said.Status.Meaning());
        }

        return used;

        void Add(string mark, string meaning)
        {
            if (mark.Length > 0)
            {
                used[mark.Trim('[', ']')] = meaning;
            }
        }
    }
}
