using System.Text;
using Trellis.Linkage;
using Xunit;

namespace Trellis.Engines.Tests.Linkage;

public sealed class PersonIndexTests
{
    private const int Family = 1;
    internal static readonly FieldMap Map = FieldMap.Of([FieldKind.Given, FieldKind.Family, FieldKind.Birth, FieldKind.Sex, FieldKind.Postcode, FieldKind.AgencyId]);
    private static readonly IReadOnlyList<IndexedRecord> Made = Records(900);
    private static readonly LinkageBasis Learnt = PersonIndex.Build(Map, Made).Basis;

    [Fact]
    public void Build_ManyRecords_LearnsAndFindsPersons()
    {
        using var index = PersonIndex.Build(Map, Made);
        Assert.Equal(Made.Count, index.Count);
        Assert.InRange(index.Clusters, 850, 1000);
        Assert.InRange(index.Basis.Model.Same.Pairs, 1800, 2700);
        Assert.Equal(index.Count, Made.Select(r => index.ClusterOf(r.Id)).Distinct().Sum(c => index.RecordsOf(c).Count));
    }

    /// <summary>Whatever comes, changes, goes and is decided in whatever order: the clusters are those of linking what is there from scratch, and the events tell all that became of them.</summary>
    [Theory]
    [InlineData(1, 1000)]
    [InlineData(2, 1000)]
    [InlineData(3, 3)] // keys pass the largest size of a block up and down all the time
    [InlineData(4, 2)]
    [InlineData(5, 6)]
    public void Update_AnySequence_IsAsLinkedFromScratch(int seed, int largest)
    {
        var random = new Random(seed);
        var basis = With(Learnt, largest);
        var known = Made.Where(_ => random.Next(3) == 0).ToDictionary(r => r.Id);
        var decided = new Dictionary<(Guid, Guid), DecidedRecords>();
        using var index = PersonIndex.Build(Map, known.Values, basis);
        var replayed = known.Keys.ToDictionary(id => id, index.ClusterOf);
        for (var step = 0; step < 250; step++)
        {
            var update = random.Next(8) switch
            {
                0 => Decide(index, decided, random),
                1 => Many(index, known, random),
                2 or 3 when known.Count > 20 => Withdraw(index, known, random),
                4 or 5 when known.Count > 20 => Change(index, known, random),
                _ => Add(index, known, random),
            };
            Replay(update.Events, replayed);
            Assert.Equal(replayed, known.Keys.ToDictionary(id => id, index.ClusterOf));
            if (step % 25 == 24)
            {
                Assert.Equal(FromScratch(known, basis, decided.Values), Partition(known.Keys, index.ClusterOf));
                using var again = PersonIndex.Build(Map, known.Values.OrderBy(_ => random.Next()), basis, decided.Values);
                Assert.Equal(Partition(known.Keys, again.ClusterOf), Partition(known.Keys, index.ClusterOf));
            }
        }

        Assert.Equal(known.Count, index.Count);
        Assert.Equal(replayed.Values.Distinct().Count(), index.Clusters);
        Assert.All(replayed.GroupBy(r => r.Value, r => r.Key), c => Assert.Equal(c.Order(), index.RecordsOf(c.Key)));
    }

    [Fact]
    public void Events_JoinSplitMergeAndGo()
    {
        using var index = PersonIndex.Build(Map, [], Learnt);
        var (first, again, other) = (Person(1, "olivia", "ashbrookley", "1990-04-17"), Person(2, "olivia", "ashbrookley", "1990-04-17"), Person(3, "felix", "hartknox", "1971-11-02"));
        var created = Assert.Single(index.Add(first).Events);
        Assert.Equal((ClusterEventKind.Created, index.ClusterOf(first.Id)), (created.Kind, created.Cluster));
        var joined = Assert.Single(index.Add(again).Events);
        Assert.Equal((ClusterEventKind.Joined, created.Cluster), (joined.Kind, joined.Cluster));
        index.Add(other);

        var split = Assert.Single(index.Decide(new DecidedRecords(first.Id, again.Id, PersonDecision.Never)).Events);
        Assert.Equal((ClusterEventKind.Split, created.Cluster), (split.Kind, split.From));
        var merged = Assert.Single(index.Decide(new DecidedRecords(first.Id, again.Id, PersonDecision.None)).Events);
        Assert.Equal((ClusterEventKind.Merged, created.Cluster, split.Cluster), (merged.Kind, merged.Cluster, merged.From));

        Assert.Equal([ClusterEventKind.Left], index.Withdraw(again.Id).Events.Select(e => e.Kind));
        Assert.Equal(ClusterEventKind.Merged, Assert.Single(index.Decide(new DecidedRecords(first.Id, other.Id, PersonDecision.Same)).Events).Kind);
        index.Withdraw(other.Id);
        Assert.Equal([ClusterEventKind.Left, ClusterEventKind.Gone], index.Withdraw(first.Id).Events.Select(e => e.Kind));
        Assert.Equal((0, 0), (index.Count, index.Clusters));

        // What was decided waits for its records.
        index.Update([RecordChange.Put(first), RecordChange.Put(other)]);
        Assert.Equal(index.ClusterOf(first.Id), index.ClusterOf(other.Id));
    }

    [Fact]
    public void Update_ARecord_TouchesNoOtherCluster()
    {
        using var index = PersonIndex.Build(Map, Made, Learnt);
        var update = index.Change(Made[17] with { Values = [.. Made[17].Values.Take(4), "ZZ1 1ZZ", null] });
        Assert.Contains(Made[17].Id, update.Touched);
        Assert.InRange(update.Touched.Count, 1, 200);
    }

    [Fact]
    public void AgencyIdentifier_OfOneAgency_MakesOnePerson()
    {
        var (first, second) = (Person(1, "olivia", "ashbrookley", "1990-04-17", "School", "A-12"), Person(2, "tobias", "merfieldott", "1963-02-09", "School", "a12"));
        using var index = PersonIndex.Build(Map, [first, second], Learnt);
        Assert.Equal(index.ClusterOf(first.Id), index.ClusterOf(second.Id));
        Assert.Equal(DoubtKind.OneByAgencyIdentifierOnly, Assert.Single(index.Beginning.Doubts).Kind);

        var elsewhere = index.Change(second with { Agency = "Police" });
        Assert.NotEqual(index.ClusterOf(first.Id), index.ClusterOf(second.Id));
        Assert.Empty(elsewhere.Doubts);

        index.Change(second);
        var never = index.Decide(new DecidedRecords(first.Id, second.Id, PersonDecision.Never));
        Assert.NotEqual(index.ClusterOf(first.Id), index.ClusterOf(second.Id));
        Assert.Equal(DoubtKind.AgencyIdentifierContradictsDecision, Assert.Single(never.Doubts).Kind);
    }

    [Fact]
    public void AgencyIdentifier_WithoutItsAgency_IsEvidenceAlone()
    {
        var (first, second) = (Person(1, "olivia", "ashbrookley", "1990-04-17", null, "A-12"), Person(2, "tobias", "merfieldott", "1963-02-09", null, "A-12"));
        using var index = PersonIndex.Build(Map, [first, second], Learnt);
        Assert.NotEqual(index.ClusterOf(first.Id), index.ClusterOf(second.Id));
    }

    [Fact]
    public void Replace_Basis_KeepsDecisionsAndIds()
    {
        using var index = PersonIndex.Build(Map, Made, LinkageBasis.Beginning(Map));
        var pair = Made.Select(r => index.RecordsOf(index.ClusterOf(r.Id))).First(c => c.Count == 2);
        index.Decide(new DecidedRecords(pair[0], pair[1], PersonDecision.Never));
        var before = Made.ToDictionary(r => r.Id, r => index.ClusterOf(r.Id));

        var update = index.Replace(LinkageBasis.Read(index.Learn().Write()));
        Assert.NotEqual(index.ClusterOf(pair[0]), index.ClusterOf(pair[1]));
        Replay(update.Events, before);
        Assert.Equal(before, Made.ToDictionary(r => r.Id, r => index.ClusterOf(r.Id)));
        Assert.Throws<FormatException>(() => index.Replace(LinkageBasis.Beginning(FieldMap.Of([FieldKind.Family]))));
        Assert.Equal(before, Made.ToDictionary(r => r.Id, r => index.ClusterOf(r.Id)));
    }

    [Fact]
    public void Build_RecordsWithTheirClusters_KeepThem()
    {
        using var index = PersonIndex.Build(Map, Made, Learnt);
        using var again = PersonIndex.Build(Map, Made.Select(r => r with { Cluster = index.ClusterOf(r.Id) + 1000 }), Learnt);
        Assert.Empty(again.Beginning.Events);
        Assert.All(Made, r => Assert.Equal(index.ClusterOf(r.Id) + 1000, again.ClusterOf(r.Id)));
    }

    [Fact]
    public void Beginning_WithNothingLearnt_KnowsOnePersonFromTwo()
    {
        using var index = PersonIndex.Build(Map, []);
        var (first, again, brother) = (Person(1, "olivia", "ashbrookley", "1990-04-17"), Person(2, "olivia", "ashbrookly", "1990-04-17"), Person(3, "felix", "ashbrookley", "1992-08-30"));
        index.Update([RecordChange.Put(first), RecordChange.Put(again), RecordChange.Put(brother)]);
        Assert.Equal(index.ClusterOf(first.Id), index.ClusterOf(again.Id));
        Assert.NotEqual(index.ClusterOf(first.Id), index.ClusterOf(brother.Id));
    }

    [Fact]
    public void CandidatesOf_ARecord_AreExplained()
    {
        using var index = PersonIndex.Build(Map, Made, Learnt);
        var record = Made.First(r => index.CandidatesOf(r.Id) is { Count: > 2 } of && of[0].Probability > 0.9);
        var candidates = index.CandidatesOf(record.Id);
        var mate = candidates[0];
        Assert.Equal("one person", mate.Kinds[0].Name);
        Assert.Equal(1, mate.Kinds.Sum(k => k.Probability), 9);
        Assert.Equal(mate.Probability, index.Explain(record.Id, mate.Record).Probability, 9);
        Assert.Equal(index.Explain(record.Id, mate.Record).Steps[^1].Sum, index.Explain(mate.Record, record.Id).Steps[^1].Sum, 6);
        Assert.Equal(candidates.OrderByDescending(c => c.Probability).Select(c => c.Record), candidates.Select(c => c.Record));
        Assert.DoesNotContain(record.Id, candidates.Select(c => c.Record));
    }

    [Fact]
    public void Search_PartOfARecord_FindsAndExplains()
    {
        using var index = PersonIndex.Build(Map, Made, Learnt);
        var record = Made.First(r => r.Values[Family]!.Length > 8 && !string.IsNullOrEmpty(r.Values[2]));
        var query = new Dictionary<string, string> { ["family name"] = record.Values[Family]!.Remove(4, 1), ["date of birth"] = record.Values[2]! };
        var hit = index.Search(query)[0];
        Assert.Equal(index.ClusterOf(record.Id), hit.Cluster);
        var why = index.Explain(query, hit.Record);
        Assert.Equal(hit.Weight, why.Steps[^1].Sum, 6);
        Assert.Equal(hit.Probability, why.Probability, 6);
        Assert.Contains(why.Steps, s => s.Evidence == "family name" && s.A == query["family name"]);
    }

    [Fact]
    public async Task Search_WhileOthersChange_FindsWhatStays()
    {
        using var index = PersonIndex.Build(Map, Made.Take(600), Learnt);
        using var ended = new CancellationTokenSource();
        var still = Made.Take(300).Where(r => r.Values.Take(3).All(v => !string.IsNullOrEmpty(v))).ToList();
        var searches = Enumerable.Range(0, 3).Select(thread => Task.Run(() =>
        {
            var found = 0;
            for (var i = thread; !ended.IsCancellationRequested || found == 0; i++)
            {
                var record = still[i % still.Count];
                var query = new Dictionary<string, string> { ["given name"] = record.Values[0]! + "x", ["family name"] = record.Values[Family]!, ["date of birth"] = record.Values[2]! };
                Assert.Contains(record.Id, index.Search(query, 50).Select(h => h.Record));
                found++;
            }
        }, TestContext.Current.CancellationToken)).ToList();
        for (var i = 600; i < Made.Count; i++)
        {
            index.Add(Made[i]);
            index.Withdraw(Made[i - 300].Id);
        }

        await ended.CancelAsync();
        await Task.WhenAll(searches);
        Assert.Equal(600, index.Count);
    }

    [Fact]
    public void Update_WhatIsWrong_ChangesNothing()
    {
        using var index = PersonIndex.Build(Map, Made.Take(10), Learnt);
        Assert.Throws<ArgumentException>(() => index.Update([RecordChange.Put(Made[20]), RecordChange.Put(Made[21] with { Values = ["a"] })]));
        Assert.Throws<ArgumentException>(() => index.Add(Made[3]));
        Assert.Throws<KeyNotFoundException>(() => index.Withdraw(Made[20].Id));
        Assert.Throws<KeyNotFoundException>(() => index.Change(Made[20]));
        Assert.Throws<ArgumentException>(() => index.Decide(new DecidedRecords(Made[0].Id, Made[0].Id, PersonDecision.Same)));
        Assert.Equal(10, index.Count);
        Assert.Throws<ArgumentException>(() => PersonIndex.Build(Map, [Made[0], Made[0]], Learnt));
    }

    private static IndexUpdate Add(PersonIndex index, Dictionary<Guid, IndexedRecord> known, Random random)
    {
        if (Made.Where(r => !known.ContainsKey(r.Id)).ElementAtOrDefault(random.Next(20)) is not { } record)
        {
            return Change(index, known, random);
        }

        known.Add(record.Id, record);
        return index.Add(record);
    }

    private static IndexUpdate Change(PersonIndex index, Dictionary<Guid, IndexedRecord> known, Random random)
    {
        var (record, like) = (Any(known, random), Any(known, random));
        var changed = random.Next(3) == 0 ? like with { Id = record.Id } : record with { Values = [.. record.Values.Select((v, i) => random.Next(4) == 0 ? like.Values[i] : v)] };
        known[record.Id] = changed;
        return index.Change(changed);
    }

    private static IndexUpdate Withdraw(PersonIndex index, Dictionary<Guid, IndexedRecord> known, Random random)
    {
        var record = Any(known, random);
        known.Remove(record.Id);
        return index.Withdraw(record.Id);
    }

    private static IndexUpdate Many(PersonIndex index, Dictionary<Guid, IndexedRecord> known, Random random)
    {
        var changes = new List<RecordChange>();
        for (var i = 0; i < 12; i++)
        {
            var record = Made[random.Next(Made.Count)];
            if (random.Next(2) == 0)
            {
                known[record.Id] = record;
                changes.Add(RecordChange.Put(record));
            }
            else
            {
                known.Remove(record.Id);
                changes.Add(RecordChange.Withdraw(record.Id));
            }
        }

        return index.Update(changes);
    }

    private static IndexUpdate Decide(PersonIndex index, Dictionary<(Guid, Guid), DecidedRecords> decided, Random random)
    {
        var a = Made[random.Next(Made.Count)].Id;
        var candidates = index.ClusterOf(a) == 0 ? [] : index.CandidatesOf(a, 0);
        var b = candidates.Count > 0 && random.Next(4) > 0 ? candidates[random.Next(candidates.Count)].Record : Made[random.Next(Made.Count)].Id;
        b = b == a ? Made.First(r => r.Id != a).Id : b;
        var one = new DecidedRecords(a, b, random.Next(5) switch { 0 => PersonDecision.None, 1 => PersonDecision.Same, _ => PersonDecision.Never });
        decided[a.CompareTo(b) < 0 ? (a, b) : (b, a)] = one;
        return index.Decide(one);
    }

    private static IndexedRecord Any(Dictionary<Guid, IndexedRecord> known, Random random) => known.Values.ElementAt(random.Next(known.Count));

    private static void Replay(IReadOnlyList<ClusterEvent> events, Dictionary<Guid, long> clusters)
    {
        foreach (var one in events)
        {
            foreach (var record in one.Records)
            {
                // Records that left may stand in none any more; all others come from where the event says.
                Assert.Equal(one.Kind == ClusterEventKind.Left ? one.Cluster : one.From, clusters.GetValueOrDefault(record));
                _ = one.Kind == ClusterEventKind.Left ? clusters.Remove(record) : (clusters[record] = one.Cluster) > 0;
            }

            Assert.DoesNotContain(one.Kind switch { ClusterEventKind.Merged => one.From, ClusterEventKind.Gone => one.Cluster, _ => -1 }, clusters.Values);
        }
    }

    /// <summary>By the steps that link files, of a file with the records in the order of their ids.</summary>
    private static List<string> FromScratch(Dictionary<Guid, IndexedRecord> known, LinkageBasis basis, IEnumerable<DecidedRecords> decided)
    {
        var order = known.Values.OrderBy(r => r.Id).ToList();
        var numbers = order.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i);
        var file = new StringBuilder("agency,given name,family name,date of birth,sex,postcode,agency's identifier\n");
        foreach (var record in order)
        {
            file.Append(record.Agency).Append(',').AppendJoin(',', record.Values).Append('\n');
        }

        var map = FieldMap.Parse("""{"agency": "agency", "given": "given name", "family": "family name", "birth": "date of birth", "sex": "sex", "postcode": "postcode", "agencyId": "agency's identifier"}"""u8.ToArray());
        var records = RecordReader.Read([new RecordFile("f.csv", Encoding.UTF8.GetBytes(file.ToString()))], map);
        List<DecidedPair> Pairs(PersonDecision of) => [.. decided.Where(d => d.Decision == of && numbers.ContainsKey(d.A) && numbers.ContainsKey(d.B))
            .Select(d => new DecidedPair(Math.Min(numbers[d.A], numbers[d.B]), Math.Max(numbers[d.A], numbers[d.B]))).OrderBy(p => p.A).ThenBy(p => p.B)];
        var persons = new Linker(records, new LinkOptions { Basis = basis, Decisions = new Decisions(Pairs(PersonDecision.Same), Pairs(PersonDecision.Never)) }).Link().Persons;
        return Partition(known.Keys, id => persons[numbers[id]]);
    }

    private static List<string> Partition(IEnumerable<Guid> ids, Func<Guid, long> clusterOf) => [.. ids.GroupBy(clusterOf).Select(g => string.Join(' ', g.Order())).Order(StringComparer.Ordinal)];

    internal static LinkageBasis With(LinkageBasis basis, int largest) => new()
    {
        Model = basis.Model, Threshold = 0.5, Common = basis.Common, LargestBlocks = basis.LargestBlocks.ToDictionary(b => b.Key, b => Math.Min(largest, b.Value), StringComparer.Ordinal),
    };

    private static IndexedRecord Person(int number, string given, string family, string born, string? agency = null, string? identifier = null) =>
        new(new Guid(number, 0, 0, new byte[8]), [given, family, born, "", "B1 2CD", identifier]) { Agency = agency };

    /// <summary>Made records; every sixth has an identifier of an agency, now and then one that another has too.</summary>
    internal static List<IndexedRecord> Records(int persons)
    {
        var records = MadePersons.Read(MadePersons.Csv(persons, mostCopies: 4));
        var random = new Random(7);
        return [.. Enumerable.Range(0, records.Count).Select(r => new IndexedRecord(
            new Guid(random.Next(), (short)r, 0, new byte[8]), [.. Enumerable.Range(0, 5).Select(f => records.ValueOf(r, f)), r % 6 == 0 ? $"N{random.Next(600)}" : null]) { Agency = r % 12 == 0 ? "school" : "police" })];
    }
}
