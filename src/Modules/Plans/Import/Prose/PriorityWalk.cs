using Trellis.Tables;

namespace Trellis.Plans.Import;

/// <summary>Walks over the passages of a document and puts each where it belongs; headings say where that is.</summary>
internal sealed class PriorityWalk(IReadOnlyList<Passage> passages, Vocabulary vocabulary, LineLedger ledger, DoubtBook doubts)
{
    private readonly List<ReadPriority> priorities = [];
    private readonly List<(PlanTable Table, ReadPriority Priority)> tables = [];
    private readonly List<ColumnMap> maps = [];
    private PriorityText? text;

    /// <summary>The line that follows the last table read.</summary>
    private int lastOfTable;

    public IReadOnlyList<(PlanTable Table, ReadPriority Priority)> Tables => tables;

    public List<ReadPriority> Walk()
    {
        LearnTables();
        var at = 0;
        while (at < passages.Count)
        {
            var passage = passages[at];
            if (passage.Row is not null)
            {
                at = TakeTable(at);
                continue;
            }

            Take(passage, at + 1 < passages.Count ? passages[at + 1] : null);
            at++;
        }

        return priorities;
    }

    /// <summary>What the tables' own columns hold is learnt first, so that a row is judged by the whole document.</summary>
    private void LearnTables()
    {
        ColumnMap? columns = null;
        foreach (var passage in passages)
        {
            vocabulary.LearnText(passage.Block.Text);
            if (passage.Row is not { } row)
            {
                columns = passage.IsRule || Words.Count(passage.Text) < 4 && passage.Heading is null ? columns : null;
                continue;
            }

            var texts = row.Cells.Select(cell => cell.Text).ToList();
            var heads = ColumnMap.OfHeads(texts);
            if (heads is null && columns is not null && (row.Layout != RowLayout.LooseSpaces || texts.Count == columns.Count))
            {
                vocabulary.LearnRow(texts, columns);
            }

            columns = heads ?? columns;
            if (heads is not null && !maps.Exists(map => map.IsSame(heads)))
            {
                maps.Add(heads);
            }
        }
    }

    private void Take(Passage passage, Passage? next)
    {
        if (passage.Heading is { Kind: SectionKind.Priority } heading)
        {
            Begin(new ReadPriority { Number = heading.Number }, passage);
            return;
        }

        if (text is null && passage.Heading is not null && IsFollowedByPlan(passage))
        {
            BeginWithout(passage);
        }

        if (text is null)
        {
            ledger.Leave(passage.Line, "It stands before the first priority.");
            return;
        }

        text.Take(passage, next);
    }

    private static bool IsFollowedByPlan(Passage passage) =>
        passage.Heading!.Kind is not (SectionKind.Activity or SectionKind.ProgressKey);

    private void Begin(ReadPriority priority, Passage? heading)
    {
        priority.Place = $"priority-{priorities.Count + 1}";
        priorities.Add(priority);
        text = new PriorityText(priority, vocabulary, ledger, doubts);
        if (heading is not null)
        {
            text.TakePriorityHeading(heading);
        }
    }

    /// <summary>A part of a plan, but no heading of a priority above it: the plan has one priority, whose name a person gives.</summary>
    private void BeginWithout(Passage passage)
    {
        Begin(new ReadPriority(), null);
        doubts.Ask(
            DoubtKind.Heading,
            passage.Lines,
            $"No heading of a priority stands above {passage.Block.Position.Place}. Is the document one priority?",
            [
                new DoubtOption("one", "It becomes one priority, to be named after the import."),
                new DoubtOption("later", "I will split it after the import."),
            ],
            "one"
        );
    }

    private int TakeTable(int start)
    {
        var (stretch, next) = TableStretch.At(passages, start);
        var expected = stretch.Columns?.Kind ?? text?.ExpectedTable ?? TableKind.Unknown;
        var table = PlanTable.Of(stretch, expected, maps, vocabulary, doubts);
        if (table is null)
        {
            Leave(stretch);
            return Math.Max(next, start + 1);
        }

        if (text is null)
        {
            BeginWithout(passages[start]);
        }

        AskWhetherRowGoesOn(table, passages[start]);
        text!.TakeTable(table);
        tables.Add((table, priorities[^1]));
        lastOfTable = next < passages.Count ? passages[next].Line : 0;
        return Math.Max(next, start + 1);
    }

    /// <summary>Other heads at once under the rows of such a table: the row at the seam may have been broken there.</summary>
    private void AskWhetherRowGoesOn(PlanTable table, Passage first)
    {
        var above = tables.Count > 0 ? tables[^1].Table : null;
        if (
            above is null
            || above.Columns.Kind != table.Columns.Kind
            || above.Rows.Count == 0
            || table.Rows.Count == 0
            || lastOfTable != first.Line
        )
        {
            return;
        }

        table.Rows[0].IsDoubted = true;
        doubts.Ask(
            DoubtKind.RowBroken,
            [.. above.Rows[^1].Lines, .. table.Rows[0].Lines],
            $"A table with other heads begins at {first.Block.Position.Place}. Is its first row a row of its own?",
            [
                new DoubtOption("apart", "It is a row of its own."),
                new DoubtOption("later", "It belongs to the row above: I will put it right after the import."),
            ],
            "apart"
        );
    }

    private void Leave(TableStretch stretch)
    {
        foreach (
            var line in stretch
                .Rows.SelectMany(row => row.Lines)
                .Concat(stretch.HeadLines)
                .Concat(stretch.Strays.SelectMany(stray => stray.Passage.Lines))
        )
        {
            ledger.Leave(line, "It is a row of a table that is not part of a plan.");
        }
    }
}
