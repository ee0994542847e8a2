namespace Trellis.Plans.Import;

/// <summary>
/// Filled cells without knowledge of the empty ones between them: every way to lay them under the columns in their order is
/// weighed, and the best kept; among equals the one furthest to the right, because outer levels are the ones left empty.
/// </summary>
internal static class LooseCells
{
    private const int MostColumns = 12;

    public static (PlacedRow Row, bool IsOnlyOne) Best(TableRow row, ColumnMap columns, Vocabulary vocabulary)
    {
        var count = row.Cells.Count;
        if (columns.Count > MostColumns)
        {
            return (PlacedRow.At(row, columns, 0)!, false);
        }

        PlacedRow? best = null;
        var least = int.MaxValue;
        var equals = 0;
        var places = Enumerable.Range(0, count).ToArray();
        do
        {
            var placed = PlacedRow.Under(row, columns, places);
            var misfits = RowFit.Misfits(placed, vocabulary);
            if (misfits <= least)
            {
                equals = misfits < least ? 1 : equals + 1;
                (best, least) = (placed, misfits);
            }
        } while (Next(places, columns.Count));

        return (best!, least == 0 && equals == 1);
    }

    /// <summary>The next choice of rising places below a count; false after the last.</summary>
    private static bool Next(int[] places, int count)
    {
        for (var i = places.Length - 1; i >= 0; i--)
        {
            if (places[i] < count - places.Length + i)
            {
                places[i]++;
                for (var j = i + 1; j < places.Length; j++)
                {
                    places[j] = places[j - 1] + 1;
                }

                return true;
            }
        }

        return false;
    }
}
