using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>
/// Reads the rows that Trellis itself exports, as CSV or saved as Excel by whoever edited them. They are known by the heads that
/// do not change with a council's words; references say what is the same thing, so that nothing has to be guessed.
/// </summary>
internal sealed class ExportedRows
{
    /// <summary>The heads that stand in every export, by column; those between are the council's own words.</summary>
    public static readonly IReadOnlyDictionary<int, string> Heads = new Dictionary<int, string>
    {
        [3] = "Reference", [5] = "Milestone reference", [6] = "State", [7] = "Deadline", [8] = "First promised", [9] = "Slip",
        [10] = "Department", [11] = "Lead officer", [12] = "Overall progress", [13] = "Why", [14] = "Progress level",
    };

    /// <summary>The words of the last column, which do not change either: from the best state to the worst.</summary>
    public static readonly string[] Levels = ["on track", "managed", "needs support"];

    private const int Columns = 15;
    private readonly LineLedger ledger = new();
    private readonly List<ReadPriority> priorities = [];
    private ReadObjective? objective;
    private ReadKeyAction? action;
    private string reference = "";

    public static bool IsOne(SourceDocument document) => document.Blocks is [SourceRow { Cells.Count: Columns } heads, ..] && Heads.All(head => heads.Cells[head.Key].Text == head.Value);

    public static PlanReading Read(SourceDocument document)
    {
        var reading = new ExportedRows();
        var heads = new ReadParagraph { Place = "heads" };
        foreach (var block in document.Blocks)
        {
            if (block == document.Blocks[0])
            {
                reading.ledger.Map(block.Position.Line, LineKind.Columns, heads);
            }
            else if (block is not SourceRow { Cells.Count: Columns } row || !reading.Take(row))
            {
                reading.ledger.Leave(block.Position.Line, "It is no row of the export: it needs a priority and a key action.");
            }
        }

        return new PlanReading(document.FileName, document.LinesTotal, reading.priorities, reading.ledger.Account(document), []) { IsOfActionsOnly = true };
    }

    private bool Take(SourceRow row)
    {
        var cells = row.Cells.Select(TextOf).ToArray();
        if (cells[0].Length == 0 || cells[2].Length == 0)
        {
            return false;
        }

        var line = row.Position.Line;
        var priority = priorities.Count > 0 && priorities[^1].Title == cells[0] ? priorities[^1] : Begin(cells[0], line);
        if (cells[1] != (objective?.Title ?? ""))
        {
            objective = cells[1].Length == 0 ? null : priority.Objectives.Find(known => known.Title == cells[1]) ?? NewObjective(priority, cells[1], line);
            action = null;
        }

        if (action is null || reference != cells[3] || action.Title != cells[2])
        {
            reference = cells[3];
            NewAction(priority, cells, line);
        }

        if (cells[4].Length > 0)
        {
            var milestone = new ReadMilestone
            {
                Place = $"{action!.Place}/milestone-{action.Milestones.Count + 1}", Lines = [line], Text = cells[4], Due = ReadDue.Parse(cells[7]), Routes = Routes.In(cells[4]),
            };
            action.Milestones.Add(milestone);
            ledger.Map(line, LineKind.ActionRow, milestone);
        }
        else
        {
            ledger.Map(line, LineKind.ActionRow, action!);
        }

        return true;
    }

    private ReadPriority Begin(string title, int line)
    {
        var priority = new ReadPriority { Place = $"priority-{priorities.Count + 1}", Lines = [line], Title = title };
        priority.Aims.AddRange(Aims.Of(title));
        priority.ProgressStates.AddRange(Levels.Select((_, i) => new ReadProgressState { Place = $"{priority.Place}/progress-state-{i + 1}" }));
        priorities.Add(priority);
        (objective, action) = (null, null);
        return priority;
    }

    private static ReadObjective NewObjective(ReadPriority priority, string title, int line)
    {
        var made = new ReadObjective { Place = $"{priority.Place}/objective-{priority.Objectives.Count + 1}", Lines = [line], Title = title };
        priority.Objectives.Add(made);
        return made;
    }

    private void NewAction(ReadPriority priority, string[] cells, int line)
    {
        var siblings = objective?.Actions ?? priority.Actions;
        var level = Array.IndexOf(Levels, cells[14]);
        if (level >= 0)
        {
            priority.ProgressStates[level].Text = cells[12];
        }

        action = new ReadKeyAction
        {
            Place = $"{objective?.Place ?? priority.Place}/action-{siblings.Count + 1}",
            Lines = [line],
            Title = cells[2],
            DepartmentText = cells[10],
            Departments = Parts(cells[10]),
            OwnerText = cells[11],
            Owners = [.. Parts(cells[11]).Select((name, i) => new ReadOwner(name, i == 0, OwnerList.IsGroup(name)))],
            DeliversPlan = PlanNamed.DeliveredBy(cells[2]),
            Progress = level < 0 ? ReadProgress.NotStated : new ReadProgress(level, cells[12]),
        };
        siblings.Add(action);
    }

    /// <summary>An apostrophe keeps a spreadsheet from reckoning with a text; it is no part of the text.</summary>
    private static string TextOf(SourceCell cell)
    {
        var text = cell.Text.Length == 0 && cell.Date is { } date ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : cell.Text;
        return text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
    }

    private static string[] Parts(string text) => text.Split(PaperMark.Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
