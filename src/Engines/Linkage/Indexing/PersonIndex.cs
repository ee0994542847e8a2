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
    private readonly ReaderWriterLockSlim door = new();
    private readonly DecisionBook decisions = new();
    private readonly Dictionary<long, int> firsts = [];
    private readonly List<long> clusters;
    private readonly List<int> besides = [];
    private readonly List<int> gathered = [];
    private LivingRecords living;
    private long lastCluster;

    private PersonIndex(LivingRecords living, List<long> clusters) => (this.living, this.clusters, lastCluster) = (living, clusters, clusters.Prepend(0).Max());

    /// <summary>By what the index goes.</summary>
    public LinkageBasis Basis => living.Basis;

    /// <summary>What is compared.</summary>
    public FieldMap Map => living.All.Map;

    /// <summary>How many records there are.</summary>
    public int Count => Reading(() => living.Count);

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
        var before = new List<long>();
        var read = LivingRecords.Read(map, records, threads, record => before.Add(record.Cluster), cancel);
        var index = new PersonIndex(read, before);
        foreach (var decided in decisions ?? [])
        {
            index.decisions.Write(decided);
        }

        progress?.Report(0.3);
        basis = read.BasisOr(basis, cancel);
        progress?.Report(0.6);
        index.Beginning = index.Assemble(read, basis, cancel);
        progress?.Report(1);
        return index;
    }

    /// <summary>The records most likely of the person searched for, the best first.</summary>
    /// <param name="query">Texts by the names of the mapping's fields ("given name", "date of birth"), any part of them; others are passed over.</param>
    /// <param name="most">How many records to give at most.</param>
    public IReadOnlyList<IndexHit> Search(IReadOnlyDictionary<string, string> query, int most = 20) =>
        Reading(() => living.Search.Search(query, most).Select(f => new IndexHit(living.IdOf(f.Record), clusters[f.Record], f.Probability, f.Weight)).ToList());

    /// <summary>Why a record was found by a query.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public Explanation Explain(IReadOnlyDictionary<string, string> query, Guid record) => Reading(() => living.Search.Explain(query, living.NumberOf(record)));

    /// <summary>Why two records are taken for one person or for two.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public Explanation Explain(Guid a, Guid b) => Reading(() => living.Explain(a, b));

    /// <summary>The records that may be of the same person as one, the likeliest first: those compared with it, and, however unlikely, those about which something was decided and those with its identifier of its agency or its NHS number.</summary>
    /// <param name="record">Its id.</param>
    /// <param name="least">The lowest probability.</param>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public IReadOnlyList<MatchCandidate> CandidatesOf(Guid record, double least = Linker.LeastProbability) => Reading(() =>
        living.Likely(living.NumberOf(record), least, [.. decisions.With(record).Select(d => d.Other)])
            .Select(m => new MatchCandidate(living.IdOf(m.Number), clusters[m.Number], m.Probability, living.Shares(m.Pattern), decisions.Of(record, living.IdOf(m.Number)))).ToList());

    /// <summary>The cluster of a record; 0 where there is no such record.</summary>
    public long ClusterOf(Guid record) => Reading(() => living.TryNumber(record, out var number) ? clusters[number] : 0);

    /// <summary>The records of a cluster, in the order of their ids; none where there is no such cluster.</summary>
    public IReadOnlyList<Guid> RecordsOf(long cluster) => Reading(() => Members(cluster).Select(living.IdOf).Order().ToList());

    /// <summary>A record comes.</summary>
    /// <exception cref="ArgumentException">There is one with its id, or it has another number of values than the mapping has fields.</exception>
    public IndexUpdate Add(IndexedRecord record) => Writing(() => !living.Has(record.Id) ? Apply([RecordChange.Put(record)]) : throw new ArgumentException("There is a record with this id.", nameof(record)));

    /// <summary>A record is no longer as it was.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public IndexUpdate Change(IndexedRecord record) => Writing(() => living.Has(record.Id) ? Apply([RecordChange.Put(record)]) : throw new KeyNotFoundException("There is no record with this id."));

    /// <summary>A record goes; what was decided about it is kept.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public IndexUpdate Withdraw(Guid record) => Writing(() => living.Has(record) ? Apply([RecordChange.Withdraw(record)]) : throw new KeyNotFoundException("There is no record with this id."));

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
            touched.UnionWith(new[] { one.A, one.B }.Where(living.Has).Select(living.NumberOf));
        }

        return Remake(touched, []);
    });

    /// <summary>Learns a new basis from the records as they are now, and changes nothing.</summary>
    /// <exception cref="FormatException">There are fewer than two records.</exception>
    public LinkageBasis Learn(CancellationToken cancel = default) => Reading(() => living.Learn(cancel));

    /// <summary>Goes by another basis from now on. Decisions bind as before, and clusters keep their ids as far as they keep their records.</summary>
    /// <exception cref="FormatException">The basis is of another mapping.</exception>
    public IndexUpdate Replace(LinkageBasis basis, CancellationToken cancel = default) => Writing(() => Assemble(living.Fork(), basis, cancel));

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

    /// <summary>Compares all anew by a basis, in a set of its own: nothing has changed where that fails.</summary>
    private IndexUpdate Assemble(LivingRecords next, LinkageBasis basis, CancellationToken cancel)
    {
        var order = next.InOrder();
        next.GoBy(basis, order);
        var linked = next.Link(DecisionsAmong([.. order.Select((_, number) => next.IdOf(number))]), cancel);
        living = next;
        Arrange(order);
        var persons = linked?.Persons ?? new int[next.Count];
        var events = clusters.TrueForAll(c => c == 0) ? NameNew(persons) : Name([.. Enumerable.Range(0, next.Count)], persons, []);
        return new IndexUpdate(events, linked is null ? [] : [.. linked.Doubts.Select(d => new RecordDoubt(d.Kind, next.IdOf(d.A), next.IdOf(d.B), d.Probability))], []);
    }

    /// <summary>The records are numbered anew, and were before by these numbers.</summary>
    private void Arrange(List<int> order)
    {
        long[] before = [.. clusters];
        clusters.Clear();
        besides.Clear();
        firsts.Clear();
        foreach (var number in order)
        {
            clusters.Add(before[number]);
            besides.Add(0);
            Link(clusters.Count - 1);
        }
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
            IndexRows.Check(living.All, change.Record);
        }

        var touched = new HashSet<int>();
        var gone = new Dictionary<Guid, long>();
        foreach (var change in changes)
        {
            if (living.TryNumber(change.Id, out var number))
            {
                gone.Add(change.Id, clusters[number]);
                touched.UnionWith(Neighbours(number).Select(n => n.Number));
                living.Remove(number, touched);
                touched.Remove(number);
            }

            if (change.Record is { } record)
            {
                gone.Remove(record.Id, out var before);
                var entered = living.Enter(record, touched);
                clusters.Add(before);
                besides.Add(entered);
                touched.Add(entered);
            }
        }

        var update = Remake(touched, [.. gone.Select(g => (g.Key, g.Value))]);
        if (living.IsUnsorted)
        {
            Arrange(living.SortAnew());
        }

        return update;
    }

    /// <summary>What holds a record together with others: probability, a decision, or one identifier of one agency.</summary>
    private List<(int Number, double Probability)> Neighbours(int number)
    {
        var met = new HashSet<int>();
        living.Meet(number, gathered, other => met.Add(other));
        var neighbours = met.Select(other => (other, living.ProbabilityOf(number, other))).Where(n => n.Item2 >= Basis.Threshold).ToList();
        neighbours.AddRange(decisions.With(living.IdOf(number)).Where(d => d.Decision == PersonDecision.Same && living.Has(d.Other)).Select(d => (living.NumberOf(d.Other), 0.0)));
        neighbours.AddRange(living.Identified(number, gathered).Select(n => (n, 0.0)));
        return neighbours;
    }

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

        int[] members = [.. touched.OrderBy(living.IdOf)];
        var places = members.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i);
        var decided = DecisionsAmong([.. members.Select(living.IdOf)]);
        var clustering = new Clustering(members.Length, (a, b) => living.ProbabilityOf(members[a], members[b]), decided, living.All.Copy(members).Identified());
        var scored = pairs.Select(p => new ScoredPair(places[p.A], places[p.B], p.Probability)).Where(p => p.A < p.B).OrderBy(p => p.A).ThenBy(p => p.B).ToList();
        var persons = clustering.Of(scored, Basis.Threshold, new ParallelOptions { MaxDegreeOfParallelism = 1 });
        var doubts = Doubtful(members, persons, decided, clustering.Contradictions);
        return new IndexUpdate(Name(members, persons, gone), doubts, [.. members.Select(living.IdOf)]);
    }

    /// <summary>Gives clusters their ids, and the records their clusters. Persons are known by the place of their first record among the members.</summary>
    private List<ClusterEvent> Name(int[] members, int[] persons, IReadOnlyList<(Guid Id, long Before)> gone)
    {
        var (names, events) = ClusterChanges.Of(
            [.. members.Select((m, i) => (living.IdOf(m), clusters[m], persons[i])).Concat(gone.Select(g => (g.Id, g.Before, -1))).OrderBy(r => r.Item1)], () => ++lastCluster);
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
        int[] identifiers = [.. new[] { FieldKind.NhsNumber, FieldKind.Upn }.Select(living.All.Layout.SlotOf).Where(s => s >= 0)];
        int[] all = [.. members, .. members.SelectMany(m => identifiers.SelectMany(s => living.WithIdentifier(m, s, gathered))).Where(m => !own.Contains(m)).Distinct().Order()];
        var seen = living.All.Copy(all);
        // Elsewhere clusters are not made anew: their numbers only have to differ from those here.
        int[] clustersOf = [.. all.Select((m, i) => i < members.Length ? persons[i] : members.Length + (int)(clusters[m] % (int.MaxValue / 2)))];
        return [.. Doubts.Find(seen, decided, contradictions, clustersOf, (a, b) => living.ProbabilityOf(all[a], all[b]))
            .Where(d => d.A < members.Length || d.B < members.Length).Select(d => new RecordDoubt(d.Kind, living.IdOf(all[d.A]), living.IdOf(all[d.B]), d.Probability))];
    }
}
