namespace Trellis.Plans.Importing;

/// <summary>A row of the document as the item that it became, and where the document has it.</summary>
/// <param name="Position">Its place among the rows of its kind under the same parent, from 0.</param>
internal sealed record PlacedItem(PlanItem Item, Guid? ParentId, int Position);

/// <summary>Gives new and moved rows their places.</summary>
internal static class ImportPlacing
{
    /// <summary>
    /// New and moved rows go behind the row that the document has before them. The others keep their places, those too that
    /// were put there by hand.
    /// </summary>
    public static void Place(IEnumerable<PlanItem> standing, IEnumerable<PlacedItem> read, IReadOnlySet<Guid> newOrMoved)
    {
        var orders = standing.Where(i => !i.Withdrawn && !newOrMoved.Contains(i.Id)).OrderBy(i => i.Position).ThenBy(i => i.Id)
            .ToLookup(i => (i.GetType(), i.ParentId));
        foreach (var siblings in read.GroupBy(r => (r.Item.GetType(), r.ParentId)))
        {
            var order = orders[siblings.Key].ToList();
            var next = 0;
            foreach (var (item, _, _) in siblings.OrderBy(s => s.Position))
            {
                if (newOrMoved.Contains(item.Id))
                {
                    ItemService.Put(item, order, next++);
                }
                else if (order.IndexOf(item) is >= 0 and var at)
                {
                    next = at + 1;
                }
            }
        }
    }
}
