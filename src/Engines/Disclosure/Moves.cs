namespace Trellis.Disclosure;

/// <summary>What is changed at once, and what would have to be hidden for it.</summary>
internal sealed record Move(IReadOnlyList<(int Cell, long By)> Changes, double Cost);

/// <summary>
/// Finds changes of several cells at once that leave every relation as it is, the cheap ones first, by the cells that would have to be hidden for it.
/// In a two-way table they are the alternating cycles of the literature.
/// </summary>
internal sealed class Moves(LinkedTable table, int mostSteps)
{
    /// <summary>What is still to be paid for a relation out of balance, as a guess: without one the search would try everything cheap before anything whole.</summary>
    private readonly double guess = table.UsualCost;

    /// <summary>Null where none was found.</summary>
    /// <param name="cell">The cell to change.</param>
    /// <param name="by">By how much.</param>
    /// <param name="counts">The table from which to go.</param>
    public Move? Find(int cell, int by, long[] counts)
    {
        if (!MayBecome(cell, counts[cell] + by))
        {
            return null;
        }

        var open = new PriorityQueue<Change, (double, int)>();
        var number = 0;
        Add(null, cell, by);
        for (var steps = 0; steps < mostSteps && open.TryDequeue(out var change, out _); steps++)
        {
            if (change.Unbalanced.Length == 0)
            {
                return new Move([.. change.AndBefore().Select(c => (c.Cell, c.By))], change.Cost);
            }

            var (relation, over) = change.Unbalanced.MinBy(u => (table.Relations[u.Relation].Terms.Count, u.Relation));
            foreach (var term in table.Relations[relation].Terms)
            {
                if (over % term.Times == 0 && -over / term.Times is var answer && (table.Hidden[term.Cell] || table.MayHide(term.Cell))
                    && !change.Touches(term.Cell) && MayBecome(term.Cell, counts[term.Cell] + answer))
                {
                    Add(change, term.Cell, answer);
                }
            }
        }

        return null;

        void Add(Change? before, int changed, long by)
        {
            var change = new Change(before, changed, by, (before?.Cost ?? 0) + (before is null ? 0 : table.CostOf(changed)), Balance(before?.Unbalanced ?? [], changed, by));
            open.Enqueue(change, (change.Cost + guess * change.Unbalanced.Length, number++));
        }
    }

    private bool MayBecome(int cell, long count) => count >= table.LeastOf(cell);

    /// <summary>The relations out of balance after one more change.</summary>
    private (int Relation, long Over)[] Balance((int Relation, long Over)[] before, int cell, long by)
    {
        var after = new List<(int Relation, long Over)>(before);
        foreach (var (relation, times) in table.In[cell])
        {
            var at = after.FindIndex(a => a.Relation == relation);
            if (at < 0)
            {
                after.Add((relation, times * by));
            }
            else if (after[at].Over + times * by is var left and not 0)
            {
                after[at] = (relation, left);
            }
            else
            {
                after.RemoveAt(at);
            }
        }

        return [.. after];
    }

    /// <summary>One cell changed after others.</summary>
    private sealed record Change(Change? Before, int Cell, long By, double Cost, (int Relation, long Over)[] Unbalanced)
    {
        public IEnumerable<Change> AndBefore()
        {
            for (var at = this; at is not null; at = at.Before)
            {
                yield return at;
            }
        }

        public bool Touches(int cell)
        {
            for (var at = this; at is not null; at = at.Before)
            {
                if (at.Cell == cell)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
