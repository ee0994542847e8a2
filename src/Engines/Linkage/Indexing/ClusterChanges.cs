namespace Trellis.Linkage;

/// <summary>Names the clusters after those before: each keeps the id that most of its records had.</summary>
internal static class ClusterChanges
{
    /// <summary>Finds the ids of the new clusters and what became of the old ones.</summary>
    /// <param name="records">The records touched, in the order of their ids, with the cluster in which each was (0 for none) and the number of its new group (-1 where it was withdrawn).</param>
    /// <param name="next">Gives an id that was never used.</param>
    /// <returns>The id of each group, and the events.</returns>
    public static (Dictionary<int, long> Names, List<ClusterEvent> Events) Of(IReadOnlyList<(Guid Id, long Before, int Group)> records, Func<long> next)
    {
        var names = Names(records, next, out var used);
        var events = new List<ClusterEvent>();
        var left = records.Where(r => r.Before != 0).Select(r => r.Before).ToHashSet();
        left.ExceptWith(used);
        var moves = records.Select(r => (r.Id, r.Before, After: r.Group < 0 ? 0 : names[r.Group])).ToList();
        var destinations = moves.Where(m => left.Contains(m.Before)).GroupBy(m => m.Before, m => m.After).ToDictionary(g => g.Key, g => g.Distinct().Count());
        foreach (var move in moves.Where(m => m.Before != m.After).GroupBy(m => (m.Before, m.After)).OrderBy(g => g.Key.After == 0).ThenBy(g => g.Key))
        {
            var (before, after) = move.Key;
            Guid[] moved = [.. move.Select(m => m.Id)];
            if (after == 0)
            {
                events.Add(new ClusterEvent(ClusterEventKind.Left, before, 0, moved));
            }
            else if (before == 0)
            {
                events.Add(new ClusterEvent(used.Contains(after) ? ClusterEventKind.Joined : ClusterEventKind.Created, after, 0, moved));
            }
            else
            {
                var isWhole = destinations.GetValueOrDefault(before) == 1;
                events.Add(new ClusterEvent(isWhole ? ClusterEventKind.Merged : ClusterEventKind.Split, after, before, moved));
                _ = isWhole && left.Remove(before);
            }
        }

        events.AddRange(left.Order().Select(gone => new ClusterEvent(ClusterEventKind.Gone, gone, 0, [])));
        return (names, events);
    }

    /// <summary>The largest overlap chooses first; then the older cluster, then the group with the first record.</summary>
    private static Dictionary<int, long> Names(IReadOnlyList<(Guid Id, long Before, int Group)> records, Func<long> next, out HashSet<long> used)
    {
        var names = new Dictionary<int, long>();
        var taken = new HashSet<long>();
        var groups = records.Where(r => r.Group >= 0).Select(r => r.Group).Distinct().ToList();
        var places = groups.Select((g, i) => (g, i)).ToDictionary(p => p.g, p => p.i);
        foreach (var overlap in records.Where(r => r.Group >= 0 && r.Before != 0).GroupBy(r => (r.Before, r.Group)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Before).ThenBy(g => places[g.Key.Group]))
        {
            if (!names.ContainsKey(overlap.Key.Group) && taken.Add(overlap.Key.Before))
            {
                names[overlap.Key.Group] = overlap.Key.Before;
            }
        }

        foreach (var group in groups.Where(g => !names.ContainsKey(g)))
        {
            names[group] = next();
        }

        used = taken;
        return names;
    }
}
