using Trellis.Plans.Import;

namespace Trellis.Modules.Tests.Import;

/// <summary>A line of a damaged document, and the line of the sound one that it (or a piece of it) came from.</summary>
internal sealed record DamagedLine(string Text, int Origin);

/// <summary>
/// The given document with the damage that documents suffer on their way: what Word, a scanner, an e-mail or a hurried person does to
/// it. The same seed makes the same damage. Each line knows which sound line it came from, so a test can tell whether it is read right.
/// </summary>
internal sealed class DamagedDocument
{
    private readonly Random random;
    private readonly Dictionary<int, LineKind> kinds;
    private List<DamagedLine> lines;

    private DamagedDocument(string text, PlanReading sound, int seed)
    {
        Seed = seed;
        random = new Random(seed);
        kinds = sound.Account.ToDictionary(line => line.Line, line => line.Kind);
        lines = [.. text.Split('\n').Select((line, i) => new DamagedLine(line.TrimEnd('\r'), i + 1))];
    }

    public int Seed { get; }

    public List<string> Damages { get; } = [];

    public IReadOnlyList<DamagedLine> Lines => lines;

    public string Text => string.Join('\n', lines.Select(line => line.Text));

    /// <summary>One to four kinds of damage, in an order in which they can happen.</summary>
    public static DamagedDocument Make(string text, PlanReading sound, int seed)
    {
        var damaged = new DamagedDocument(text, sound, seed);
        (string Name, Action Do)[] ways =
        [
            ("columns renamed", damaged.RenameColumns),
            ("columns reordered", damaged.ReorderColumns),
            ("merged cells repeated", damaged.RepeatMerged),
            ("merged cells blank", damaged.BlankMerged),
            ("header repeated", damaged.RepeatHeader),
            ("header missing", damaged.RemoveHeader),
            ("row moved left", () => damaged.MoveRow(left: true)),
            ("row moved right", () => damaged.MoveRow(left: false)),
            ("page break between words", damaged.BreakRowByCells),
            ("page break at a letter", damaged.BreakRowAtLetter),
            ("other quotes", damaged.ChangeQuotes),
            ("eight priorities", damaged.EightPriorities),
            ("spaces for tabs", damaged.SpacesForTabs),
        ];
        var chosen = new HashSet<int> { seed % ways.Length };
        for (var more = damaged.random.Next(3); more > 0; more--)
        {
            chosen.Add(damaged.random.Next(ways.Length));
        }

        foreach (var way in chosen.Order())
        {
            damaged.Damages.Add(ways[way].Name);
            ways[way].Do();
        }

        return damaged;
    }

    private LineKind KindOf(DamagedLine line) =>
        line.Text.Trim().Length == 0 ? LineKind.LeftOver : kinds.GetValueOrDefault(line.Origin);

    private List<int> Where(params LineKind[] wanted) =>
        [
            .. Enumerable
                .Range(0, lines.Count)
                .Where(i => wanted.Contains(KindOf(lines[i])) && lines[i].Text.Contains('\t', StringComparison.Ordinal)),
        ];

    private List<int> Rows() => Where(LineKind.ActionRow, LineKind.IndicatorRow, LineKind.Risk);

    private int Any(List<int> from) => from[random.Next(from.Count)];

    private T Any<T>(T[] from) => from[random.Next(from.Length)];

    private void RenameColumns()
    {
        var chosen = new Dictionary<string, string>();
        foreach (var at in Where(LineKind.Columns))
        {
            var names = lines[at]
                .Text.Split('\t')
                .Select(head => chosen.TryGetValue(head, out var name) ? name : chosen[head] = Renamed(head));
            lines[at] = lines[at] with { Text = string.Join('\t', names) };
        }
    }

    /// <summary>A name that other councils use; now and then one that nobody would guess.</summary>
    private string Renamed(string head) =>
        random.Next(12) == 0 ? Any<string>(["Ref", "Notes on this", "How and why", ""]) : KnownName(head);

    private string KnownName(string head) =>
        head switch
        {
            "Objective" => Any<string>(["Outcome", "Theme", "Strand", "Aim"]),
            "Key Action" => Any<string>(["Action", "What we will do", "Activity", "Actions"]),
            "Milestones" => Any<string>(["Milestone", "Key milestones", "Steps", "Deliverables"]),
            "Deadline" => Any<string>(["Target date", "Due", "By when", "Due date", "Timescale", "Completion date"]),
            "Dept" => Any<string>(["Directorate", "Service", "Department", "Team"]),
            "Lead Officer" => Any<string>(["Lead", "Responsible officer", "Owner", "By whom", "Person Responsible"]),
            "Overall Progress" => Any<string>(["Progress", "RAG", "Status", "RAG rating"]),
            "Performance Indicators" => Any<string>(["Indicator", "Measures", "KPIs", "How we will measure success"]),
            "Reviewed By" => Any<string>(["Board", "Monitored by", "Scrutinised by", "Reporting to"]),
            "Strategic Risk" => Any<string>(["Risk", "Risk description"]),
            "Type" => Any<string>(["Category", "Risk type"]),
            "Risk Level" => Any<string>(["Level", "Rating", "Severity"]),
            _ => head,
        };

    private void ReorderColumns()
    {
        var kind = Any<LineKind>([LineKind.ActionRow, LineKind.IndicatorRow, LineKind.Risk]);
        var rows = Where(kind);
        var heads = Where(LineKind.Columns).Where(i => HeadOf(rows[0]) == lines[i].Text).ToList();
        var count = lines[rows[0]].Text.Split('\t').Length;
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        foreach (var at in rows.Concat(heads))
        {
            var cells = lines[at].Text.Split('\t');
            lines[at] = lines[at] with { Text = string.Join('\t', order.Select(i => i < cells.Length ? cells[i] : "")) };
        }
    }

    private string HeadOf(int row) => lines[Where(LineKind.Columns).Last(i => i < row)].Text;

    private void RepeatMerged()
    {
        var above = new string[2];
        var columns = Columns(
            "Objective",
            "Key Action",
            "Outcome",
            "Theme",
            "Strand",
            "Aim",
            "Action",
            "What we will do",
            "Activity",
            "Actions"
        );
        foreach (var at in Where(LineKind.ActionRow).Where(i => !IsBroken(i)))
        {
            var cells = lines[at].Text.Split('\t');
            for (var i = 0; i < columns.Count && i < 2; i++)
            {
                above[i] = cells[columns[i]] =
                    cells[columns[i]].Length > 0 || kinds.Count == 0 ? cells[columns[i]] : above[i] ?? "";
            }

            lines[at] = lines[at] with { Text = string.Join('\t', cells) };
        }
    }

    private List<int> Columns(params string[] names)
    {
        var rows = Where(LineKind.ActionRow);
        var heads = HeadOf(rows[0]).Split('\t');
        return [.. Enumerable.Range(0, heads.Length).Where(i => names.Contains(heads[i]))];
    }

    /// <summary>The rows that are moved or broken in the sound document already.</summary>
    private bool IsBroken(int at) => lines[at].Origin is 196 or 197 or 200;

    private void BlankMerged()
    {
        var columns = Columns("Deadline", "Dept", "Lead Officer");
        var above = new string[3];
        foreach (var at in Where(LineKind.ActionRow).Where(i => !IsBroken(i)))
        {
            var cells = lines[at].Text.Split('\t');
            for (var i = 0; i < columns.Count; i++)
            {
                var text = cells[columns[i]];
                cells[columns[i]] = text == above[i] ? "" : text;
                above[i] = text.Length > 0 ? text : above[i];
            }

            lines[at] = lines[at] with { Text = string.Join('\t', cells) };
        }
    }

    private void RepeatHeader()
    {
        var at = Any(Rows().Where(i => i > 0 && KindOf(lines[i - 1]) == KindOf(lines[i])).ToList());
        var head = Where(LineKind.Columns).Last(i => i < at);
        if (random.Next(2) == 0)
        {
            lines.Insert(at, new DamagedLine("", 0));
            at++;
        }

        lines.Insert(at, lines[head]);
    }

    private void RemoveHeader()
    {
        var heads = Where(LineKind.Columns);
        if (heads.Count > 0)
        {
            lines.RemoveAt(Any(heads));
        }
    }

    private void MoveRow(bool left)
    {
        var rows = Rows().Where(i => !IsBroken(i) && (!left || lines[i].Text.StartsWith('\t') || random.Next(4) == 0)).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var at = Any(rows);
        var text = lines[at].Text;
        var last = text.EndsWith('\t');
        text =
            left && text.StartsWith('\t') ? text[1..] + (random.Next(2) == 0 ? "\t" : "")
            : left ? text[(text.IndexOf('\t', StringComparison.Ordinal) + 1)..] + "\t"
            : last && random.Next(2) == 0 ? "\t" + text[..^1]
            : "\t" + text;
        lines[at] = lines[at] with { Text = text };
    }

    private void BreakRowByCells()
    {
        var at = Any(Rows().Where(i => !IsBroken(i)).ToList());
        var cells = lines[at].Text.Split('\t');
        var first = new string[cells.Length];
        var second = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var words = cells[i].Split(' ');
            var cut = random.Next(words.Length + 1);
            (first[i], second[i]) = (string.Join(' ', words[..cut]), string.Join(' ', words[cut..]));
        }

        Break(at, string.Join('\t', first), string.Join('\t', second));
    }

    private void BreakRowAtLetter()
    {
        var at = Any(Rows().Where(i => !IsBroken(i)).ToList());
        var text = lines[at].Text;
        var cut = random.Next(1, text.Length);
        Break(at, text[..cut], text[cut..]);
    }

    private void Break(int at, string first, string second)
    {
        var origin = lines[at].Origin;
        var between = new List<DamagedLine> { new(random.Next(3) == 0 ? "\f" : "", 0) };
        if (random.Next(2) == 0 && Where(LineKind.Columns).Where(i => i < at).ToList() is { Count: > 0 } heads)
        {
            between.Add(lines[heads[^1]]);
        }

        lines.RemoveAt(at);
        lines.InsertRange(at, [new DamagedLine(first, origin), .. between, new DamagedLine(second, origin)]);
    }

    private void ChangeQuotes()
    {
        var dash = Any<string>(["-", "\u2013", "\u2014"]);
        var quote = Any<string>(["'", "\u2019", "\u2018", "`"]);
        lines =
        [
            .. lines.Select(line =>
                line with
                {
                    Text = line
                        .Text.Replace("\u2013", dash, StringComparison.Ordinal)
                        .Replace("\u2019", quote, StringComparison.Ordinal)
                        .Replace("'", quote, StringComparison.Ordinal),
                }
            ),
        ];
    }

    private void EightPriorities()
    {
        var one = lines;
        lines = [];
        for (var number = 1; number <= 8; number++)
        {
            lines.AddRange(
                one.Select(line =>
                    line with
                    {
                        Text = line
                            .Text.Replace("PRIORITY 1", $"PRIORITY {number}", StringComparison.Ordinal)
                            .Replace("Priority 1", $"Priority {number}", StringComparison.Ordinal),
                    }
                )
            );
        }
    }

    private void SpacesForTabs()
    {
        var width = random.Next(2, 9);
        var way = random.Next(4);
        var only = way == 3 ? lines[Any(Rows())].Origin : 0;
        lines =
        [
            .. lines.Select(line =>
                !line.Text.Contains('\t', StringComparison.Ordinal) || (only > 0 && line.Origin != only)
                    ? line
                    : line with
                    {
                        Text =
                            way == 1 ? Uneven(line.Text)
                            : way == 2 ? Padded(line.Text)
                            : line.Text.Replace("\t", new string(' ', width), StringComparison.Ordinal),
                    }
            ),
        ];
    }

    private string Uneven(string text) =>
        string.Concat(text.Select(letter => letter == '\t' ? new string(' ', random.Next(2, 7)) : letter.ToString()));

    private static string Padded(string text) => string.Concat(text.Split('\t').Select(cell => cell.PadRight(130))).TrimEnd();
}
