namespace Trellis.Plans.Import;

/// <summary>The meaning of columns whose heads are missing or not known, from what stands in them.</summary>
internal static class ColumnGuess
{
    /// <summary>Gives each unknown column the role that its cells suggest, among the roles of the kind that are not taken.</summary>
    public static ColumnMap Of(
        IReadOnlyList<TableRow> rows,
        TableKind kind,
        IReadOnlyList<ColumnRole>? known,
        Vocabulary vocabulary
    )
    {
        var count = known?.Count ?? rows.Max(row => row.Cells.Count);
        var roles = known?.ToArray() ?? new ColumnRole[count];
        var columns = Enumerable.Range(0, count).Select(i => Column.Of(rows, i, vocabulary)).ToArray();
        var guessed = kind == TableKind.Unknown ? KindOf(columns) : kind;
        foreach (var (role, likeness) in Likenesses(guessed))
        {
            Take(roles, columns, role, likeness);
        }

        TakeTexts(roles, columns, guessed);
        return new ColumnMap(roles);
    }

    private static TableKind KindOf(Column[] columns) =>
        Array.Exists(columns, column => column.Due > 0.3) ? TableKind.Actions
        : Array.Exists(columns, column => column.Level > 0.5) ? TableKind.Risks
        : Array.Exists(columns, column => column.Code > 0.5 || column.Person > 0.5) ? TableKind.Indicators
        : TableKind.Unknown;

    private static (ColumnRole Role, Func<Column, double> Likeness)[] Likenesses(TableKind kind) =>
        kind switch
        {
            TableKind.Actions =>
            [
                (ColumnRole.Due, column => column.Due),
                (ColumnRole.Department, column => column.Code),
                (ColumnRole.Officer, column => column.Person - column.Code),
                (ColumnRole.Progress, column => column.Filled == 0 ? 1 : column.State),
            ],
            TableKind.Indicators =>
            [
                (ColumnRole.Department, column => column.Code),
                (ColumnRole.Objective, column => column.Objective),
                (ColumnRole.Indicator, column => column.Indicator),
                (ColumnRole.ReviewedBy, column => column.Board),
                (ColumnRole.Officer, column => column.Person - column.Code),
            ],
            TableKind.Risks => [(ColumnRole.RiskLevel, column => column.Level), (ColumnRole.RiskType, column => column.Short)],
            _ => [],
        };

    private static void Take(ColumnRole[] roles, Column[] columns, ColumnRole role, Func<Column, double> likeness)
    {
        if (roles.Contains(role))
        {
            return;
        }

        var best = -1;
        for (var i = 0; i < roles.Length; i++)
        {
            if (
                roles[i] == ColumnRole.Unknown
                && likeness(columns[i]) > 0.3
                && (best < 0 || likeness(columns[i]) > likeness(columns[best]))
            )
            {
                best = i;
            }
        }

        if (best >= 0)
        {
            roles[best] = role;
        }
    }

    /// <summary>Columns of text: the outer level has the fewest different entries, the inner one the most.</summary>
    private static void TakeTexts(ColumnRole[] roles, Column[] columns, TableKind kind)
    {
        ColumnRole[] wanted = kind switch
        {
            TableKind.Actions => [ColumnRole.Milestone, ColumnRole.Action, ColumnRole.Objective],
            TableKind.Indicators => [ColumnRole.Indicator, ColumnRole.Objective, ColumnRole.ReviewedBy],
            TableKind.Risks => [ColumnRole.Risk],
            _ => [],
        };
        var free = Enumerable
            .Range(0, roles.Length)
            .Where(i => roles[i] == ColumnRole.Unknown && columns[i].Filled > 0)
            .OrderByDescending(i => columns[i].Different)
            .ThenByDescending(i => kind == TableKind.Actions ? i : -i)
            .ToList();
        foreach (var (role, at) in wanted.Where(role => !roles.Contains(role)).Zip(free))
        {
            roles[at] = role;
        }
    }

    /// <summary>What part of a column's filled cells look like something; each from 0 to 1, and two counts.</summary>
    private sealed record Column(
        int Filled,
        int Different,
        double Due,
        double Code,
        double Person,
        double State,
        double Level,
        double Objective,
        double Indicator,
        double Board,
        double Short
    )
    {
        private static readonly string[] BoardWords =
        [
            "board",
            "panel",
            "committee",
            "trust",
            "scrutiny",
            "forum",
            "cabinet",
            "group",
            "partnership",
            "executive",
        ];
        private static readonly string[] IndicatorWords =
        [
            "indicator",
            "indicators",
            "measures",
            "measure",
            "percentage",
            "number",
            "rate",
            "kpi",
            "kpis",
            "%",
        ];

        public static Column Of(IReadOnlyList<TableRow> rows, int at, Vocabulary vocabulary)
        {
            var cells = rows.Where(row => at < row.Texts.Count && row.Texts[at].Length > 0).Select(row => row.Texts[at]).ToList();
            double Part(Func<string, bool> like) => cells.Count == 0 ? 0 : (double)cells.Count(like) / cells.Count;
            return new Column(
                cells.Count,
                cells.Distinct().Count(),
                Part(cell => ReadDue.Parse(cell).IsClear),
                Part(cell => CellText.IsCode(cell)),
                Part(cell => vocabulary.IsOfficer(cell) || (CellText.IsPersonLike(cell) && Words.Count(cell) is >= 2 and <= 8)),
                Part(vocabulary.IsState),
                Part(CellText.IsLevel),
                Part(cell => vocabulary.IsObjective(cell)),
                Part(cell => Words.Of(cell).Any(IndicatorWords.Contains)),
                Part(cell => Words.Of(cell).Any(BoardWords.Contains)),
                Part(cell => Words.Count(cell) <= 2)
            );
        }
    }
}
