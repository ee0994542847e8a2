using System.Diagnostics;
using Trellis.Disclosure;

namespace Trellis.Engines.Tests.Disclosure;

/// <summary>Hundreds of tables, and somebody who tries to get every hidden number back.</summary>
public sealed class AttackTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 300)];

    [Theory, MemberData(nameof(Seeds))]
    public void Of_AnyTable_LeavesTheAttackerWithoutAnyHiddenNumber(int seed)
    {
        var table = OfSeed(seed);

        var suppression = table.Suppress();

        Assert.Empty(suppression.Exposed.Select(i => $"{i}: {table.Cells[i].Count}"));
        Assert.Empty(Got(table, suppression.Fates));
        Assert.All(table.Cells.Zip(suppression.Fates), c => Assert.Equal(c.First.Count is >= 1 and <= 5, c.Second == CellFate.Primary));
        Assert.All(table.Cells.Zip(suppression.Fates).Where(c => c.First.Count == 0), c => Assert.Equal(CellFate.Shown, c.Second));
    }

    [Fact]
    public void Attacker_WithoutSecondaryHiding_GetsHiddenNumbers()
    {
        var tables = Seeds.Select(row => OfSeed(row.Data)).ToList();
        var naive = tables.Select(t => (Table: t, Fates: t.Cells.Select(c => c.Count is >= 1 and <= 5 ? CellFate.Primary : CellFate.Shown).ToList())).Where(t => t.Fates.Contains(CellFate.Primary)).ToList();

        var caught = naive.Count(t => Got(t.Table, t.Fates).Count > 0);

        Assert.True(caught > naive.Count * 9 / 10, $"Only {caught} of {naive.Count} were caught.");
    }

    [Fact]
    public void Of_TheSameTable_HidesTheSame()
    {
        Assert.Equal(OfSeed(7).Suppress().Fates, OfSeed(7).Suppress().Fates);
    }

    [Fact]
    public void Of_ThousandsOfCells_IsDoneWhileSomebodyWaits()
    {
        // Twenty wards, five years of months, three groups, with all their totals: 5,124 cells.
        var table = Tables.Random(new Random(1), 20, 60, 3);
        var watch = Stopwatch.StartNew();

        var suppression = table.Suppress();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
        Assert.Empty(suppression.Exposed);
    }

    private static Tables OfSeed(int seed)
    {
        var random = new Random(seed);
        return (seed % 4) switch
        {
            0 => Tables.Random(random, random.Next(2, 8)),
            1 => Tables.Random(random, random.Next(2, 6), random.Next(2, 7)),
            2 => Tables.Random(random, 2, random.Next(2, 4), random.Next(2, 5)),
            _ => Tree(random),
        };
    }

    /// <summary>Two measures that add up to a third, at wards and their authority, in months and quarters, with what they are counted of.</summary>
    private static Tables Tree(Random random)
    {
        var table = Tables.Random(random, 2, 3, 2);
        foreach (var part in Enumerable.Range(0, 4))
        {
            var of = table.Add(table.Cells[part].Count + random.Next(30), 3);
            var rest = table.Add(table.Cells[of].Count - table.Cells[part].Count, 0);
            table.Relations.Add(Relation.Sum(of, part, rest));
        }

        return table;
    }

    private static List<int> Got(Tables table, IReadOnlyList<CellFate> fates)
    {
        var attacker = table.Attack(fates);
        // Parts are made before their totals: a total of three that are not 0 is 3 or more, whatever is hidden.
        var least = table.Cells.Select(c => Math.Min(1, c.Count ?? 0)).ToList();
        foreach (var relation in table.Relations)
        {
            var total = relation.Terms.Single(t => t.Times < 0).Cell;
            least[total] = Math.Max(least[total], relation.Terms.Where(t => t.Cell != total).Sum(t => least[t.Cell]));
        }

        return [.. Enumerable.Range(0, fates.Count).Where(i => fates[i] != CellFate.Shown && (attacker.Knows(i) || (fates[i] == CellFate.Primary && !attacker.LeavesOpen(i, least[i], 5))))];
    }
}
