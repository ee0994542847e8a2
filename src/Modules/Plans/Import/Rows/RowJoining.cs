namespace Trellis.Plans.Import;

/// <summary>Joins the pieces of a row that a page has broken. Every join, and every gap that may hide one, is a doubt.</summary>
internal sealed class RowJoining(ColumnMap columns, Vocabulary vocabulary, DoubtBook doubts)
{
    /// <summary>Evidence from which a join is proposed.</summary>
    private const int Enough = 2;

    private readonly RowPlacing placing = new(columns, vocabulary, doubts);

    public List<PlacedRow> Join(IReadOnlyList<TableRow> rows)
    {
        var placed = new List<PlacedRow>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (i + 1 < rows.Count && CutInTwo(row, rows[i + 1]) is { } whole && AskCut(row, rows[i + 1], whole))
            {
                row = whole;
                i++;
            }

            var next = placing.Place(row);
            next.IsDoubted |= row.Lines.Count > 1;
            var gapBelow = i + 1 < rows.Count && rows[i + 1].AfterGap;
            if (placed.Count == 0 || !Continues(placed[^1], next, gapBelow))
            {
                placed.Add(next);
                continue;
            }

            placed[^1].Take(next, vocabulary);
        }

        return placed;
    }

    /// <summary>A line cut anywhere: the first piece lacks the last cells, the second goes on inside the cell that the first broke off.</summary>
    private TableRow? CutInTwo(TableRow row, TableRow next)
    {
        if (
            row.Layout == Tables.RowLayout.LooseSpaces
            || row.Cells.Count + next.Cells.Count - 1 != columns.Count
            || row.Cells.Count == columns.Count
            || next.Cells.Count == columns.Count
        )
        {
            return null;
        }

        var middle = new Tables.SourceCell(vocabulary.Join(row.Texts[^1], next.Texts[0]));
        var whole = new TableRow(
            [.. row.Lines, .. next.Lines],
            [.. row.Cells.SkipLast(1), middle, .. next.Cells.Skip(1)],
            row.AfterGap,
            row.Layout,
            $"{row.Where} with {next.Where}"
        );
        return Misfits(whole) < Misfits(row) + Misfits(next) ? whole : null;
    }

    private int Misfits(TableRow row) =>
        PlacedRow.At(row, columns, 0) is { } placed ? RowFit.Misfits(placed, vocabulary) : columns.Count;

    private bool AskCut(TableRow row, TableRow next, TableRow whole) =>
        Ask(
            [row.Line, next.Line],
            $"{row.Where} has only the first cells of a row and {next.Where} only the last ones. Are they one row?",
            $"They become one row: {RowPlacing.Describe(PlacedRow.At(whole, columns, 0)!)}.",
            propose: true
        );

    private bool Continues(PlacedRow before, PlacedRow next, bool gapBelow)
    {
        var beginsPiece = gapBelow && !next.Source.AfterGap && next[Main].Length == 0;
        var hasTakenPiece = before.Lines.Count > before.Source.Lines.Count && next.Source.AfterGap;
        if (beginsPiece || (!hasTakenPiece && AreBothWhole(before, next)))
        {
            return false;
        }

        var evidence = Evidence(before, next);
        if (!next.Source.AfterGap && evidence < Enough)
        {
            return false;
        }

        before.IsDoubted = next.IsDoubted = true;
        next.IsAnchor = false;
        var joined = Ask(
            [before.Lines[^1], next.Lines[0]],
            $"Does {next.Source.Where} continue the row of {before.Source.Where}"
                + (next.Source.AfterGap ? ", broken by the end of a page?" : "?"),
            $"The two lines become one row: what {next.Source.Where} holds is added to the row above.",
            evidence >= Enough
        );
        return joined;
    }

    private bool Ask(int[] lines, string question, string consequence, bool propose) =>
        doubts.Ask(
            DoubtKind.RowBroken,
            lines,
            question,
            [new DoubtOption("join", consequence), new DoubtOption("apart", "They stay two rows.")],
            propose ? "join" : "apart"
        ) == "join";

    /// <summary>
    /// A deadline stands in one piece only, and so does some cell of a row whose cells are all filled: two rows that both have
    /// theirs are two rows.
    /// </summary>
    private bool AreBothWhole(PlacedRow before, PlacedRow next)
    {
        if (columns.Kind == TableKind.Actions && columns.Has(ColumnRole.Due))
        {
            return before.Due.IsClear
                && next.Due.IsClear
                && next[ColumnRole.Milestone].Length > 0
                && before[ColumnRole.Milestone].Length > 0;
        }

        return IsFilled(before) && IsFilled(next);
    }

    private bool IsFilled(PlacedRow row) =>
        RowFit.Misfits(row, vocabulary) == 0
        && !Enumerable
            .Range(0, columns.Count)
            .Any(i => row.Texts[i].Length == 0 || CellText.StopsOpen(row.Texts[i]) || Words.BeginsInside(row.Texts[i]));

    private int Evidence(PlacedRow before, PlacedRow next)
    {
        var evidence = next[Main].Length == 0 && next.Texts.Any(text => text.Length > 0) ? 3 : 0;
        for (var i = 0; i < columns.Count; i++)
        {
            evidence +=
                before.Texts[i].Length > 0 && next.Texts[i].Length > 0
                    ? Evidence(before.Texts[i], next.Texts[i], columns.Roles[i])
                    : 0;
        }

        if (next.Source.AfterGap && columns.Kind is TableKind.Indicators or TableKind.Risks)
        {
            // Their rows fill every cell, so beside a page's end a row with gaps is a piece.
            evidence += 2;
        }

        if (IsNewByItself(next))
        {
            evidence -= 3;
        }

        return evidence;
    }

    private int Evidence(string before, string next, ColumnRole role)
    {
        var evidence = Words.BeginsInside(next) ? 2 : 0;
        evidence += CellText.StopsOpen(before) ? 2 : 0;
        evidence += role == ColumnRole.Due && !ReadDue.Parse(next).IsClear && ReadDue.Parse($"{before} {next}").IsClear ? 3 : 0;
        if (role == ColumnRole.Objective)
        {
            var whole = vocabulary.IsObjective(vocabulary.Join(before, next));
            evidence += whole ? 4 : 0;
            evidence -= !whole && vocabulary.IsObjective(next, 2) ? 3 : 0;
        }

        return evidence;
    }

    /// <summary>A department and an officer beside a whole text: a row of its own.</summary>
    private static bool IsNewByItself(PlacedRow row) =>
        row[ColumnRole.Department].Length > 0
        && row[ColumnRole.Officer].Length > 0
        && (row[ColumnRole.Action].Length > 0 || row[ColumnRole.Indicator].Length > 0)
        && !row.Texts.Any(Words.BeginsInside);

    private ColumnRole Main =>
        columns.Kind switch
        {
            TableKind.Risks => ColumnRole.Risk,
            TableKind.Indicators => ColumnRole.Indicator,
            _ => columns.Has(ColumnRole.Milestone) ? ColumnRole.Milestone : ColumnRole.Action,
        };
}
