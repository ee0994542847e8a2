using System.Text;

namespace Trellis.Plans.Import;

/// <summary>Collects the doubts of one reading and hands back the answer to each: the given one, or the proposed one until somebody chooses.</summary>
internal sealed class DoubtBook(IReadOnlyDictionary<string, string>? answers)
{
    private readonly List<Doubt> doubts = [];
    private readonly HashSet<string> ids = [];

    /// <summary>Asks, and returns the key of the option that this reading follows (or the free text of the answer where allowed).</summary>
    public string Ask(
        DoubtKind kind,
        IEnumerable<int> lines,
        string question,
        IReadOnlyList<DoubtOption> options,
        string proposed,
        bool allowsText = false
    )
    {
        var first = lines as IReadOnlyList<int> ?? [.. lines];
        var id = IdOf(kind, first);
        var answer = answers?.GetValueOrDefault(id);
        if (answer is not null && !allowsText && !options.Any(option => option.Key == answer))
        {
            answer = null;
        }

        doubts.Add(new Doubt(id, kind, Rising(first), question, options, proposed, allowsText, answer));
        return answer ?? proposed;
    }

    /// <summary>Adds lines to the doubts that name one of the given lines: their place hangs on the same answer.</summary>
    public void Extend(Func<Doubt, IEnumerable<int>> dependents)
    {
        for (var i = 0; i < doubts.Count; i++)
        {
            var more = dependents(doubts[i]).ToList();
            if (more.Count > 0)
            {
                doubts[i] = doubts[i] with { Lines = Rising([.. doubts[i].Lines, .. more]) };
            }
        }
    }

    public IReadOnlyList<Doubt> All => [.. doubts.OrderBy(doubt => doubt.Lines.Count > 0 ? doubt.Lines[0] : 0)];

    /// <summary>The lines rising and without repeats.</summary>
    private static List<int> Rising(IReadOnlyList<int> lines)
    {
        var sorted = new List<int>(lines);
        sorted.Sort();
        var rising = new List<int>(sorted.Count);
        foreach (var line in sorted)
        {
            if (rising.Count == 0 || rising[^1] != line)
            {
                rising.Add(line);
            }
        }

        return rising;
    }

    private string IdOf(DoubtKind kind, IReadOnlyList<int> lines)
    {
        var stem = $"{Names[(int)kind]}-{(lines.Count > 0 ? lines[0] : 0)}";
        var id = stem;
        for (var again = 2; !ids.Add(id); again++)
        {
            id = $"{stem}-{again}";
        }

        return id;
    }

    /// <summary>By kind: "row-moved" for RowMoved.</summary>
    private static readonly string[] Names = Array.ConvertAll(Enum.GetNames<DoubtKind>(), Dashed);

    private static string Dashed(string name)
    {
        var dashed = new StringBuilder();
        foreach (var letter in name)
        {
            dashed.Append(char.IsUpper(letter) && dashed.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return dashed.ToString();
    }
}
