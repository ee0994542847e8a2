namespace Trellis.Plans.Import;

/// <summary>One table of a priority: its columns settled, its rows placed and joined, ready to be read by kind.</summary>
internal sealed class PlanTable
{
    private PlanTable(TableStretch stretch, ColumnMap columns, List<PlacedRow> rows)
    {
        Stretch = stretch;
        Columns = columns;
        Rows = rows;
    }

    public TableStretch Stretch { get; }
    public ColumnMap Columns { get; }
    public List<PlacedRow> Rows { get; }

    /// <summary>Null when the rows are no table of a plan.</summary>
    public static PlanTable? Of(
        TableStretch stretch,
        TableKind expected,
        IReadOnlyList<ColumnMap> others,
        Vocabulary vocabulary,
        DoubtBook doubts
    )
    {
        if (stretch.Rows.Count == 0)
        {
            return stretch.Columns is { } heads ? new PlanTable(stretch, heads, []) : null;
        }

        var columns = ColumnsOf(stretch, expected, others, vocabulary, doubts);
        if (columns is null)
        {
            return null;
        }

        StrayText.Settle(stretch, vocabulary, doubts);
        var rows = new RowJoining(columns, vocabulary, doubts).Join(stretch.Rows);
        return new PlanTable(stretch, columns, rows);
    }

    private static ColumnMap? ColumnsOf(
        TableStretch stretch,
        TableKind expected,
        IReadOnlyList<ColumnMap> others,
        Vocabulary vocabulary,
        DoubtBook doubts
    )
    {
        if (stretch.Columns is { } heads)
        {
            return heads.Has(ColumnRole.Unknown) ? GuessUnknown(stretch, heads, vocabulary, doubts) : heads;
        }

        var width = stretch.Rows.Max(row => row.Cells.Count);
        var guess = ColumnGuess.Of(stretch.Rows, expected, null, vocabulary);
        var kind = expected != TableKind.Unknown ? expected : guess.Kind;
        if (kind == TableKind.Unknown)
        {
            return null;
        }

        var like = others
            .Where(map => map.Kind == kind && map.Count == width)
            .Append(guess)
            .MinBy(map => Misfits(stretch, map, vocabulary))!;
        return like.Kind == kind && AskColumns(stretch, like, doubts, "The table has no heads.") ? like : null;
    }

    private static int Misfits(TableStretch stretch, ColumnMap map, Vocabulary vocabulary) =>
        stretch
            .Rows.Take(200)
            .Sum(row => PlacedRow.At(row, map, 0) is { } placed ? RowFit.Misfits(placed, vocabulary) : map.Count);

    private static ColumnMap GuessUnknown(TableStretch stretch, ColumnMap heads, Vocabulary vocabulary, DoubtBook doubts)
    {
        var guess = ColumnGuess.Of(stretch.Rows, heads.Kind, heads.Roles, vocabulary);
        var unknown = Enumerable.Range(0, heads.Count).Where(i => heads.Roles[i] == ColumnRole.Unknown).ToList();
        var filled = unknown.Any(i =>
            stretch.Rows.Exists(row => i < row.Texts.Count && row.Texts[i].Length > 0) || stretch.Heads![i].Length > 0
        );
        if (filled)
        {
            var names = string.Join(", ", unknown.Select(i => $"“{stretch.Heads![i]}” ({Role(guess.Roles[i])})"));
            AskColumns(stretch, guess, doubts, $"These heads are not known: {names}.");
        }

        return guess;
    }

    private static bool AskColumns(TableStretch stretch, ColumnMap columns, DoubtBook doubts, string what) =>
        doubts.Ask(
            DoubtKind.Columns,
            [.. stretch.HeadLines.Take(1).Concat(stretch.Rows.SelectMany(row => row.Lines))],
            $"{what} Are its columns read rightly?",
            [
                new DoubtOption("keep", $"From left to right: {string.Join(", ", columns.Roles.Select(Role))}."),
                new DoubtOption("leave", "The rows stay out of the plan and are listed as left over."),
            ],
            "keep"
        ) == "keep";

    private static string Role(ColumnRole role) =>
        role switch
        {
            ColumnRole.Unknown => "not used",
            ColumnRole.Action => "key action",
            ColumnRole.Due => "deadline",
            ColumnRole.ReviewedBy => "reviewed by",
            ColumnRole.RiskType => "type of risk",
            ColumnRole.RiskLevel => "level of risk",
            _ => role.ToString().ToLowerInvariant(),
        };
}
