namespace Trellis.Returns;

/// <summary>The cases of a rule, as they are written beside it (see <see cref="Rule{TChild}.Cases"/>).</summary>
internal sealed class RuleCase
{
    public int? Year { get; private set; }

    /// <summary>The day of which an indicator is asked; nothing where it is the last of the year.</summary>
    public DateOnly? On { get; private set; }

    public string? Authority { get; private set; }

    public bool FailsTheReturn { get; private set; }

    public List<CaseTable> Tables { get; } = [];

    /// <summary>Reads the cases. The names of the tables tell a new table from a row.</summary>
    public static List<RuleCase> Read(string text, IReadOnlyCollection<string> names)
    {
        var cases = new List<RuleCase>();
        RuleCase? open = null;
        foreach (var line in text.Split('\n').Select(l => l.Trim()))
        {
            if (line.Length == 0)
            {
                open = null;
                continue;
            }

            if (open is null)
            {
                cases.Add(open = new RuleCase());
            }

            open.Take(line, names);
        }

        return cases;
    }

    private void Take(string line, IReadOnlyCollection<string> names)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (line == "fails the return")
        {
            FailsTheReturn = true;
        }
        else if (words is ["year", var year])
        {
            Year = int.Parse(year, System.Globalization.CultureInfo.InvariantCulture);
        }
        else if (words is ["on", var day])
        {
            On = DateOnly.ParseExact(day, "dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
        }
        else if (words is ["authority", var authority])
        {
            Authority = authority;
        }
        else if (names.Contains(NameOf(words[0])))
        {
            Tables.Add(new CaseTable(NameOf(words[0]), words[0].EndsWith(CaseTable.LastYear, StringComparison.Ordinal), words[1..]));
        }
        else
        {
            Tables[^1].Add(words);
        }
    }

    private static string NameOf(string word) => word.EndsWith(CaseTable.LastYear, StringComparison.Ordinal) ? word[..^CaseTable.LastYear.Length] : word;
}

/// <summary>A table of a case: what stands in it, and which of its rows must fail.</summary>
internal sealed record CaseTable(string Name, bool IsLastYear, string[] Columns)
{
    public const string LastYear = "_last";

    public List<string[]> Rows { get; } = [];

    public List<int> Failing { get; } = [];

    /// <summary>The rows that an indicator counts, each with its mark (see <see cref="Indicator{TChild}.Cases"/>).</summary>
    public List<(int Row, string Mark)> Marks { get; } = [];

    public void Add(string[] words)
    {
        if (words[^1] == "." || words[^1].StartsWith('!'))
        {
            Marks.Add((Rows.Count, words[^1]));
            if (words[^1] == "!")
            {
                Failing.Add(Rows.Count);
            }

            words = words[..^1];
        }

        if (words.Length != Columns.Length)
        {
            throw new FormatException($"A case of {Name} has {words.Length} cells in {Columns.Length} columns: {string.Join(' ', words)}");
        }

        Rows.Add([.. words.Select(w => w == "-" ? "" : w.Replace('_', ' '))]);
    }
}
