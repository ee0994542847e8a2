using System.Numerics;

namespace Trellis.Disclosure;

/// <summary>
/// Counts for the cells that nobody wrote down: those that the others give away, by elimination, and for the rest some that agree with them.
/// </summary>
internal static class MissingCounts
{
    /// <summary>Of each cell its count, and whether there could be another.</summary>
    /// <remarks>Where the numbers of a source contradict each other a count may come out below 0; it is then taken as everybody would reckon it.</remarks>
    public static (long Count, bool IsKnown)[] Complete(IReadOnlyList<Cell> cells, IReadOnlyList<Relation> relations)
    {
        var counts = cells.Select(c => (Count: c.Count ?? 0, IsKnown: c.Count is not null)).ToArray();
        foreach (var row in Eliminated(cells, relations))
        {
            // The others of the row are free and stay at 0.
            var (pivot, times) = row.Unknown.First();
            counts[pivot] = ((long)(-row.Known / times), row.Unknown.Count == 1);
        }

        return counts;
    }

    /// <summary>Rows of which each has an unknown, its first, that stands in no other.</summary>
    private static List<Row> Eliminated(IReadOnlyList<Cell> cells, IReadOnlyList<Relation> relations)
    {
        var done = new List<Row>();
        foreach (var relation in relations.Where(r => r.Terms.Any(t => cells[t.Cell].Count is null)))
        {
            var row = Row.Of(relation, cells);
            foreach (var other in done)
            {
                row = row.Without(other);
            }

            if (row.Unknown.Count > 0)
            {
                done = [.. done.Select(other => other.Without(row)), row];
            }
        }

        return done;
    }

    /// <summary>The unknown, each so many times, and what the known ones of the relation come to; together 0.</summary>
    private sealed record Row(SortedDictionary<int, BigInteger> Unknown, BigInteger Known)
    {
        public static Row Of(Relation relation, IReadOnlyList<Cell> cells) => new(
            new(relation.Terms.Where(t => cells[t.Cell].Count is null).ToDictionary(t => t.Cell, t => (BigInteger)t.Times)),
            relation.Terms.Aggregate(BigInteger.Zero, (sum, t) => sum + (BigInteger)t.Times * (cells[t.Cell].Count ?? 0)));

        /// <summary>The same, with the first unknown of the other taken out.</summary>
        public Row Without(Row other)
        {
            var (pivot, times) = other.Unknown.First();
            if (!Unknown.TryGetValue(pivot, out var mine))
            {
                return this;
            }

            var unknown = new SortedDictionary<int, BigInteger>();
            foreach (var cell in Unknown.Keys.Union(other.Unknown.Keys))
            {
                var left = Unknown.GetValueOrDefault(cell) * times - other.Unknown.GetValueOrDefault(cell) * mine;
                if (!left.IsZero)
                {
                    unknown.Add(cell, left);
                }
            }

            var known = Known * times - other.Known * mine;
            var common = unknown.Values.Aggregate(known, BigInteger.GreatestCommonDivisor);
            return common.IsZero || common.IsOne ? new Row(unknown, known) : new Row(new(unknown.ToDictionary(u => u.Key, u => u.Value / common)), known / common);
        }
    }
}
