using Trellis.Papers;
using Trellis.Plans;
using Trellis.Plans.Import;
using DueKind = Trellis.Plans.DueKind;
using Words = Trellis.Plans.Words;

namespace Trellis.Publishing.Reports;

/// <summary>The table of a priority's actions: a row for each milestone, with objective and action beside all of theirs.</summary>
internal sealed class ActionTable(ReportSource source, Priority priority, DateOnly asOf)
{
    private readonly Plan plan = source.Plan;

    public static PaperTone ToneOf(Progress progress) => progress switch
    {
        Progress.OnTrack => PaperTone.Good,
        Progress.Managed => PaperTone.Watch,
        Progress.NeedsSupport => PaperTone.Bad,
        _ => PaperTone.Muted,
    };

    public List<PaperRow> Rows()
    {
        var rows = new List<PaperRow>();
        foreach (var objective in source.Tree.Below<Objective>(priority))
        {
            Add(rows, objective.Title, [.. source.Tree.Below<KeyAction>(objective)]);
        }

        foreach (var action in source.Tree.Below<KeyAction>(priority))
        {
            Add(rows, "", [action]);
        }

        return rows;
    }

    /// <summary>What the officers say of their actions, below the table: a cell has no room for it.</summary>
    public IEnumerable<PaperBlock> Commentary()
    {
        var actions = source.Tree.Actions(priority).ToList();
        var told = actions.Zip(PaperMark.Labels(actions.Select(a => a.Title))).Where(a => !string.IsNullOrWhiteSpace(a.First.Commentary)).ToList();
        if (told.Count > 0)
        {
            yield return new HeadingBlock(3, "What the lead officers say") { Mark = Marks.Aside };
        }

        foreach (var (action, label) in told)
        {
            yield return new HeadingBlock(4, label) { Mark = PaperMark.CommentaryOf };
            foreach (var block in Prose.Blocks(action.Commentary!, _ => PaperMark.Commentary))
            {
                yield return block;
            }

            if (action.CommentaryOn is { } on)
            {
                yield return new ParagraphBlock(
                    [new TextPiece("Said on ") { Mark = Marks.Aside }, new TextPiece($"{on:d MMMM yyyy}"), new TextPiece(".") { Mark = Marks.Aside }]) { Mark = PaperMark.CommentaryOn };
            }
        }
    }

    private void Add(List<PaperRow> rows, string objective, List<KeyAction> actions)
    {
        var own = actions.SelectMany(RowsOf).DefaultIfEmpty([Aside($"No {plan.ActionWord.ToLowerInvariant()} yet"), PaperCell.Of(""), PaperCell.Of(""), PaperCell.Of(""), PaperCell.Of(""), PaperCell.Of("")]).ToList();
        rows.AddRange(own.Select((cells, i) => new PaperRow(i == 0 ? [PaperCell.Head(objective) with { Rows = own.Count }, .. cells] : cells) { Mark = PaperMark.Action }));
    }

    private IEnumerable<List<PaperCell>> RowsOf(KeyAction action)
    {
        var milestones = source.Tree.Below<Milestone>(action).ToList();
        var hasOwn = milestones.Exists(m => m.OwnersAsWritten is not null || m.DepartmentsAsWritten is not null);

        // A milestone with owners of its own cannot share the first row: there stand the action's.
        List<Milestone?> lines = [.. milestones];
        if (lines.Count == 0 || milestones[0] is { OwnersAsWritten: not null } or { DepartmentsAsWritten: not null })
        {
            lines.Insert(0, null);
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var cells = new List<PaperCell>();
            if (i == 0)
            {
                cells.Add(PaperCell.Head(action.Title) with { Rows = lines.Count });
            }

            cells.Add(lines[i] is { } milestone ? MilestoneCell(milestone) : PaperCell.Of(""));
            cells.Add(PaperCell.Of(lines[i]?.CurrentDue.ToString() ?? ""));
            if (i == 0)
            {
                var reach = hasOwn ? 1 : lines.Count;
                cells.Add(PaperCell.Of(source.Tree.Names.Departments(action)) with { Rows = reach });
                cells.Add(OwnersCell(source.Tree.Names.Owners(action), action.AccountableOfficerId is not null) with { Rows = reach });
                cells.Add(ProgressCell(action) with { Rows = lines.Count });
            }
            else if (hasOwn)
            {
                cells.Add(PaperCell.Of(lines[i]!.DepartmentsAsWritten ?? ""));
                cells.Add(PaperCell.Of(lines[i]!.OwnersAsWritten ?? ""));
            }

            yield return cells;
        }
    }

    private PaperCell MilestoneCell(Milestone milestone)
    {
        var blocks = new List<PaperBlock> { ParagraphBlock.Of(milestone.Title) };
        var routes = source.GoesTo(milestone).ToList();
        if (!routes.Order(StringComparer.Ordinal).SequenceEqual(PaperMark.RoutesIn(milestone.Title).Order(StringComparer.Ordinal)))
        {
            var names = routes.Count == 0 ? PaperMark.NoBoard : string.Join(PaperMark.Between, routes);
            blocks.Add(new ParagraphBlock([new TextPiece("Goes to: ") { Mark = Marks.Aside }, new TextPiece(names) { Mark = PaperMark.Routes }]));
        }

        if (StateOf(milestone) is { Count: > 0 } state)
        {
            blocks.Add(new ParagraphBlock(state) { Mark = Marks.Aside });
        }

        return new PaperCell(blocks);
    }

    /// <summary>"Complete, 12 May 2026; first promised for 10 June 2026".</summary>
    private List<TextPiece> StateOf(Milestone milestone)
    {
        var pieces = new List<TextPiece>();
        if (milestone.Lifecycle != Lifecycle.NotStarted)
        {
            Say(LifecycleWords.Of(milestone.Lifecycle), PaperMark.MilestoneState);
        }

        if (milestone is { Lifecycle: Lifecycle.Complete, CompletedOn: { } on })
        {
            Say(", ");
            Say($"{on:d MMMM yyyy}", PaperMark.CompletedOn);
        }

        if (milestone.IsLateOn(asOf))
        {
            Say(pieces.Count == 0 ? "Late" : ", late");
        }

        if (milestone.OriginalDue.Kind != DueKind.None && milestone.OriginalDue != milestone.CurrentDue)
        {
            Say(pieces.Count == 0 ? "First promised for " : "; first promised for ");
            Say($"{milestone.OriginalDue}", PaperMark.FirstDue);
        }

        if (milestone.IsOpen && milestone.Forecast.Kind != DueKind.None)
        {
            Say(pieces.Count == 0 ? "Expected by " : "; expected by ");
            Say($"{milestone.Forecast}", PaperMark.Forecast);
        }

        return pieces;

        void Say(string text, string mark = Marks.Aside) => pieces.Add(new TextPiece(text, TextWeight.Emphasis) { Mark = mark });
    }

    public static PaperCell OwnersCell(string names, bool isLed) =>
        names.Length == 0 ? PaperCell.Of("") : new PaperCell([ParagraphBlock.Of(names) with { Mark = isLed ? PaperMark.Owners : PaperMark.Contributors }]);

    private PaperCell ProgressCell(KeyAction action)
    {
        var words = ParagraphBlock.Of(plan.WordsFor(action.Progress));
        var blocks = new List<PaperBlock> { action.Progress == Progress.NotStated ? words with { Mark = Marks.Aside } : words };
        if (!string.IsNullOrWhiteSpace(action.ProgressWhy))
        {
            blocks.Add(ParagraphBlock.Of(action.ProgressWhy) with { Mark = PaperMark.Why });
        }

        return new PaperCell(blocks) { Tone = ToneOf(action.Progress) };
    }

    private static PaperCell Aside(string text) => new([ParagraphBlock.Aside(text)]);
}
