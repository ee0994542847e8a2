namespace Trellis.Plans.Import;

/// <summary>
/// Rows that the document has under another parent now, or in another order among the rows that stayed with it. A row that
/// somebody moved here, and the document did not, stays where they put it.
/// </summary>
internal static class MovedRows
{
    public static HashSet<Guid> Of(RowPairs pairs, IReadOnlyList<ReadRow> read)
    {
        var moved = new HashSet<Guid>();
        foreach (var siblings in read.GroupBy(row => (row.Kind, row.ParentPlace)))
        {
            var parent = siblings.Key.ParentPlace is null ? null : pairs.At(siblings.Key.ParentPlace);
            var stayed = new List<ExistingRow>();
            foreach (var row in siblings.OrderBy(row => row.Position))
            {
                if (pairs.Existing(row) is not { } known)
                {
                    continue;
                }

                if (known.DocumentParentId != parent?.Id)
                {
                    moved.Add(known.Id);
                }
                else if (known.ParentId == parent?.Id)
                {
                    stayed.Add(known);
                }
            }

            // Risks and indicators hang beside the tree: they have a place, but no order of their own.
            if (siblings.Key.Kind is not (RowKind.Risk or RowKind.Indicator))
            {
                moved.UnionWith(OutOfOrder(stayed));
            }
        }

        return moved;
    }

    /// <summary>All but the longest stretch of rows that kept their order: a row put first has moved, those that it pushed down have not.</summary>
    private static IEnumerable<Guid> OutOfOrder(List<ExistingRow> rows)
    {
        var tails = new List<int>();
        var before = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var at = tails.BinarySearch(i, Comparer<int>.Create((a, b) => rows[a].DocumentPosition.CompareTo(rows[b].DocumentPosition)));
            at = at < 0 ? ~at : at;
            before[i] = at > 0 ? tails[at - 1] : -1;
            if (at == tails.Count)
            {
                tails.Add(i);
            }
            else
            {
                tails[at] = i;
            }
        }

        var kept = new HashSet<int>();
        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = before[i])
        {
            kept.Add(i);
        }

        return Enumerable.Range(0, rows.Count).Where(i => !kept.Contains(i)).Select(i => rows[i].Id);
    }
}
