using Trellis.Papers;
using Trellis.Plans;
using Trellis.Plans.Import;
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
        var told = source.Tree.WithBelow(priority).OfType<KeyAction>().Where(a => !string.IsNullOrWhiteSpace(a.Commentary)).ToList();
        if (told.Count > 0)
        {
            yield return new HeadingBlock(3, "What the lead officers say") { Mark = Marks.Aside };
        }

        foreach (var action in told)
        {
            yield return new HeadingBlock(4, action.Title) { Mark = Marks.Aside };
            foreach (var block in Prose.Blocks(action.Commentary!, _ => Marks.Aside))
            {
                yield return block;
            }

            if (action.CommentaryOn is { } on)
            {
                yield return ParagraphBlock.Aside($"Said on {on:d MMMM yyyy}.");
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

        if (StateOf(milestone) is { } state)
        {
            blocks.Add(new ParagraphBlock([new TextPiece(state, TextWeight.Emphasis)]) { Mark = Marks.Aside });
        }

        return new PaperCell(blocks);
    }

    private string? StateOf(Milestone milestone)
    {
        var moved = milestone.Slip is { Amount: not 0 } ? $"first promised for {milestone.OriginalDue}" : null;
        var state = milestone switch
        {
            { Lifecycle: Lifecycle.Complete, CompletedOn: { } on } => $"Complete, {on:d MMMM yyyy}",
            { Lifecycle: not Lifecycle.NotStarted } => LifecycleWords.Of(milestone.Lifecycle),
            _ => null,
        };
        state = milestone.IsLateOn(asOf) ? (state is null ? "Late" : $"{state}, late") : state;
        return (state, moved) switch
        {
            (null, null) => null,
            (null, _) => char.ToUpperInvariant(moved[0]) + moved[1..],
            (_, null) => state,
            _ => $"{state}; {moved}",
        };
    }

    public static PaperCell OwnersCell(string names, bool isLed) =>
        names.Length == 0 ? PaperCell.Of("") : new PaperCell([ParagraphBlock.Of(names) with { Mark = isLed ? PaperMark.Owners : PaperMark.Contributors }]);

    private PaperCell ProgressCell(KeyAction action)
    {
        var words = ParagraphBlock.Of(plan.WordsFor(action.Progress));
        var blocks = new List<PaperBlock> { action.Progress == Progress.NotStated ? words with { Mark = Marks.Aside } : words };
        if (!string.IsNullOrWhiteSpace(action.ProgressWhy))
        {
            blocks.Add(ParagraphBlock.Aside(action.ProgressWhy));
        }

        return new PaperCell(blocks) { Tone = ToneOf(action.Progress) };
    }

    private static PaperCell Aside(string text) => new([ParagraphBlock.Aside(text)]);
}
