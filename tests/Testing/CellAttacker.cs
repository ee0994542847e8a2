using System.Numerics;

namespace Trellis.Testing;

/// <summary>
/// Somebody who has all that is shown and every relation between the numbers, and works out what is hidden: by exact elimination over all relations together,
/// then by bounds, for what is hidden is a whole number and no less than 1. Written without a look at how cells are hidden.
/// </summary>
public sealed class CellAttacker
{
    private const int MostRounds = 60;
    private readonly List<(Dictionary<int, BigInteger> Unknown, BigInteger Sum)> rows = [];

    /// <param name="shown">Of each number what is shown; null where it is hidden.</param>
    /// <param name="relations">Numbers, each so many times, that add up to the sum.</param>
    /// <param name="least">The least that a hidden number can be; 1 unless said.</param>
    public CellAttacker(IReadOnlyList<long?> shown, IEnumerable<(IReadOnlyList<(int Cell, int Times)> Terms, long Sum)> relations, Func<int, long>? least = null)
    {
        Low = [.. shown.Select((s, i) => s ?? least?.Invoke(i) ?? 1)];
        High = [.. shown];
        var given = relations.Select(r => (
            Unknown: r.Terms.Where(t => shown[t.Cell] is null).ToDictionary(t => t.Cell, t => (BigInteger)t.Times),
            Sum: r.Terms.Where(t => shown[t.Cell] is not null).Aggregate((BigInteger)r.Sum, (sum, t) => sum - (BigInteger)t.Times * shown[t.Cell]!.Value))).Where(r => r.Unknown.Count > 0).ToList();
        rows.AddRange(given);
        rows.AddRange(Reduced(given));
        Narrow();
    }

    public long[] Low { get; }

    /// <summary>Null where nothing bounds it.</summary>
    public long?[] High { get; }

    /// <summary>True where only one number is left.</summary>
    public bool Knows(int cell) => Low[cell] == High[cell];

    /// <summary>True where every one of these numbers is still possible.</summary>
    public bool LeavesOpen(int cell, long from, long to) => Low[cell] <= from && (High[cell] is not { } high || high >= to);

    /// <summary>Gauss and Jordan, without fractions.</summary>
    private static List<(Dictionary<int, BigInteger> Unknown, BigInteger Sum)> Reduced(IEnumerable<(Dictionary<int, BigInteger> Unknown, BigInteger Sum)> given)
    {
        var done = new List<(int Pivot, Dictionary<int, BigInteger> Unknown, BigInteger Sum)>();
        foreach (var (unknown, sum) in given)
        {
            var row = (Unknown: new Dictionary<int, BigInteger>(unknown), Sum: sum);
            foreach (var other in done)
            {
                row = Without(row, other);
            }

            if (row.Unknown.Count == 0)
            {
                continue;
            }

            var pivot = row.Unknown.Keys.Min();
            for (var i = 0; i < done.Count; i++)
            {
                var less = Without((done[i].Unknown, done[i].Sum), (pivot, row.Unknown, row.Sum));
                done[i] = (done[i].Pivot, less.Unknown, less.Sum);
            }

            done.Add((pivot, row.Unknown, row.Sum));
        }

        return [.. done.Select(d => (d.Unknown, d.Sum))];
    }

    private static (Dictionary<int, BigInteger> Unknown, BigInteger Sum) Without(
        (Dictionary<int, BigInteger> Unknown, BigInteger Sum) row, (int Pivot, Dictionary<int, BigInteger> Unknown, BigInteger Sum) other)
    {
        if (!row.Unknown.TryGetValue(other.Pivot, out var mine))
        {
            return row;
        }

        var times = other.Unknown[other.Pivot];
        var unknown = row.Unknown.ToDictionary(u => u.Key, u => u.Value * times);
        foreach (var (cell, value) in other.Unknown)
        {
            unknown[cell] = unknown.GetValueOrDefault(cell) - value * mine;
        }

        var sum = row.Sum * times - other.Sum * mine;
        var common = unknown.Values.Aggregate(sum, BigInteger.GreatestCommonDivisor);
        return common.IsZero ? ([], 0) : (unknown.Where(u => !u.Value.IsZero).ToDictionary(u => u.Key, u => u.Value / common), sum / common);
    }

    /// <summary>Each number is no more than what the others of a row leave for it, and no less.</summary>
    private void Narrow()
    {
        var moved = true;
        for (var round = 0; moved && round < MostRounds; round++)
        {
            moved = false;
            foreach (var (unknown, sum) in rows)
            {
                foreach (var cell in unknown.Keys)
                {
                    moved |= Narrow(cell, unknown, sum);
                }
            }
        }
    }

    private bool Narrow(int cell, Dictionary<int, BigInteger> unknown, BigInteger sum)
    {
        // What the others come to at the least and at the most; null for without end.
        BigInteger? least = 0, most = 0;
        foreach (var (other, times) in unknown.Where(u => u.Key != cell))
        {
            BigInteger? high = High[other] is { } end ? times * end : null;
            (least, most) = times.Sign > 0 ? (least + times * Low[other], most + high) : (least + high, most + times * Low[other]);
        }

        var by = unknown[cell];
        var (from, to) = by.Sign > 0 ? (Ceiling(sum - most, by), Floor(sum - least, by)) : (Ceiling(sum - least, by), Floor(sum - most, by));
        var moved = false;
        if (from > Low[cell])
        {
            (Low[cell], moved) = ((long)from, true);
        }

        if (to is { } limit && (High[cell] is not { } high0 || limit < high0))
        {
            (High[cell], moved) = ((long)limit, true);
        }

        return moved;
    }

    private static BigInteger? Floor(BigInteger? of, BigInteger by) => of is { } number ? BigInteger.Divide(number - Modulo(number, by), by) : null;

    private static BigInteger? Ceiling(BigInteger? of, BigInteger by) => -Floor(-of, by);

    private static BigInteger Modulo(BigInteger number, BigInteger by)
    {
        var left = BigInteger.Remainder(number, by);
        return left.IsZero || left.Sign == by.Sign ? left : left + by;
    }
}
