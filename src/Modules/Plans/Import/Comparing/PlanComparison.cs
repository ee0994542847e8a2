namespace Trellis.Plans.Import;

/// <summary>
/// Compares a plan with a new reading of its document. A row is the same row when it stands in the same place: first by its text under
/// the same parent, then by its position there, then by likeness; only rows that are left over are looked for under other parents.
/// Text alone is no identity: one sentence may stand under several actions. Pure.
/// </summary>
public static class PlanComparison
{
    /// <summary>Compares with a reading as <see cref="ReadRows"/> gives it.</summary>
    public static IReadOnlyList<RowChange> Compare(IReadOnlyList<ExistingRow> existing, PlanReading reading) =>
        Compare(reading.IsOfActionsOnly ? [.. existing.Where(row => row.Kind is RowKind.Priority or RowKind.Objective or RowKind.KeyAction or RowKind.Milestone)] : existing, ReadRows.Of(reading));

    /// <summary>One change for each row of either side: those of the document in its order, then those that are only in the plan.</summary>
    public static IReadOnlyList<RowChange> Compare(IReadOnlyList<ExistingRow> existing, IReadOnlyList<ReadRow> read)
    {
        var pairs = RowPairs.Of(existing, read);
        var moved = MovedRows.Of(pairs, read);
        var changes = new List<RowChange>(read.Count);
        foreach (var row in read)
        {
            var known = pairs.Existing(row);
            changes.Add(
                known is null
                    ? new RowChange(RowState.New, row.Kind, null, row, [])
                    : Change(known, row, moved.Contains(known.Id)) with
                    {
                        MovedHereToo = moved.Contains(known.Id) && known.IsMovedHere && known.ParentId != pairs.At(row.ParentPlace ?? "")?.Id,
                    }
            );
        }

        changes.AddRange(existing.Where(row => !pairs.IsPaired(row)).Select(OnlyInPlan));
        return changes;
    }

    private static RowChange Change(ExistingRow known, ReadRow row, bool moved)
    {
        var fields = FieldComparison.Of(known, row);
        var state =
            moved ? RowState.Moved
            : fields.Count > 0 ? RowState.Changed
            : RowState.Same;
        return new RowChange(state, row.Kind, known, row, fields);
    }

    private static RowChange OnlyInPlan(ExistingRow row) =>
        new(row.AsImported.Count > 0 ? RowState.Gone : RowState.OnlyHere, row.Kind, row, null, []);
}
