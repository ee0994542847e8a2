namespace Trellis.Plans.Import;

/// <summary>Cells that are empty although the table has a column for them: there may be nothing, or a merged cell above may cover them.</summary>
internal static class BlankCells
{
    /// <summary>Asks about a row's empty cells of the given columns, and fills them when they are read as merged with the row above.</summary>
    public static void Settle(PlacedRow row, PlacedRow? above, IReadOnlyList<ColumnRole> roles, DoubtBook doubts)
    {
        var blank = roles.Where(role => row.Columns.Has(role) && row[role].Length == 0).ToList();
        if (blank.Count == 0)
        {
            return;
        }

        var carried = blank.Where(role => Above(row, above, role).Length > 0).ToList();
        var names = string.Join(" and ", blank.Select(Name));
        var options = new List<DoubtOption> { new("blank", $"The {names} stay empty.") };
        if (carried.Count > 0)
        {
            var values = string.Join(", ", carried.Select(role => $"{Name(role)} “{Above(row, above, role)}”"));
            options.Add(new DoubtOption("carried", $"They are those of the merged cell above: {values}."));
        }

        options.Add(new DoubtOption("later", "I will fill them after the import."));
        var covered = carried.Count > 0 && carried.TrueForAll(role => row.Cell(role).Covered);
        var question = $"The {names} of {row.Source.Where} are empty. Is there none, or does a merged cell above cover them?";
        if (doubts.Ask(DoubtKind.BlankCell, row.Lines, question, options, covered ? "carried" : "blank") == "carried")
        {
            carried.ForEach(role => row[role] = Above(row, above, role));
        }
    }

    private static string Above(PlacedRow row, PlacedRow? above, ColumnRole role) =>
        row.Cell(role).CoveredText is { Length: > 0 } covered ? covered : above?[role] ?? "";

    private static string Name(ColumnRole role) =>
        role switch
        {
            ColumnRole.ReviewedBy => "reviewing boards",
            ColumnRole.RiskLevel => "level",
            ColumnRole.RiskType => "type",
            _ => role.ToString().ToLowerInvariant(),
        };
}
