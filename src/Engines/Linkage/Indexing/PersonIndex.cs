using System.Text;

namespace Trellis.Linkage;

/// <summary>
/// A living index of records: they come, change and are withdrawn one by one, and each update remakes the clusters that it touches and no other. With one basis the clusters are those that linking the
/// same records from scratch would give, whatever came in which order.
/// </summary>
/// <remarks>
/// <para>
/// Any number of threads may read (search, ask for candidates, explain) at once; an update waits until they have finished and holds back those that come, for a millisecond or so. Every so many updates what came since is
/// sorted in, which takes about a second for a million records.
/// </para>
/// <para>The same two records are compared whatever came between: they share a key of a blocking rule that no more records have than the basis allows. Where a key passes that number, all its records are looked at again.</para>
/// </remarks>
public sealed class PersonIndex : IDisposable
{
    /// <summary>What came since all was sorted may be an eighth of it.</summary>
    private const int SortedAnewBelow = 8;
    private const int FewestAdded = 200_000;
    private const int FewestToLearn = 1000;

    private readonly ReaderWriterLockSlim door = new();
    private readonly ParallelOptions parallel;
    private readonly DecisionBook decisions = new();
    private readonly Dictionary<Guid, int> numbers = [];
    private readonly Dictionary<long, int> firsts = [];
    private readonly List<Guid> ids = [];
    private readonly List<long> clusters = [];
    private readonly List<int> besides = [];
    private readonly List<int> gathered = [];
    private readonly SimilarityCache cache = new();
    private RecordSet records;
    private Comparison comparison;
    private PatternScores scores;
    private BlockingRules rules;
    private int[] largest;
    private RecordKeys keys;
    private PersonSearch search;
    private long lastCluster;

    private PersonIndex(FieldMap map, LinkageBasis basis, int threads)
    {
        parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        records = new RecordSet(map, 0) { IsByAgency = true };
        records.SourceNames.Add("");
        Basis = basis;
        (comparison, scores, rules, largest, keys, search) = (null!, null!, null!, null!, null!, null!);
    }

    /// <summary>By what the index goes.</summary>
    public LinkageBasis Basis { get; private set; }

    /// <summary>What is compared.</summary>
    public FieldMap Map => records.Map;

    /// <summary>How many records there are.</summary>
    public int Count => Reading(() => numbers.Count);

    /// <summary>How many clusters they make.</summary>
    public int Clusters => Reading(() => firsts.Count);

    /// <summary>What came of making the index: where records named the clusters in which they were before, what became of those; and all doubts.</summary>
    public IndexUpdate Beginning { get; private set; } = new([], [], []);

    /// <summary>Makes an index of records.</summary>
    /// <param name="map">What is compared.</param>
    /// <param name="records">Each with an id of its own.</param>
    /// <param name="basis">By what to go; null to learn it from these records, or to begin with a guess where they are fewer than a thousand.</param>
    /// <param name="decisions">What people decided, in any order; later ones about the same two records stand.</param>
    /// <param name="threads">How many cores to take; the outcome is the same with any number.</param>
    /// <param name="progress">From 0 to 1.</param>
    /// <param name="cancel">Stops the making with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="FormatException">The basis is of another mapping.</exception>
    /// <exception cref="ArgumentException">Two records have one id, or one has another number of values than the mapping has fields.</exception>
    public static PersonIndex Build(
        FieldMap map, IEnumerable<IndexedRecord> records, LinkageBasis? basis = null, IEnumerable<DecidedRecords>? decisions = null, int threads = 2, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var index = new PersonIndex(map, basis ?? LinkageBasis.Beginning(map), threads);
        foreach (var decided in decisions ?? [])
        {
            index.decisions.Write(decided);
        }

        index.Read(records, cancel);
        progress?.Report(0.3);
        if (basis is null && index.ids.Count >= FewestToLearn)
        {
            basis = index.LearnFrom(index.records, cancel);
            progress?.Report(0.6);
        }

        index.Beginning = index.Assemble(basis ?? index.Basis, cancel);
        progress?.Report(1);
        return index;
    }

    /// <summary>The records most likely of the person searched for, the best first.</summary>
    /// <param name="query">Texts by the names of the mapping's fields ("given name", "date of birth"), any part of them; others are passed over.</param>
    /// <param name="most">How many records to give at most.</param>
    public IReadOnlyList<IndexHit> Search(IReadOnlyDictionary<string, string> query, int most = 20) =>
        Reading(() => search.Search(query, most).Select(f => new IndexHit(ids[f.Record], clusters[f.Record], f.Probability, f.Weight)).ToList());

    /// <summary>Why a record was found by a query.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public Explanation Explain(IReadOnlyDictionary<string, string> query, Guid record) => Reading(() => search.Explain(query, numbers[record]));

    /// <summary>Why two records are taken for one person or for two.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public Explanation Explain(Guid a, Guid b) => Reading(() => Explanation.Of(Basis.Model, comparison, records, numbers[a], numbers[b]));

    /// <summary>The records that may be of the same person as one, the likeliest first: those compared with it, those about which something was decided, and those with its identifier of its agency.</summary>
    /// <param name="record">Its id.</param>
    /// <param name="least">The lowest probability.</param>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public IReadOnlyList<MatchCandidate> CandidatesOf(Guid record, double least = Linker.LeastProbability) => Reading(() =>
    {
        var number = numbers[record];
        var (room, own) = (new List<int>(), new SimilarityCache(SimilarityCache.ForFew));
        var candidates = new HashSet<int>();
        Meet(number, room, m => candidates.Add(m));
        var bound = decisions.With(record).Where(d => numbers.ContainsKey(d.Other)).Select(d => numbers[d.Other]).Concat(Identified(number, room)).ToHashSet();
        candidates.UnionWith(bound);
        return candidates
            .Select(m => (Number: m, Pattern: Pattern(number, m, own)))
            .Select(m => (m.Number, m.Pattern, Probability: scores.Probability(m.Pattern)))
            .Where(m => m.Probability >= least || bound.Contains(m.Number))
            .OrderByDescending(m => m.Probability).ThenBy(m => ids[m.Number])
            .Select(m => new MatchCandidate(
                ids[m.Number], clusters[m.Number], m.Probability, scores.Shares(m.Pattern), decisions.Of(record, ids[m.Number])))
            .ToList();
    });

    /// <summary>The cluster of a record; 0 where there is no such record.</summary>
    public long ClusterOf(Guid record) => Reading(() => numbers.TryGetValue(record, out var number) ? clusters[number] : 0);

    /// <summary>The records of a cluster, in the order of their ids; none where there is no such cluster.</summary>
    public IReadOnlyList<Guid> RecordsOf(long cluster) => Reading(() => Members(cluster).Select(m => ids[m]).Order().ToList());

    /// <summary>A record comes.</summary>
    /// <exception cref="ArgumentException">There is one with its id, or it has another number of values than the mapping has fields.</exception>
    public IndexUpdate Add(IndexedRecord record) => Writing(() => !numbers.ContainsKey(record.Id) ? Apply([RecordChange.Put(record)]) : throw new ArgumentException("There is a record with this id.", nameof(record)));

    /// <summary>A record is no longer as it was.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public IndexUpdate Change(IndexedRecord record) => Writing(() => numbers.ContainsKey(record.Id) ? Apply([RecordChange.Put(record)]) : throw new KeyNotFoundException("There is no record with this id."));

    /// <summary>A record goes; what was decided about it is kept.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public IndexUpdate Withdraw(Guid record) => Writing(() => numbers.ContainsKey(record) ? Apply([RecordChange.Withdraw(record)]) : throw new KeyNotFoundException("There is no record with this id."));

    /// <summary>Many changes at once: the clusters that any of them touches are made anew once, at the end.</summary>
    /// <param name="changes">In their order. What is withdrawn and not there is passed over.</param>
    /// <exception cref="ArgumentException">A record has another number of values than the mapping has fields; nothing is changed then.</exception>
    public IndexUpdate Update(IReadOnlyList<RecordChange> changes) => Writing(() => Apply(changes));

    /// <summary>Somebody decides about two records, which may be there or not.</summary>
    public IndexUpdate Decide(params IReadOnlyList<DecidedRecords> decided) => Writing(() =>
    {
        var touched = new HashSet<int>();
        foreach (var one in decided)
        {
            decisions.Write(one);
            touched.UnionWith(new[] { one.A, one.B }.Where(numbers.ContainsKey).Select(id => numbers[id]));
        }

        return Remake(touched, []);
    });

    /// <summary>Learns a new basis from the records as they are now, and changes nothing.</summary>
    /// <exception cref="FormatException">There are fewer than two records.</exception>
    public LinkageBasis Learn(CancellationToken cancel = default) => Reading(() => LearnFrom(records.Copy(InOrder()), cancel));

    /// <summary>Goes by another basis from now on. Decisions bind as before, and clusters keep their ids as far as they keep their records.</summary>
    /// <exception cref="FormatException">The basis is of another mapping.</exception>
    public IndexUpdate Replace(LinkageBasis basis, CancellationToken cancel = default) => Writing(() => Assemble(basis, cancel));

    /// <summary>Frees the lock; the index is of no use afterwards.</summary>
    public void Dispose() => door.Dispose();

    private T Reading<T>(Func<T> work)
    {
        door.EnterReadLock();
        try
        {
            return work();
        }
        finally
        {
            door.ExitReadLock();
        }
    }

    private T Writing<T>(Func<T> work)
    {
        door.EnterWriteLock();
        try
        {
            return work();
        }
        finally
        {
            door.ExitWriteLock();
        }
    }

    private void Read(IEnumerable<IndexedRecord> given, CancellationToken cancel)
    {
        const int Together = 1 << 13;
        var reader = new IndexRows(records);
        foreach (var some in given.Chunk(Together))
        {
            cancel.ThrowIfCancellationRequested();
            var first = reader.Read(some, parallel);
            for (var i = 0; i < some.Length; i++)
            {
                if (!numbers.TryAdd(some[i].Id, first + i))
                {
                    throw new ArgumentException("Two records have one id.", nameof(given));
                }

                ids.Add(some[i].Id);
                clusters.Add(some[i].Cluster);
                lastCluster = Math.Max(lastCluster, some[i].Cluster);
            }
        }
    }

    private LinkageBasis LearnFrom(RecordSet some, CancellationToken cancel)
    {
        var linker = new Linker(some, new LinkOptions { Within = true, Threads = parallel.MaxDegreeOfParallelism }, cancel);
        return linker.Freeze(linker.Link());
    }

    /// <summary>The numbers of the records in the order of their ids.</summary>
    private List<int> InOrder() => [.. numbers.OrderBy(n => n.Key).Select(n => n.Value)];

    /// <summary>Compares all anew by a basis. Nothing has changed where it fails.</summary>
    private IndexUpdate Assemble(LinkageBasis basis, CancellationToken cancel)
    {
        var order = InOrder();
        var copy = records.Copy(order);
        var compare = new Comparison(copy, basis.Common);
        if (!basis.Model.Fits(compare.Evidence))
        {
            throw new FormatException("The basis was made with another mapping: it does not compare the same fields.");
        }

        var by = BlockingRules.For(copy, compare.Names, forSearch: true);
        var options = new LinkOptions { Within = true, Threads = parallel.MaxDegreeOfParallelism, Basis = basis, Decisions = DecisionsAmong([.. order.Select(n => ids[n])]) };
        var linked = copy.Count < 2 ? null : new Linker(copy, options, compare, by, cancel).Link();
        var sorted = RecordKeys.Make(copy, by, parallel);

        (Basis, comparison, scores, rules) = (basis, compare, new PatternScores(basis.Model, compare.Evidence), by);
        largest = [.. by.All.Take(by.Usual).Select(r => basis.LargestBlocks.GetValueOrDefault(r.Name, 1))];
        Arrange(order, copy, sorted);
        var events = clusters.TrueForAll(c => c == 0) ? NameNew(linked?.Persons ?? new int[copy.Count]) : Name([.. Enumerable.Range(0, copy.Count)], linked?.Persons ?? new int[copy.Count], []);
        return new IndexUpdate(events, linked is null ? [] : [.. linked.Doubts.Select(d => new RecordDoubt(d.Kind, ids[d.A], ids[d.B], d.Probability))], []);
    }

    /// <summary>Numbers the records in the order of their ids, without those that are no more.</summary>
    private void Arrange(List<int> order, RecordSet copy, RecordKeys sorted)
    {
        var (idsBefore, clustersBefore) = (ids.ToArray(), clusters.ToArray());
        ids.Clear();
        clusters.Clear();
        besides.Clear();
        firsts.Clear();
        foreach (var number in order)
        {
            numbers[idsBefore[number]] = ids.Count;
            ids.Add(idsBefore[number]);
            clusters.Add(clustersBefore[number]);
            besides.Add(0);
            Link(ids.Count - 1);
        }

        (records, keys) = (copy, sorted);
        search = new PersonSearch(records, comparison, Basis.Model, rules, keys);
    }

    /// <summary>Puts a record into the ring of its cluster.</summary>
    private void Link(int number)
    {
        if (firsts.TryGetValue(clusters[number], out var first))
        {
            (besides[number], besides[first]) = (besides[first], number);
        }
        else if (clusters[number] != 0)
        {
            firsts[clusters[number]] = besides[number] = number;
        }
    }

    private IEnumerable<int> Members(long cluster)
    {
        if (firsts.TryGetValue(cluster, out var first))
        {
            var member = first;
            do
            {
                yield return member;
                member = besides[member];
            }
            while (member != first);
        }
    }

    private IndexUpdate Apply(IReadOnlyList<RecordChange> changes)
    {
        foreach (var change in changes)
        {
            IndexRows.Check(records, change.Record);
        }

        var touched = new HashSet<int>();
        var gone = new Dictionary<Guid, long>();
        foreach (var change in changes)
        {
            if (numbers.TryGetValue(change.Id, out var number))
            {
                gone.Add(change.Id, clusters[number]);
                Remove(number, touched);
            }

            if (change.Record is { } record)
            {
                gone.Remove(record.Id, out var before);
                Enter(record, before, touched);
            }
        }

        var update = Remake(touched, [.. gone.Select(g => (g.Key, g.Value))]);
        if (keys.Added > Math.Max(FewestAdded, (long)rules.All.Count * keys.Alive / SortedAnewBelow))
        {
            var order = InOrder();
            var copy = records.Copy(order);
            Arrange(order, copy, RecordKeys.Make(copy, rules, parallel));
        }

        return update;
    }

    private void Enter(IndexedRecord record, long before, HashSet<int> touched)
    {
        var number = records.Grow(1, 0);
        new IndexRows(records).Write(number, record);
        comparison.CatchUp();
        rules.CatchUp();
        comparison.Prepare(records.RowOf(number));
        for (var rule = 0; rule < rules.Usual; rule++)
        {
            // With one more the key's records are too many, and are no longer compared by this rule.
            if (rules.All[rule].Key(records.Row(number)) is var key and not 0 && keys.Gather(rule, key, largest[rule], gathered) && gathered.Count == largest[rule])
            {
                touched.UnionWith(gathered);
            }
        }

        keys.Add(number, records.Row(number));
        numbers[record.Id] = number;
        ids.Add(record.Id);
        clusters.Add(before);
        besides.Add(number);
        touched.Add(number);
    }

    private void Remove(int number, HashSet<int> touched)
    {
        touched.UnionWith(Neighbours(number).Select(n => n.Number));
        for (var rule = 0; rule < rules.Usual; rule++)
        {
            // With one fewer the key's records are few enough to be compared.
            if (rules.All[rule].Key(records.Row(number)) is var key and not 0 && keys.Gather(rule, key, largest[rule] + 1, gathered) && gathered.Count == largest[rule] + 1)
            {
                touched.UnionWith(gathered);
            }
        }

        keys.Remove(number);
        numbers.Remove(ids[number]);
        touched.Remove(number);
    }

    /// <summary>Calls back, perhaps more than once, for each record with which one is compared.</summary>
    private void Meet(int number, List<int> room, Action<int> with)
    {
        for (var rule = 0; rule < rules.Usual; rule++)
        {
            if (rules.All[rule].Key(records.Row(number)) is var key and not 0 && keys.Gather(rule, key, largest[rule], room))
            {
                foreach (var other in room.Where(o => o != number))
                {
                    with(other);
                }
            }
        }
    }

    /// <summary>What holds a record together with others: probability, a decision, or one identifier of one agency.</summary>
    private List<(int Number, double Probability)> Neighbours(int number)
    {
        var met = new HashSet<int>();
        Meet(number, gathered, other => met.Add(other));
        var neighbours = met.Select(other => (other, scores.Probability(Pattern(number, other, cache)))).Where(n => n.Item2 >= Basis.Threshold).ToList();
        neighbours.AddRange(decisions.With(ids[number]).Where(d => d.Decision == PersonDecision.Same && numbers.ContainsKey(d.Other)).Select(d => (numbers[d.Other], 0.0)));
        neighbours.AddRange(Identified(number, gathered).Select(n => (n, 0.0)));
        return neighbours;
    }

    /// <summary>The other records to which one agency gave one identifier.</summary>
    private List<int> Identified(int number, List<int> room) =>
        records.Layout.SlotOf(FieldKind.AgencyId) is >= 0 and var slot && records.Row(number)[slot] is not 0 and var value && records.Layout.NamesAgency(value) ? WithIdentifier(number, slot, room) : [];

    /// <summary>The other records with the same value of a field, which has a rule of its own.</summary>
    private List<int> WithIdentifier(int number, int slot, List<int> room)
    {
        if (slot < 0 || records.Row(number)[slot] is not (not 0 and var value))
        {
            return [];
        }

        var rule = 0;
        while (rules.All[rule].Name != records.Map.Fields[slot].Name)
        {
            rule++;
        }

        keys.Gather(rule, rules.All[rule].Key(records.Row(number)), int.MaxValue, room);
        return [.. room.Where(o => o != number && records.Row(o)[slot] == value)];
    }

    /// <summary>In the order of their ids, as when all are linked at once: the first counts as the first.</summary>
    private ulong Pattern(int a, int b, SimilarityCache with) => ids[a].CompareTo(ids[b]) < 0 ? comparison.Pattern(records.Row(a), records.Row(b), with) : comparison.Pattern(records.Row(b), records.Row(a), with);

    /// <summary>Makes the clusters of some records anew, and of all that hang together with them.</summary>
    private IndexUpdate Remake(HashSet<int> touched, IReadOnlyList<(Guid Id, long Before)> gone)
    {
        var pairs = new List<(int A, int B, double Probability)>();
        var queue = new Queue<int>(touched);
        while (queue.TryDequeue(out var number))
        {
            foreach (var (other, probability) in Neighbours(number))
            {
                pairs.Add((number, other, probability));
                if (touched.Add(other))
                {
                    queue.Enqueue(other);
                }
            }
        }

        int[] members = [.. touched.OrderBy(n => ids[n])];
        var places = members.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i);
        var decided = DecisionsAmong([.. members.Select(n => ids[n])]);
        var few = records.Copy(members);
        double Probability(int a, int b) => scores.Probability(comparison.Pattern(few.Row(Math.Min(a, b)), few.Row(Math.Max(a, b)), cache));
        var clustering = new Clustering(members.Length, Probability, decided, few.Identified());
        var scored = pairs.Select(p => new ScoredPair(places[p.A], places[p.B], p.Probability)).Where(p => p.A < p.B).OrderBy(p => p.A).ThenBy(p => p.B).ToList();
        var persons = clustering.Of(scored, Basis.Threshold, new ParallelOptions { MaxDegreeOfParallelism = 1 });
        var doubts = Doubtful(members, persons, decided, clustering.Contradictions);
        return new IndexUpdate(Name(members, persons, gone), doubts, [.. members.Select(n => ids[n])]);
    }

    /// <summary>Gives clusters their ids, and the records their clusters. Persons are known by the place of their first record among the members.</summary>
    private List<ClusterEvent> Name(int[] members, int[] persons, IReadOnlyList<(Guid Id, long Before)> gone)
    {
        var (names, events) = ClusterChanges.Of(
            [.. members.Select((m, i) => (ids[m], clusters[m], persons[i])).Concat(gone.Select(g => (g.Id, g.Before, -1))).OrderBy(r => r.Item1)], () => ++lastCluster);
        foreach (var before in members.Select(m => clusters[m]).Concat(gone.Select(g => g.Before)))
        {
            firsts.Remove(before);
        }

        for (var i = 0; i < members.Length; i++)
        {
            clusters[members[i]] = names[persons[i]];
            Link(members[i]);
        }

        return events;
    }

    /// <summary>Where no record ever was in a cluster, no events are told: there may be a million.</summary>
    private List<ClusterEvent> NameNew(int[] persons)
    {
        for (var record = 0; record < persons.Length; record++)
        {
            clusters[record] = persons[record] == record ? ++lastCluster : clusters[persons[record]];
            Link(record);
        }

        return [];
    }

    private Decisions DecisionsAmong(Guid[] some)
    {
        var (must, cannot) = (new List<DecidedPair>(), new List<DecidedPair>());
        for (var a = 0; a < some.Length; a++)
        {
            foreach (var (other, decision) in decisions.With(some[a]).OrderBy(d => d.Other))
            {
                if (Array.BinarySearch(some, other) is var b && b > a)
                {
                    (decision == PersonDecision.Same ? must : cannot).Add(new DecidedPair(a, b));
                }
            }
        }

        return new Decisions(must, cannot);
    }

    /// <summary>What somebody must look at among the members; with them are seen the records elsewhere that have the same identifier.</summary>
    private List<RecordDoubt> Doubtful(int[] members, int[] persons, Decisions decided, Contradictions contradictions)
    {
        var own = members.ToHashSet();
        int[] identifiers = [.. new[] { FieldKind.NhsNumber, FieldKind.Upn }.Select(records.Layout.SlotOf).Where(s => s >= 0)];
        int[] all = [.. members, .. members.SelectMany(m => identifiers.SelectMany(s => WithIdentifier(m, s, gathered))).Where(m => !own.Contains(m)).Distinct().Order()];
        var seen = records.Copy(all);
        // Elsewhere clusters are not made anew: their numbers only have to differ from those here.
        int[] clustersOf = [.. all.Select((m, i) => i < members.Length ? persons[i] : members.Length + (int)(clusters[m] % (int.MaxValue / 2)))];
        return [.. Doubts.Find(seen, decided, contradictions, clustersOf, (a, b) => scores.Probability(Pattern(all[a], all[b], cache)))
            .Where(d => d.A < members.Length || d.B < members.Length).Select(d => new RecordDoubt(d.Kind, ids[all[d.A]], ids[all[d.B]], d.Probability))];
    }
}
