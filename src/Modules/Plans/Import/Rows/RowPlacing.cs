namespace Trellis.Plans.Import;

/// <summary>Puts a row's cells under their columns; where they suit other columns better, moves them and raises the doubt.</summary>
internal sealed class RowPlacing(ColumnMap columns, Vocabulary vocabulary, DoubtBook doubts)
{
    public PlacedRow Place(TableRow row)
    {
        if (row.Layout == Tables.RowLayout.LooseSpaces && row.Cells.Count < columns.Count)
        {
            return PlaceLoose(row);
        }

        var stay = PlacedRow.At(row, columns, 0);
        var misfits = stay is null ? int.MaxValue : RowFit.Misfits(stay, vocabulary);
        if (misfits == 0)
        {
            return WithBeginnings(stay!, stay!);
        }

        var moved = Best(row);
        return moved.Row is null || moved.Misfits >= misfits
            ? WithBeginnings(stay ?? Cut(row), stay ?? Cut(row))
            : WithBeginnings(Ask(row, stay ?? Cut(row), moved.Row, moved.Offset), stay ?? Cut(row));
    }

    private (PlacedRow? Row, int Misfits, int Offset) Best(TableRow row)
    {
        (PlacedRow? Row, int Misfits, int Offset) best = (null, int.MaxValue, 0);
        foreach (var offset in (ReadOnlySpan<int>)[1, -1, 2, -2])
        {
            var placed = PlacedRow.At(row, columns, offset);
            var misfits = placed is null ? int.MaxValue : RowFit.Misfits(placed, vocabulary);
            if (misfits < best.Misfits)
            {
                best = (placed, misfits, offset);
            }
        }

        foreach (var step in (ReadOnlySpan<int>)[1, -1])
        {
            var placed = best.Misfits == 0 ? null : PlacedRow.AlongRoles(row, columns, step);
            var misfits = placed is null ? int.MaxValue : RowFit.Misfits(placed, vocabulary);
            if (misfits < best.Misfits)
            {
                best = (placed, misfits, step);
            }
        }

        return best;
    }

    private PlacedRow Ask(TableRow row, PlacedRow stay, PlacedRow moved, int offset)
    {
        var side = offset > 0 ? "left" : "right";
        var back = offset > 0 ? "right" : "left";
        var many = Math.Abs(offset) == 1 ? "one column" : "two columns";
        var answer = doubts.Ask(
            DoubtKind.RowMoved,
            row.Lines,
            $"The cells of {row.Where} seem to stand {many} too far to the {side}. Where do they belong?",
            [
                new DoubtOption("move", $"The cells move {many} to the {back}: {Describe(moved)}."),
                new DoubtOption("stay", $"The cells stay where they are: {Describe(stay)}."),
            ],
            "move"
        );
        var chosen = answer == "move" ? moved : stay;
        chosen.IsDoubted = true;
        chosen.IsAnchor = false;
        return chosen;
    }

    /// <summary>More cells than columns: what lies beyond joins the last column, so that nothing is lost.</summary>
    private PlacedRow Cut(TableRow row)
    {
        var last = columns.Count - 1;
        var kept = row with
        {
            Cells =
            [
                .. row.Cells.Take(last),
                new Tables.SourceCell(string.Join(' ', row.Texts.Skip(last).Where(text => text.Length > 0))),
            ],
        };
        var placed = PlacedRow.At(TableRowLike(kept, row), columns, 0)!;
        placed.IsDoubted = true;
        placed.IsAnchor = false;
        doubts.Ask(
            DoubtKind.RowUnclear,
            row.Lines,
            $"{row.Where} has {row.Cells.Count} cells, but the table has {columns.Count} columns. Is it read rightly?",
            [
                new DoubtOption("keep", $"It is read so: {Describe(placed)}."),
                new DoubtOption("change", "I will put it right after the import."),
            ],
            "keep"
        );
        return placed;
    }

    private static TableRow TableRowLike(TableRow kept, TableRow row) =>
        new(row.Lines, kept.Cells, row.AfterGap, row.Layout, row.Where);

    private PlacedRow PlaceLoose(TableRow row)
    {
        var (best, isOnlyOne) = LooseCells.Best(row, columns, vocabulary);
        if (isOnlyOne)
        {
            return WithBeginnings(best, best);
        }

        doubts.Ask(
            DoubtKind.RowSpacing,
            row.Lines,
            $"The spaces of {row.Where} do not say which of its cells are empty. Is it read rightly?",
            [
                new DoubtOption("keep", $"It is read so: {Describe(best)}."),
                new DoubtOption("change", "I will put it right after the import."),
            ],
            "keep"
        );
        best.IsDoubted = true;
        best.IsAnchor = false;
        best.MayBeginObjective = best.MayBeginAction = true;
        return best;
    }

    private static PlacedRow WithBeginnings(PlacedRow row, PlacedRow asWritten)
    {
        row.MayBeginObjective = row[ColumnRole.Objective].Length > 0 || asWritten[ColumnRole.Objective].Length > 0;
        row.MayBeginAction = row[ColumnRole.Action].Length > 0 || asWritten[ColumnRole.Action].Length > 0;
        return row;
    }

    /// <summary>"key action “…”, due “Sept 2014”": what the row says in one reading.</summary>
    public static string Describe(PlacedRow row)
    {
        var parts = new List<string>();
        for (var i = 0; i < row.Columns.Count; i++)
        {
            if (row.Texts[i].Length > 0)
            {
                var text = row.Texts[i].Length > 60 ? row.Texts[i][..57] + "…" : row.Texts[i];
                parts.Add($"{Name(row.Columns.Roles[i])} “{text}”");
            }
        }

        return string.Join(", ", parts);
    }

    private static string Name(ColumnRole role) =>
        role switch
        {
            ColumnRole.Action => "key action",
            ColumnRole.Due => "deadline",
            ColumnRole.ReviewedBy => "reviewed by",
            ColumnRole.RiskType => "type",
            ColumnRole.RiskLevel => "level",
            ColumnRole.Unknown => "other",
            _ => role.ToString().ToLowerInvariant(),
        };
}
