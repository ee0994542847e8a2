namespace Trellis.Linkage;

/// <summary>
/// The records of an index, by number and by id: they come and go, are compared and searched. Whoever holds it lets nobody read while it changes.
/// </summary>
internal sealed class LivingRecords
{
    /// <summary>What came since all was sorted may be an eighth of it.</summary>
    private const int SortedAnewBelow = 8;
    private const int FewestAdded = 200_000;
    private const int FewestToLearn = 1000;

    /// <summary>A number that more records have stands for none.</summary>
    private const int MostOfOneNumber = 50;

    /// <summary>So many are taken in at a time.</summary>
    private const int Together = 1 << 13;

    private readonly ParallelOptions parallel;
    private readonly Dictionary<Guid, int> numbers;
    private readonly List<Guid> ids;
    private readonly List<int> gathered = [];
    private readonly SimilarityCache cache = new();
    private PatternScores scores = null!;
    private RecordKeys keys = null!;
    private int[] largest = [];

    private LivingRecords(RecordSet all, Dictionary<Guid, int> numbers, List<Guid> ids, ParallelOptions parallel) => (All, this.numbers, this.ids, this.parallel) = (all, numbers, ids, parallel);

    public RecordSet All { get; private set; }

    public LinkageBasis Basis { get; private set; } = null!;

    public Comparison Comparison { get; private set; } = null!;

    public BlockingRules Rules { get; private set; } = null!;

    public PersonSearch Search { get; private set; } = null!;

    /// <summary>How many there are.</summary>
    public int Count => numbers.Count;

    /// <summary>Takes records in, and tells of each in their order; they are compared after <see cref="GoBy"/>.</summary>
    /// <exception cref="ArgumentException">Two records have one id, or one has another number of values than the mapping has fields.</exception>
    public static LivingRecords Read(FieldMap map, IEnumerable<IndexedRecord> given, int threads, Action<IndexedRecord>? each, CancellationToken cancel)
    {
        var living = Empty(map, 0, threads);
        var reader = new IndexRows(living.All);
        living.TakeIn(given, record => record.Id, some => reader.Read(some, living.parallel), each, cancel);
        return living;
    }

    /// <summary>The same of records of the caller's, which are not made anew for it.</summary>
    /// <exception cref="ArgumentException">Two records have one id.</exception>
    public static LivingRecords Read<T>(FieldMap map, IEnumerable<T> given, int expected, Func<T, Guid> idOf, Func<T, string?> agencyOf, FieldText<T> textOf, int threads, CancellationToken cancel)
    {
        var living = Empty(map, expected, threads);
        var reader = new IndexRows(living.All);
        living.TakeIn(given, idOf, some => reader.Read(some, textOf, agencyOf, living.parallel), null, cancel);
        return living;
    }

    /// <summary>What to go by: what is given; else what these records teach, or a guess where they are too few.</summary>
    public LinkageBasis BasisOr(LinkageBasis? given, CancellationToken cancel) => given ?? (Count >= FewestToLearn ? Learn(All, cancel) : LinkageBasis.Beginning(All.Map));

    /// <summary>Learns from the records as they are now, in the order of their ids.</summary>
    public LinkageBasis Learn(CancellationToken cancel) => Learn(All.Copy(InOrder()), cancel);

    /// <summary>The numbers of the records in the order of their ids.</summary>
    public List<int> InOrder() => [.. numbers.OrderBy(n => n.Key).Select(n => n.Value)];

    /// <summary>Compares by a basis from now on. With an order the records are numbered anew by it, without those that are no more.</summary>
    /// <exception cref="FormatException">The basis is of another mapping; nothing has changed then.</exception>
    public void GoBy(LinkageBasis basis, List<int>? order = null)
    {
        var copy = order is null ? All : All.Copy(order);
        var comparison = new Comparison(copy, basis.Common);
        if (!basis.Model.Fits(comparison.Evidence))
        {
            throw new FormatException("The basis was made with another mapping: it does not compare the same fields.");
        }

        (Basis, Comparison, scores) = (basis, comparison, new PatternScores(basis.Model, comparison.Evidence));
        Rules = BlockingRules.For(copy, comparison.Names, forSearch: true);
        largest = [.. Rules.All.Take(Rules.Usual).Select(r => basis.LargestBlocks.GetValueOrDefault(r.Name, 1))];
        if (order is not null)
        {
            Renumber(order, copy);
        }

        Sort();
    }

    /// <summary>Links all; null where there are fewer than two. They are numbered in the order of their ids before.</summary>
    public LinkResult? Link(Decisions decisions, CancellationToken cancel) => Count < 2
        ? null
        : new Linker(All, new LinkOptions { Within = true, Threads = parallel.MaxDegreeOfParallelism, Basis = Basis, Decisions = decisions }, Comparison, Rules, cancel).Link();

    /// <summary>The same once more, to be changed by itself. The dictionaries stay common to both: nobody may read either while one grows.</summary>
    public LivingRecords Fork()
    {
        var fork = new LivingRecords(All.Copy(), new Dictionary<Guid, int>(numbers), [.. ids], parallel)
        {
            Basis = Basis, Comparison = Comparison, Rules = Rules, scores = scores, largest = largest, keys = keys.Fork(),
        };
        fork.Search = new PersonSearch(fork.All, Comparison, Basis.Model, Rules, fork.keys);
        return fork;
    }

    public bool Has(Guid id) => numbers.ContainsKey(id);

    public bool TryNumber(Guid id, out int number) => numbers.TryGetValue(id, out number);

    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public int NumberOf(Guid id) => numbers[id];

    public Guid IdOf(int number) => ids[number];

    public Explanation Explain(Guid a, Guid b) => Explanation.Of(Basis.Model, Comparison, All, numbers[a], numbers[b]);

    public double Probability(ulong pattern) => scores.Probability(pattern);

    public IReadOnlyList<PairKindShare> Shares(ulong pattern) => scores.Shares(pattern);

    /// <summary>In the order of their ids, as when all are linked at once: the first counts as the first.</summary>
    public ulong Pattern(int a, int b, SimilarityCache with) =>
        ids[a].CompareTo(ids[b]) < 0 ? Comparison.Pattern(All.Row(a), All.Row(b), with) : Comparison.Pattern(All.Row(b), All.Row(a), with);

    public double ProbabilityOf(int a, int b) => Probability(Pattern(a, b, cache));

    /// <summary>A record comes; its number. Those that were compared with each other and no longer are, are touched.</summary>
    public int Enter(IndexedRecord record, HashSet<int>? touched = null)
    {
        var number = All.Grow(1, 0);
        new IndexRows(All).Write(number, record);
        Comparison.CatchUp();
        Rules.CatchUp();
        Comparison.Prepare(All.RowOf(number));
        for (var rule = 0; touched is not null && rule < Rules.Usual; rule++)
        {
            // With one more the key's records are too many, and are no longer compared by this rule.
            if (Rules.All[rule].Key(All.Row(number)) is var key and not 0 && keys.Gather(rule, key, largest[rule], gathered) && gathered.Count == largest[rule])
            {
                touched.UnionWith(gathered);
            }
        }

        keys.Add(number, All.Row(number));
        numbers[record.Id] = number;
        ids.Add(record.Id);
        return number;
    }

    /// <summary>A record goes. Those that are compared with each other now and were not, are touched.</summary>
    public void Remove(int number, HashSet<int>? touched = null)
    {
        for (var rule = 0; touched is not null && rule < Rules.Usual; rule++)
        {
            // With one fewer the key's records are few enough to be compared.
            if (Rules.All[rule].Key(All.Row(number)) is var key and not 0 && keys.Gather(rule, key, largest[rule] + 1, gathered) && gathered.Count == largest[rule] + 1)
            {
                touched.UnionWith(gathered);
            }
        }

        keys.Remove(number);
        numbers.Remove(ids[number]);
    }

    /// <summary>Whether so many came that all should be sorted anew.</summary>
    public bool IsUnsorted => keys.Added > Math.Max(FewestAdded, (long)Rules.All.Count * keys.Alive / SortedAnewBelow);

    /// <summary>Numbers the records in the order of their ids, without those that are no more, and sorts them; the numbers that they had.</summary>
    public List<int> SortAnew()
    {
        var order = InOrder();
        Renumber(order, All.Copy(order));
        Sort();
        return order;
    }

    /// <summary>Calls back, perhaps more than once, for each record with which one is compared.</summary>
    public void Meet(int number, List<int> room, Action<int> with)
    {
        for (var rule = 0; rule < Rules.Usual; rule++)
        {
            if (Rules.All[rule].Key(All.Row(number)) is var key and not 0 && keys.Gather(rule, key, largest[rule], room))
            {
                foreach (var other in room.Where(o => o != number))
                {
                    with(other);
                }
            }
        }
    }

    /// <summary>The other records to which one agency gave one identifier.</summary>
    public List<int> Identified(int number, List<int> room) =>
        All.Layout.SlotOf(FieldKind.AgencyId) is >= 0 and var slot && All.Row(number)[slot] is not 0 and var value && All.Layout.NamesAgency(value) ? WithIdentifier(number, slot, room) : [];

    /// <summary>The other records with the same value of a field, which has a rule of its own; none where they are more than that.</summary>
    public List<int> WithIdentifier(int number, int slot, List<int> room, int most = int.MaxValue)
    {
        if (slot < 0 || All.Row(number)[slot] is not (not 0 and var value))
        {
            return [];
        }

        var rule = 0;
        while (Rules.All[rule].Name != All.Map.Fields[slot].Name)
        {
            rule++;
        }

        return !keys.Gather(rule, Rules.All[rule].Key(All.Row(number)), most, room) ? [] : [.. room.Where(o => o != number && All.Row(o)[slot] == value)];
    }

    /// <summary>The records with a probability of at least that, and some whatever it is, the likeliest first; equal ones in the order of their ids.</summary>
    public IEnumerable<(int Number, ulong Pattern, double Probability)> Likely(int number, double least, IReadOnlyCollection<Guid> bound)
    {
        var (room, own) = (new List<int>(), new SimilarityCache(SimilarityCache.ForFew));
        var always = bound.Where(numbers.ContainsKey).Select(id => numbers[id]).Concat(Identified(number, room)).Concat(WithIdentifier(number, All.Layout.SlotOf(FieldKind.NhsNumber), room, MostOfOneNumber)).ToHashSet();
        var candidates = new HashSet<int>(always);
        Meet(number, room, m => candidates.Add(m));
        return candidates.Select(m => (Number: m, Pattern: Pattern(number, m, own))).Select(m => (m.Number, m.Pattern, Probability: Probability(m.Pattern)))
            .Where(m => m.Probability >= least || always.Contains(m.Number)).OrderByDescending(m => m.Probability).ThenBy(m => ids[m.Number]);
    }

    private static LivingRecords Empty(FieldMap map, int expected, int threads)
    {
        var all = new RecordSet(map, expected) { IsByAgency = true };
        all.SourceNames.Add("");
        return new LivingRecords(all, new Dictionary<Guid, int>(expected), new List<Guid>(expected), new ParallelOptions { MaxDegreeOfParallelism = threads });
    }

    private void TakeIn<T>(IEnumerable<T> given, Func<T, Guid> idOf, Func<T[], int> read, Action<T>? each, CancellationToken cancel)
    {
        foreach (var some in given.Chunk(Together))
        {
            cancel.ThrowIfCancellationRequested();
            var number = read(some);
            foreach (var record in some)
            {
                var id = idOf(record);
                if (!numbers.TryAdd(id, number++))
                {
                    throw new ArgumentException("Two records have one id.", nameof(given));
                }

                ids.Add(id);
                each?.Invoke(record);
            }
        }
    }

    private LinkageBasis Learn(RecordSet some, CancellationToken cancel)
    {
        var linker = new Linker(some, new LinkOptions { Within = true, Threads = parallel.MaxDegreeOfParallelism }, cancel);
        return linker.Freeze(linker.Link());
    }

    private void Renumber(List<int> order, RecordSet copy)
    {
        Guid[] before = [.. ids];
        ids.Clear();
        foreach (var number in order)
        {
            numbers[before[number]] = ids.Count;
            ids.Add(before[number]);
        }

        All = copy;
    }

    private void Sort()
    {
        keys = RecordKeys.Make(All, Rules, parallel);
        Search = new PersonSearch(All, Comparison, Basis.Model, Rules, keys);
    }
}
