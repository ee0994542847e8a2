namespace Trellis.Plans.Import;

internal static class RiskTable
{
    public static void Read(PlanTable table, ReadPriority priority, LineLedger ledger, Vocabulary vocabulary, DoubtBook doubts)
    {
        PlacedRow? above = null;
        foreach (var row in table.Rows)
        {
            UnclearRow.Ask(row, vocabulary, doubts);
            BlankCells.Settle(row, above, [ColumnRole.RiskType, ColumnRole.RiskLevel], doubts);
            above = row;
            var risk = new ReadRisk
            {
                Place = $"{priority.Place}/risk-{priority.Risks.Count + 1}",
                Lines = row.Lines,
                Name = row[ColumnRole.Risk],
                Type = row[ColumnRole.RiskType],
                Level = row[ColumnRole.RiskLevel],
            };
            priority.Risks.Add(risk);
            ledger.Map(row.Lines, LineKind.Risk, risk);
        }
    }
}
