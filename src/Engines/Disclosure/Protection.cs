namespace Trellis.Disclosure;

/// <summary>Hides further cells until each hidden one can be something else, as <see cref="Suppression"/> promises.</summary>
internal sealed class Protection
{
    private readonly LinkedTable table;
    private readonly DisclosureOptions options;
    private readonly Moves moves;
    private readonly Queue<int> waiting = new();
    private readonly HashSet<int> freed = [];

    public Protection(LinkedTable table, DisclosureOptions options)
    {
        (this.table, this.options, moves) = (table, options, new Moves(table, options.MostSteps));
        Fates = [.. table.Hidden.Select(hidden => hidden ? CellFate.Primary : CellFate.Shown)];
        // The small ones first: what is hidden for them often serves the others too.
        foreach (var cell in Enumerable.Range(0, Fates.Length).Where(c => table.Hidden[c]).OrderBy(c => !table.Sensitive[c]))
        {
            waiting.Enqueue(cell);
        }
    }

    public CellFate[] Fates { get; }

    /// <summary>The cells that cannot be protected. Hiding one more never takes a table away that was found, so each cell is looked at once.</summary>
    public List<int> Run()
    {
        var exposed = new List<int>();
        while (waiting.TryDequeue(out var cell))
        {
            var isSafe = table.Sensitive[cell] ? KeepsEverySmallCount(cell) : !table.IsInATable(cell) || HasTwo(cell);
            if (!isSafe)
            {
                exposed.Add(cell);
            }

            EndFreedom();
        }

        exposed.Sort();
        return exposed;
    }

    private bool KeepsEverySmallCount(int cell)
    {
        var count = table.Counts[cell];
        // One that somebody else calls sensitive may be large: then it must only not be known.
        return count < options.Smallest || count > options.Largest ? HasTwo(cell) : Reaches(cell, options.Largest, 1) && Reaches(cell, Math.Max(options.Smallest, table.Floors[cell]), -1);
    }

    /// <summary>One up or one down, whichever costs less.</summary>
    private bool HasTwo(int cell)
    {
        var either = new[] { 1, -1 }.Select(by => moves.Find(cell, by, table.Counts)).OfType<Move>().OrderBy(m => m.Cost).ToList();
        if (either.Count == 0)
        {
            return Free(cell) && HasTwo(cell);
        }

        Take(either[0], (long[])table.Counts.Clone());
        return true;
    }

    /// <summary>From the true table, one up or down at a time.</summary>
    private bool Reaches(int cell, long end, int step)
    {
        var counts = (long[])table.Counts.Clone();
        while (counts[cell] != end)
        {
            if (moves.Find(cell, step, counts) is { } move)
            {
                Take(move, counts);
            }
            else if (!Free(cell))
            {
                return false;
            }
        }

        return true;
    }

    private void Take(Move move, long[] counts)
    {
        foreach (var (cell, by) in move.Changes)
        {
            counts[cell] += by;
            HideOne(cell);
        }
    }

    /// <summary>
    /// Where the search gave up: the cells next to this one, or to those hidden beside it, cost nothing for a while, so that it finds its way through them.
    /// False when there are no more.
    /// </summary>
    private bool Free(int cell)
    {
        var seen = new HashSet<int> { cell };
        for (List<int> ring = [cell]; ring.Count > 0;)
        {
            var beside = ring.SelectMany(c => table.In[c]).Select(i => i.Relation).Distinct().SelectMany(r => table.Relations[r].Terms).Select(t => t.Cell).Where(seen.Add).Order().ToList();
            if (beside.Where(table.MayHide).ToList() is { Count: > 0 } hideable)
            {
                hideable.ForEach(c => table.Hidden[c] = freed.Add(c));
                return true;
            }

            ring = [.. beside.Where(c => table.Hidden[c])];
        }

        return false;
    }

    /// <summary>What no change went through is shown after all.</summary>
    private void EndFreedom()
    {
        foreach (var cell in freed)
        {
            table.Hidden[cell] = false;
        }

        freed.Clear();
    }

    private void HideOne(int cell)
    {
        if (freed.Remove(cell) || !table.Hidden[cell])
        {
            (table.Hidden[cell], Fates[cell]) = (true, CellFate.Secondary);
            waiting.Enqueue(cell);
        }
    }
}
