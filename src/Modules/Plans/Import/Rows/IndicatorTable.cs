namespace Trellis.Plans.Import;

internal static class IndicatorTable
{
    private static readonly ColumnRole[] Asked =
    [
        ColumnRole.Objective,
        ColumnRole.Department,
        ColumnRole.Officer,
        ColumnRole.ReviewedBy,
    ];

    public static void Read(PlanTable table, ReadPriority priority, LineLedger ledger, Vocabulary vocabulary, DoubtBook doubts)
    {
        PlacedRow? above = null;
        foreach (var row in table.Rows)
        {
            UnclearRow.Ask(row, vocabulary, doubts);
            BlankCells.Settle(row, above, Asked, doubts);
            above = row;
            var text = row[ColumnRole.Indicator];
            var indicator = new ReadIndicator
            {
                Place = $"{priority.Place}/indicator-{priority.Indicators.Count + 1}",
                Lines = row.Lines,
                Objective = row[ColumnRole.Objective],
                Text = text,
                DepartmentText = row[ColumnRole.Department],
                Departments = CellText.Parts(row[ColumnRole.Department]),
                OwnerText = row[ColumnRole.Officer],
                Owners = OwnerList.Of(row[ColumnRole.Officer]),
                Reviewers = CellText.Alternatives(row[ColumnRole.ReviewedBy]),
                SetOfPlan = PlanNamed.WholeSetOf(text),
            };
            priority.Indicators.Add(indicator);
            ledger.Map(row.Lines, LineKind.IndicatorRow, indicator);
        }
    }
}
