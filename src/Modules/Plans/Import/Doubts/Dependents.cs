namespace Trellis.Plans.Import;

/// <summary>
/// A doubt about a row that may begin an objective or a key action is a doubt about the place of every row below that would hang on
/// it: their lines are named too.
/// </summary>
internal static class Dependents
{
    public static void Name(IReadOnlyList<(PlanTable Table, ReadPriority Priority)> tables, DoubtBook doubts)
    {
        var below = new Dictionary<int, List<int>>();
        foreach (var (table, _) in tables.Where(entry => entry.Table.Columns.Kind == TableKind.Actions))
        {
            for (var i = 0; i < table.Rows.Count; i++)
            {
                var row = table.Rows[i];
                if (row.IsDoubted && (row.MayBeginObjective || row.MayBeginAction))
                {
                    Note(row, Below(table.Rows, i), below);
                }
            }
        }

        doubts.Extend(doubt => IsAboutRows(doubt.Kind) ? doubt.Lines.SelectMany(line => below.GetValueOrDefault(line, [])) : []);
    }

    private static List<int> Below(List<PlacedRow> rows, int at)
    {
        var lines = new List<int>();
        for (var i = at + 1; i < rows.Count && lines.Count < 1000; i++)
        {
            var row = rows[i];
            var begins = rows[at].MayBeginObjective
                ? row[ColumnRole.Objective].Length > 0
                : row[ColumnRole.Action].Length > 0 || row[ColumnRole.Objective].Length > 0;
            if (begins && row.IsAnchor)
            {
                break;
            }

            lines.AddRange(row.Lines);
        }

        return lines;
    }

    private static void Note(PlacedRow row, List<int> lines, Dictionary<int, List<int>> below)
    {
        foreach (var line in row.Lines)
        {
            below[line] = lines;
        }
    }

    private static bool IsAboutRows(DoubtKind kind) =>
        kind
            is DoubtKind.RowMoved
                or DoubtKind.RowBroken
                or DoubtKind.RowSpacing
                or DoubtKind.RowUnclear
                or DoubtKind.TextInTable;
}
