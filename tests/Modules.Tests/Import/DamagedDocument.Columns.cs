using Trellis.Plans.Import;

namespace Trellis.Modules.Tests.Import;

/// <summary>What is done to columns: other names, another order, the header again or not at all.</summary>
internal sealed partial class DamagedDocument
{
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
}
