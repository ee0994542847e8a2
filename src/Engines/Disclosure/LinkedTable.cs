namespace Trellis.Disclosure;

/// <summary>Cells with a count each, the relations that each stands in, and what is hidden so far.</summary>
internal sealed class LinkedTable
{
    private readonly IReadOnlyList<Cell> cells;

    public LinkedTable(IReadOnlyList<Cell> cells, IReadOnlyList<Relation> relations, DisclosureOptions options)
    {
        this.cells = cells;
        Relations = relations;
        In = [.. Enumerable.Range(0, cells.Count).Select(_ => new List<(int, int)>())];
        for (var i = 0; i < relations.Count; i++)
        {
            foreach (var term in relations[i].Terms)
            {
                In[term.Cell].Add((i, term.Times));
            }
        }

        var counts = MissingCounts.Complete(cells, relations);
        Counts = [.. counts.Select(c => c.Count)];
        Sensitive = [.. cells.Select((c, i) => !c.IsPublic && (c.IsSensitive ?? (counts[i].IsKnown && Counts[i] >= options.Smallest && Counts[i] <= options.Largest)))];
        Floors = FloorsOf();
        // What nobody publishes is hidden from the start: a reader has it only when the rest gives it away.
        Hidden = [.. cells.Select((c, i) => Sensitive[i] || (!c.IsPublic && (c.StaysHidden || c.Count is null)))];
    }

    public IReadOnlyList<Relation> Relations { get; }

    /// <summary>Of each cell the relations that it stands in, and how often in each.</summary>
    public List<(int Relation, int Times)>[] In { get; }

    public long[] Counts { get; }
    public bool[] Sensitive { get; }

    /// <summary>
    /// The least that each cell can be in any table whose noughts are these: a total is no less than the number of its parts that are not 0, hide what one may.
    /// </summary>
    public long[] Floors { get; }

    public bool[] Hidden { get; }

    /// <summary>What a cell in the middle costs.</summary>
    public double UsualCost => cells.Where(c => !c.IsImplied && !c.IsPublic).Select(c => c.Cost).Order().ToList() is { Count: > 0 } costs ? costs[costs.Count / 2] : 1;

    public double CostOf(int cell) => Hidden[cell] || cells[cell].IsImplied ? 0 : cells[cell].Cost;

    /// <summary>None is always shown, so that a cell with none helps nobody to hide.</summary>
    public bool MayHide(int cell) => !Hidden[cell] && !cells[cell].IsPublic && Counts[cell] != 0;

    /// <summary>What a reader knows to be the least of a hidden cell.</summary>
    public long LeastOf(int cell) => cells[cell].Count is null ? Math.Min(0, Counts[cell]) : Math.Min(1, Counts[cell]);

    /// <summary>True where a hidden cell that is not small must keep two possible counts, since a table shows that it is hidden.</summary>
    public bool IsInATable(int cell) => !cells[cell].IsImplied;

    private long[] FloorsOf()
    {
        var floors = Enumerable.Range(0, cells.Count).Select(LeastOf).ToArray();
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var terms in Relations.Select(r => r.Terms))
            {
                foreach (var total in terms.Where(t => terms.All(o => o.Cell == t.Cell || Math.Sign(o.Times) != Math.Sign(t.Times))))
                {
                    var least = terms.Where(o => o.Cell != total.Cell).Sum(o => Math.Abs(o.Times) * floors[o.Cell]) / Math.Abs(total.Times);
                    if (least > floors[total.Cell] && least <= Counts[total.Cell])
                    {
                        (floors[total.Cell], moved) = (least, true);
                    }
                }
            }
        }

        return floors;
    }
}
