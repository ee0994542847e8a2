namespace Trellis.Plans.Import;

/// <summary>What the document's own columns hold: departments, officers, objectives, and all words, learnt before its rows are judged.</summary>
internal sealed class Vocabulary
{
    private readonly HashSet<string> departments = [];
    private readonly HashSet<string> officers = [];
    private readonly Dictionary<string, int> objectives = [];
    private readonly HashSet<string> words = [];
    private readonly List<string> states = [];
    private int codes;
    private int otherDepartments;

    /// <summary>True when departments are given in short.</summary>
    public bool DepartmentsAreCodes => codes > otherDepartments;

    public void LearnText(string text)
    {
        foreach (var word in Words.Of(text))
        {
            words.Add(word);
        }
    }

    public void LearnState(string text) => states.Add(Words.Plain(text));

    public void LearnRow(IReadOnlyList<string> cells, ColumnMap columns)
    {
        for (var i = 0; i < Math.Min(cells.Count, columns.Count); i++)
        {
            if (cells[i].Length > 0)
            {
                Learn(cells[i], columns.Roles[i]);
            }
        }
    }

    public bool IsDepartment(string text) => departments.Contains(Words.Plain(text));

    public bool IsOfficer(string text) => officers.Contains(Words.Plain(text));

    /// <summary>True when at least this many rows name the text as their objective.</summary>
    public bool IsObjective(string text, int times = 1) =>
        text.Length > 0 && objectives.GetValueOrDefault(Words.Plain(text)) >= times;

    public bool IsState(string text) =>
        ProgressWords.StateOf(Words.Plain(text), states) is not null || ProgressWords.IsLifecycle(text);

    /// <summary>Two pieces of one text. A word cut in its middle is closed up when the document knows the whole word and not the pieces.</summary>
    public string Join(string before, string after)
    {
        if (before.Length == 0 || after.Length == 0)
        {
            return before + after;
        }

        var last = before[(before.LastIndexOf(' ') + 1)..];
        var first = after.Split(' ', 2)[0];
        var whole = Words.Of(last + first);
        var cut =
            whole.Length == 1
            && words.Contains(whole[0])
            && char.IsLetterOrDigit(last[^1])
            && char.IsLower(first[0])
            && !(
                Words.Of(last) is [var a] && words.Contains(a) && Words.Of(first) is [var b] && words.Contains(b) && a.Length > 2
            );
        return cut ? before + after : $"{before} {after}";
    }

    private void Learn(string text, ColumnRole role)
    {
        switch (role)
        {
            case ColumnRole.Department when CellText.IsCode(text):
                codes++;
                departments.Add(Words.Plain(text));
                break;
            case ColumnRole.Department when !ReadDue.Parse(text).IsClear && Words.Count(text) <= 5:
                otherDepartments++;
                departments.Add(Words.Plain(text));
                break;
            case ColumnRole.Officer when CellText.IsPersonLike(text) && !CellText.IsCode(text):
                officers.Add(Words.Plain(text));
                break;
            case ColumnRole.Objective when !CellText.IsCode(text) && !ReadDue.Parse(text).IsClear:
                var plain = Words.Plain(text);
                objectives[plain] = objectives.GetValueOrDefault(plain) + 1;
                break;
        }
    }
}
