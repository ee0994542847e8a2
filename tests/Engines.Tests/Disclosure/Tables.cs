using Trellis.Disclosure;
using Trellis.Testing;

namespace Trellis.Engines.Tests.Disclosure;

/// <summary>Tables to suppress, and what an attacker makes of what is left.</summary>
internal sealed record Tables(List<Cell> Cells, List<Relation> Relations)
{
    public Tables()
        : this([], [])
    {
    }

    public int Add(long? count, double cost = 1)
    {
        Cells.Add(new Cell(count) { Cost = cost });
        return Cells.Count - 1;
    }

    /// <summary>Adds the total of these.</summary>
    public int Total(IReadOnlyList<int> parts, double cost = 10)
    {
        var total = Add(parts.Sum(p => Cells[p].Count), cost);
        Relations.Add(Relation.Sum(total, parts));
        return total;
    }

    public Suppression Suppress() => Suppression.Of(Cells, Relations);

    public string Pattern() => string.Concat(Suppress().Fates.Select(f => f switch { CellFate.Shown => '.', CellFate.Primary => 'P', _ => 'S' }));

    public CellAttacker Attack(IReadOnlyList<CellFate> fates) => new(
        [.. Cells.Select((c, i) => fates[i] == CellFate.Shown ? c.Count : null)],
        Relations.Select(r => ((IReadOnlyList<(int, int)>)[.. r.Terms.Select(t => (t.Cell, t.Times))], r.Terms.Sum(t => t.Times * (Cells[t.Cell].Count ?? 0)))));

    /// <summary>Wards by months by sex or so: any number of dimensions, each with its totals, numbers small and large.</summary>
    public static Tables Random(Random random, params int[] sizes)
    {
        var table = new Tables();
        var level = new Dictionary<string, int>();
        var keys = new List<int[]> { Array.Empty<int>() };
        foreach (var size in sizes)
        {
            keys = [.. keys.SelectMany(k => Enumerable.Range(1, size).Select(i => (int[])[.. k, i]))];
        }

        foreach (var key in keys)
        {
            level[string.Join(',', key)] = table.Add(random.Next(4) switch { 0 => random.Next(6), 1 => 0, 2 => random.Next(6, 20), _ => random.Next(20, 300) }, 1 + random.Next(5));
        }

        // Along each dimension the sum of all, 0, of all inner cells and of the totals so far.
        for (var dimension = 0; dimension < sizes.Length; dimension++)
        {
            foreach (var group in level.ToList().Select(l => (Key: l.Key.Split(','), l.Value)).GroupBy(l => string.Join(',', l.Key.Select((k, i) => i == dimension ? "0" : k))))
            {
                level[group.Key] = table.Total([.. group.Select(g => g.Value)], 10 * (dimension + 1));
            }
        }

        return table;
    }
}
