using Trellis.Linkage;
using Xunit;

namespace Trellis.Engines.Tests.Linkage;

public sealed class RecordIndexTests
{
    private static readonly FieldMap Map = PersonIndexTests.Map;
    private static readonly IReadOnlyList<IndexedRecord> Made = PersonIndexTests.Records(900);
    private static readonly LinkageBasis Learnt = RecordIndex.Build(Map, Made).Basis;

    [Fact]
    public void Build_ManyRecords_LearnsWhatLinkingLearns() => Assert.Equal(PersonIndex.Build(Map, Made).Basis.Write(), Learnt.Write());

    /// <summary>Whatever came, changed and went, in place or as a copy: it finds and compares as an index that was made of what is there now.</summary>
    [Theory]
    [InlineData(1, 1000)]
    [InlineData(2, 3)]
    public void UpdateAndWith_AnySequence_AreAsMadeAnew(int seed, int largest)
    {
        var random = new Random(seed);
        var basis = PersonIndexTests.With(Learnt, largest);
        var known = Made.Where(_ => random.Next(2) == 0).ToDictionary(r => r.Id);
        using var index = RecordIndex.Build(Map, known.Values, basis);
        var living = index;
        for (var step = 0; step < 30; step++)
        {
            var before = Sight(living, known.Keys);
            List<RecordChange> changes = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => Any(random, known))];
            if (random.Next(2) == 0)
            {
                living.Update(changes);
                Apply(changes, known);
            }
            else
            {
                var other = living.With(changes);
                Assert.Equal(before, Sight(living, known.Keys));
                Apply(changes, known);
                living = other;
            }

            Assert.Equal(known.Count, living.Count);
            if (step % 5 == 4)
            {
                using var anew = RecordIndex.Build(Map, known.Values, basis);
                Assert.Equal(Sight(anew, known.Keys), Sight(living, known.Keys));
            }
        }
    }

    [Fact]
    public async Task With_WhileOthersSearch_ChangesNothingForThem()
    {
        using var index = RecordIndex.Build(Map, Made.Take(600), Learnt);
        var before = Sight(index, Made.Take(600).Select(r => r.Id));
        var searches = Task.Run(() => Enumerable.Range(0, 10).Select(_ => Sight(index, Made.Take(600).Select(r => r.Id))).ToList(), TestContext.Current.CancellationToken);
        var other = index.With([.. Made.Skip(600).Select(r => RecordChange.Put(r with { Values = [$"{r.Values[0]}{r.Id:N}", .. r.Values.Skip(1)] }))], TestContext.Current.CancellationToken);
        Assert.Equal((600, Made.Count), (index.Count, other.Count));
        Assert.All(await searches, seen => Assert.Equal(before, seen));
        Assert.Equal(Made[700].Id, other.Search(new Dictionary<string, string> { ["given name"] = $"{Made[700].Values[0]}{Made[700].Id:N}" }, 1)[0].Record);
    }

    /// <summary>Whoever joins by equal NHS numbers has to see them, whatever the model thinks of the names.</summary>
    [Fact]
    public void CandidatesOf_OneNhsNumber_ComeHoweverUnlikely()
    {
        var map = FieldMap.Of([FieldKind.Given, FieldKind.Family, FieldKind.Birth, FieldKind.NhsNumber]);
        string[][] values = [["Olivia", "Ashbrook", "1990-04-17", "943 476 5919"], ["Tobias", "Merfield", "1963-02-09", "9434765919"], ["Felix", "Hartknox", "1971-11-02", ""], ["Iris", "Pike", "1981-11-02", "9434765870"]];
        using var index = RecordIndex.Build(map, values.Select((v, i) => new IndexedRecord(Made[i].Id, v)));
        Assert.Equal(Made[1].Id, Assert.Single(index.CandidatesOf(Made[0].Id, 0.99)).Record);
        Assert.Empty(index.CandidatesOf(Made[3].Id, 0.99));

        // A number that very many have is nobody's.
        index.Update([.. Enumerable.Range(10, 60).Select(i => RecordChange.Put(new IndexedRecord(Made[i].Id, [$"Name{i}", "", $"19{i}-01-01", "9434765919"])))]);
        Assert.Empty(index.CandidatesOf(Made[0].Id, 0.99));
    }

    [Fact]
    public void Basis_OfThisMapping_FitsAndOfAnotherDoesNot()
    {
        Assert.True(LinkageBasis.Read(Learnt.Write()).Fits(Map));
        Assert.False(Learnt.Fits(FieldMap.Of([FieldKind.Family, FieldKind.Birth])));
    }

    /// <summary>Records of the caller's own kind make the same index as texts do.</summary>
    [Fact]
    public void Build_OfBytes_IsAsOfTexts()
    {
        using var texts = RecordIndex.Build(Map, Made, Learnt);
        var bytes = Made.ToDictionary(r => r.Id, r => r.Values.Select(v => System.Text.Encoding.UTF8.GetBytes($" {v} ")).ToArray());
        using var index = RecordIndex.Build(Map, Made, 10, r => r.Id, r => r.Agency, (r, field) => bytes[r.Id][field], Learnt);
        Assert.Equal(Sight(texts, Made.Select(r => r.Id)), Sight(index, Made.Select(r => r.Id)));
        Assert.Throws<ArgumentException>(() => RecordIndex.Build(Map, [Made[0], Made[0]], 2, r => r.Id, r => r.Agency, (r, field) => bytes[r.Id][field], Learnt));
    }

    [Fact]
    public void Update_WrongInput_ChangesNothing()
    {
        using var index = RecordIndex.Build(Map, Made.Take(10), Learnt);
        Assert.Throws<ArgumentException>(() => index.Update([RecordChange.Withdraw(Made[0].Id), RecordChange.Put(new IndexedRecord(Made[1].Id, ["too few"]))]));
        Assert.Throws<ArgumentException>(() => index.With([RecordChange.Put(new IndexedRecord(Made[1].Id, ["too few"]))]));
        Assert.Throws<KeyNotFoundException>(() => index.CandidatesOf(Made[20].Id));
        Assert.Throws<KeyNotFoundException>(() => index.Explain(Made[0].Id, Made[20].Id));
        Assert.Throws<FormatException>(() => RecordIndex.Build(Map, Made, LinkageBasis.Beginning(FieldMap.Of([FieldKind.Family]))));
        index.Update([RecordChange.Withdraw(Made[20].Id)]);
        Assert.Equal(10, index.Count);
    }

    private static RecordChange Any(Random random, Dictionary<Guid, IndexedRecord> known)
    {
        var (record, like) = (Made[random.Next(Made.Count)], Made[random.Next(Made.Count)]);
        return random.Next(4) switch
        {
            0 => RecordChange.Withdraw(record.Id),
            1 => RecordChange.Put(like with { Id = record.Id }),
            2 => RecordChange.Put(record with { Values = [.. record.Values.Select((v, i) => random.Next(4) == 0 ? like.Values[i] : v)] }),
            _ => RecordChange.Put(known.GetValueOrDefault(record.Id, record)),
        };
    }

    private static void Apply(List<RecordChange> changes, Dictionary<Guid, IndexedRecord> known)
    {
        foreach (var change in changes)
        {
            _ = change.Record is { } record ? (known[change.Id] = record) is null : known.Remove(change.Id);
        }
    }

    /// <summary>What the index tells of every seventh record: who else it may be of, why, and who is found by it. Equally likely ones come in any order.</summary>
    private static List<string> Sight(RecordIndex index, IEnumerable<Guid> ids) => [.. ids.Order().Where((_, i) => i % 7 == 0).SelectMany(id =>
    {
        var candidates = index.CandidatesOf(id);
        var record = Made.First(r => r.Id == id);
        var query = new Dictionary<string, string> { ["given name"] = record.Values[0]!, ["family name"] = record.Values[1]!, ["date of birth"] = record.Values[2]! };
        return new[]
        {
            $"{id}: {string.Join(' ', candidates.Select(c => $"{c.Record} {c.Probability:r}"))}",
            string.Join(' ', candidates.Select(c => $"{index.Explain(id, c.Record).Probability:r}")),
            string.Join(' ', index.Search(query, 1000).Where(h => h.Probability > 0.5).OrderByDescending(h => h.Weight).ThenBy(h => h.Record).Select(h => $"{h.Record} {h.Weight:r}")),
        };
    })];
}
