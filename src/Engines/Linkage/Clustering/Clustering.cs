namespace Trellis.Linkage;

/// <summary>Pairs that would bring together what was decided to be two persons: they are kept apart.</summary>
/// <param name="Decided">Those decided to be one person.</param>
/// <param name="Identified">Those with one identifier of one agency.</param>
internal sealed record Contradictions(List<DecidedPair> Decided, List<DecidedPair> Identified);

/// <summary>
/// Makes persons of pairs. Chains are not trusted: what pairs hold together is taken apart where the evidence between all its records, also between those that blocking did not bring
/// together, speaks for several persons (agglomeration by the mean of log odds).
/// </summary>
/// <param name="records">How many there are.</param>
/// <param name="probability">Of two records that they are of one person; asked by several threads.</param>
/// <param name="decisions">What people decided.</param>
/// <param name="identified">Pairs to which one agency gave one identifier: they are one person unless somebody decided otherwise.</param>
internal sealed class Clustering(int records, Func<int, int, double> probability, Decisions decisions, IReadOnlyList<DecidedPair> identified)
{
    /// <summary>A pair counts for at most so much, in natural logarithms of odds: no single one outvotes all others.</summary>
    private const double Most = 8;

    /// <summary>Larger sets are first held together by their strongest pairs alone, up to this size.</summary>
    private const int Largest = 200;

    /// <summary>How many sets a core takes at once: most are of a few records.</summary>
    private const int AtOnce = 256;

    private readonly HashSet<(int, int)> cannot = decisions.Cannot.Count > 0 ? [.. decisions.Cannot.Select(d => Ordered(d.A, d.B))] : [];

    public Contradictions Contradictions { get; } = new([], []);

    private bool IsBound => decisions.Must.Count + identified.Count > 0;

    /// <summary>Of each record the number of its person, which is that person's smallest record.</summary>
    public int[] Of(IReadOnlyList<ScoredPair> pairs, double threshold, ParallelOptions parallel)
    {
        var decided = Decided();
        var together = new UnionFind(records);
        foreach (var pair in pairs as ScoredPair[] ?? [.. pairs])
        {
            if (pair.Probability >= threshold)
            {
                together.Join(pair.A, pair.B);
            }
        }

        for (var record = 0; IsBound && record < records; record++)
        {
            together.Join(record, decided.Find(record));
        }

        var of = new int[records];
        var sizes = new int[records];
        for (var record = 0; record < records; record++)
        {
            sizes[of[record] = together.Find(record)]++;
        }

        var (starts, members) = Components(of, sizes);
        var strong = Array.Exists(sizes, size => size > Largest) ? Strongest(pairs, threshold) : null;
        var components = starts.Length - 1;
        Cores.Share((components + AtOnce - 1) / AtOnce, parallel, piece =>
        {
            for (var c = piece * AtOnce; c < Math.Min(components, (piece + 1) * AtOnce); c++)
            {
                var component = members.AsSpan(starts[c]..starts[c + 1]);
                if (component.Length <= Largest)
                {
                    Part(component, decided, of);
                    continue;
                }

                foreach (var part in component.ToArray().GroupBy(strong!.Find))
                {
                    Part([.. part], decided, of);
                }
            }
        });
        return of;
    }

    private static (int, int) Ordered(int a, int b) => a < b ? (a, b) : (b, a);

    /// <summary>The sets of more than two records, and those of two about which something was decided: of two, the pair has already spoken.</summary>
    private (int[] Starts, int[] Members) Components(int[] of, int[] sizes)
    {
        var smallest = cannot.Count > 0 ? 2 : 3;
        var (starts, place, total) = (new List<int> { 0 }, new int[records], 0);
        for (var first = 0; first < records; first++)
        {
            if (sizes[first] >= smallest)
            {
                place[first] = total;
                starts.Add(total += sizes[first]);
            }
        }

        var members = new int[total];
        for (var record = 0; record < records; record++)
        {
            if (sizes[of[record]] >= smallest)
            {
                members[place[of[record]]++] = record;
            }
        }

        return ([.. starts], members);
    }

    private UnionFind Decided()
    {
        var decided = new UnionFind(records);
        if (!IsBound)
        {
            return decided;
        }

        var members = new Dictionary<int, List<int>>();
        List<int> MembersOf(int record) => members.TryGetValue(record, out var list) ? list : [record];
        foreach (var (pair, contradictions) in decisions.Must.Select(m => (m, Contradictions.Decided)).Concat(identified.Select(i => (i, Contradictions.Identified))))
        {
            var (a, b) = pair;
            var (x, y) = (decided.Find(a), decided.Find(b));
            if (x == y)
            {
                continue;
            }

            var (left, right) = (MembersOf(x), MembersOf(y));
            if (cannot.Count > 0 && left.Exists(l => right.Exists(r => cannot.Contains(Ordered(l, r)))))
            {
                contradictions.Add(pair);
                continue;
            }

            decided.Join(x, y);
            members[Math.Min(x, y)] = [.. left, .. right];
        }

        return decided;
    }

    private UnionFind Strongest(IReadOnlyList<ScoredPair> pairs, double threshold)
    {
        var strong = new UnionFind(records);
        var sizes = new Dictionary<int, int>();
        foreach (var pair in pairs.Where(p => p.Probability >= threshold).OrderByDescending(p => p.Probability).ThenBy(p => p.A).ThenBy(p => p.B))
        {
            var (a, b) = (strong.Find(pair.A), strong.Find(pair.B));
            var size = sizes.GetValueOrDefault(a, 1) + sizes.GetValueOrDefault(b, 1);
            if (a != b && size <= Largest)
            {
                strong.Join(a, b);
                sizes[Math.Min(a, b)] = size;
            }
        }

        return strong;
    }

    /// <summary>Puts the records of a set together again, the strongest groups first, as long as the evidence between two is on balance for one person.</summary>
    private void Part(ReadOnlySpan<int> members, UnionFind decided, int[] of)
    {
        if (!IsBound && IsOne(members))
        {
            Name(members, of);
            return;
        }

        List<List<int>> groups = !IsBound ? Each(members) : [.. members.ToArray().GroupBy(decided.Find).Select(g => g.ToList())];
        var n = groups.Count;
        var between = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                between[i, j] = between[j, i] = Between(groups[i], groups[j]);
            }
        }

        var alive = Enumerable.Range(0, n).ToList();
        while (alive.Count > 1)
        {
            var (best, a, b) = (double.NegativeInfinity, -1, -1);
            for (var x = 0; x < alive.Count; x++)
            {
                for (var y = x + 1; y < alive.Count; y++)
                {
                    var mean = between[alive[x], alive[y]] / ((double)groups[alive[x]].Count * groups[alive[y]].Count);
                    if (mean > best)
                    {
                        (best, a, b) = (mean, alive[x], alive[y]);
                    }
                }
            }

            if (best < 0)
            {
                break;
            }

            groups[a].AddRange(groups[b]);
            alive.Remove(b);
            foreach (var other in alive)
            {
                between[a, other] = between[other, a] = between[a, other] + between[b, other];
            }
        }

        foreach (var group in alive)
        {
            Name(groups[group].ToArray(), of);
        }
    }

    /// <summary>Whether every pair is on balance for one person, as in most sets.</summary>
    private bool IsOne(ReadOnlySpan<int> members)
    {
        for (var i = 0; i < members.Length; i++)
        {
            for (var j = i + 1; j < members.Length; j++)
            {
                if ((cannot.Count > 0 && cannot.Contains(Ordered(members[i], members[j]))) || probability(members[i], members[j]) < 0.5)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static List<List<int>> Each(ReadOnlySpan<int> members)
    {
        var groups = new List<List<int>>(members.Length);
        foreach (var member in members)
        {
            groups.Add([member]);
        }

        return groups;
    }

    private static void Name(ReadOnlySpan<int> person, int[] of)
    {
        var first = int.MaxValue;
        foreach (var record in person)
        {
            first = Math.Min(first, record);
        }

        foreach (var record in person)
        {
            of[record] = first;
        }
    }

    private double Between(List<int> some, List<int> others)
    {
        var sum = 0.0;
        foreach (var a in some)
        {
            foreach (var b in others)
            {
                if (cannot.Contains(Ordered(a, b)))
                {
                    return double.NegativeInfinity;
                }

                var p = probability(a, b);
                sum += Math.Clamp(Math.Log(p / (1 - p)), -Most, Most);
            }
        }

        return sum;
    }
}
