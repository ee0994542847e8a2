using System.Text;
using Trellis.Linkage;
using Xunit;

namespace Trellis.Engines.Tests.Linkage;

public sealed class LinkerTests
{
    [Fact]
    public void Learn_KnownSlips_FindsTheirRates()
    {
        var records = MadePersons.Read(MadePersons.Csv(6000));
        var result = new Linker(records, new LinkOptions()).Link();
        var proof = new LinkProof(records, within: true);

        Assert.InRange(result.Model.Same.Pairs / proof.TruePairs, 0.97, 1.03);
        Assert.InRange(Rate(result.Model, "date of birth", l => l.StartsWith("not known", StringComparison.Ordinal)), Both(MadePersons.NoDate) - 0.015, Both(MadePersons.NoDate) + 0.015);
        Assert.InRange(Rate(result.Model, "postcode", l => l.StartsWith("equal (", StringComparison.Ordinal)), 1 - Both(MadePersons.Moved) - 0.02, 1 - Both(MadePersons.Moved) + 0.02);
        Assert.InRange(Rate(result.Model, "given name", l => l.StartsWith("equal (", StringComparison.Ordinal)), 1 - Both(MadePersons.GivenSlip) - 0.02, 1 - Both(MadePersons.GivenSlip) + 0.02);
        Assert.InRange(proof.BestPairs(result.Pairs).F1, 0.97, 1);
        foreach (var promise in proof.Calibrations(result.Pairs).Where(c => c.Pairs > 200))
        {
            Assert.InRange(promise.True, promise.Promised - 0.1, promise.Promised + 0.1);
        }

        // In a record each, so a pair shows it when either does.
        static double Both(double one) => 1 - ((1 - one) * (1 - one));
    }

    [Fact]
    public void Link_OneThreadOrFour_GivesTheSame()
    {
        var file = MadePersons.Csv(3000);
        var one = new Linker(MadePersons.Read(file, threads: 1), new LinkOptions { Threads = 1 }).Link();
        var four = new Linker(MadePersons.Read(file, threads: 4), new LinkOptions { Threads = 4 }).Link();
        Assert.Equal(one.Pairs, four.Pairs);
        Assert.Equal(one.Persons, four.Persons);
        Assert.Equal(one.Model.Write(), four.Model.Write());
    }

    [Fact]
    public void Link_InPieces_GivesWhatOneRunGives()
    {
        var records = MadePersons.Read(MadePersons.Csv(3000));
        var whole = new Linker(records, new LinkOptions()).Link();
        var linker = new Linker(records, new LinkOptions());
        var pieces = linker.Partition();
        Assert.True(pieces.Count > 2);
        var (some, rest) = (pieces.Take(2).ToList(), pieces.Skip(2).ToList());
        var model = LinkageModel.Read(linker.Learn(linker.Count(some), linker.Count(rest)).Write());
        var merged = linker.Merge(model, [.. linker.Score(model, some), .. linker.Score(model, rest)]);
        Assert.Equal(whole.Pairs, merged.Pairs);
        Assert.Equal(whole.Persons, merged.Persons);
    }

    [Fact]
    public void Link_PairsOfManyRules_AreComparedOnce()
    {
        var records = MadePersons.Read(MadePersons.Csv(2000));
        var pairs = new Linker(records, new LinkOptions()).Link().Pairs;
        Assert.Equal(pairs.Count, pairs.Select(p => (p.A, p.B)).Distinct().Count());
        Assert.All(pairs, p => Assert.True(p.A < p.B));
    }

    [Fact]
    public void Link_PersonsWithManyRecords_AreStillBroughtTogether()
    {
        var records = MadePersons.Read(MadePersons.Csv(1500, mostCopies: 24));
        var result = new Linker(records, new LinkOptions()).Link();
        var proof = new LinkProof(records, within: true);
        Assert.True(proof.TruePairs > records.Count * 7);
        Assert.True(proof.Pairs(result.Pairs, 0).Recall > 0.98);
    }

    [Fact]
    public void Link_KeptModel_ScoresAsBefore()
    {
        var records = MadePersons.Read(MadePersons.Csv(2000));
        var learnt = new Linker(records, new LinkOptions()).Link();
        var again = new Linker(records, new LinkOptions { Model = LinkageModel.Read(learnt.Model.Write()) }).Link();
        Assert.Equal(learnt.Pairs, again.Pairs);
        var other = MadePersons.Read(MadePersons.Csv(100), """{"id": "id", "family": "family", "birth": "born"}""");
        Assert.Throws<FormatException>(() => new Linker(other, new LinkOptions { Model = learnt.Model }));
    }

    [Fact]
    public void Link_Decisions_Bind()
    {
        var records = MadePersons.Read(MadePersons.Csv(2000));
        var free = new Linker(records, new LinkOptions()).Link();
        var joined = free.Pairs.First(p => p.Probability > 0.99 && free.Persons[p.A] == free.Persons[p.B]);
        var (strange, stranger) = (0, Enumerable.Range(0, records.Count).First(r => records.Truth![r] != records.Truth[0] && free.Persons[r] != free.Persons[0]));
        var bound = new Linker(records, new LinkOptions { Decisions = new Decisions([new(strange, stranger)], [new(joined.A, joined.B)]) }).Link();

        Assert.Equal(bound.Persons[strange], bound.Persons[stranger]);
        Assert.NotEqual(bound.Persons[joined.A], bound.Persons[joined.B]);
        Assert.Contains(bound.Doubts, d => d.Kind == DoubtKind.TwoByDecisionOnly && (d.A, d.B) == (joined.A, joined.B));
        Assert.Contains(bound.Doubts, d => d.Kind == DoubtKind.OneByDecisionOnly && (d.A, d.B) == (strange, stranger));
    }

    [Fact]
    public void Link_DecisionsThatContradict_KeepApartAndAreTold()
    {
        var records = MadePersons.Read(MadePersons.Csv(300));
        var result = new Linker(records, new LinkOptions { Decisions = new Decisions([new(0, 50), new(50, 100)], [new(0, 100)]) }).Link();
        Assert.NotEqual(result.Persons[0], result.Persons[100]);
        Assert.Equal((50, 100), result.Doubts.Where(d => d.Kind == DoubtKind.DecisionsContradict).Select(d => (d.A, d.B)).Single());
    }

    [Fact]
    public void Persons_AChain_IsTakenApart()
    {
        // A is B, B is C; A and C are certainly two: two of the three stay together, not three.
        var clustering = new Clustering(3, (a, b) => (a, b) switch { (0, 1) => 0.99, (1, 2) => 0.97, _ => 0.0001 }, Decisions.None, []);
        var persons = clustering.Of([new(0, 1, 0.99), new(1, 2, 0.97)], 0.95, new ParallelOptions());
        Assert.Equal([0, 0, 2], persons);
    }

    [Fact]
    public void Link_OneIdentifierOfOneAgency_IsOnePerson()
    {
        var map = FieldMap.Parse("""{"id": "id", "agency": "agency", "given": "given", "family": "family", "birth": "born", "agencyId": "number"}"""u8.ToArray());
        var rows = string.Concat(MadePersons.Rows(500).Select((r, i) => $"{i},Health,{r.Given},{r.Family},{r.Born},{i}\n"));
        var file = new RecordFile("f.csv", Encoding.UTF8.GetBytes($"id,agency,given,family,born,number\n{rows}x,School,mary,lamb,1950-01-02,7 a\ny,School,joseph,carpenter,1984-12-24,7A\nz,Police,judas,miller,1955-05-05,7A\n"));
        var records = RecordReader.Read([file], map);
        var (x, y, z) = (records.Count - 3, records.Count - 2, records.Count - 1);
        var free = new Linker(records, new LinkOptions()).Link();
        Assert.Equal(free.Persons[x], free.Persons[y]);
        Assert.NotEqual(free.Persons[y], free.Persons[z]);
        Assert.Contains(free.Doubts, d => d.Kind == DoubtKind.OneByAgencyIdentifierOnly && (d.A, d.B) == (x, y));

        var apart = new Linker(records, new LinkOptions { Decisions = new Decisions([], [new(x, y)]) }).Link();
        Assert.NotEqual(apart.Persons[x], apart.Persons[y]);
        Assert.Equal(DoubtKind.AgencyIdentifierContradictsDecision, apart.Doubts.Single(d => (d.A, d.B) == (x, y)).Kind);
    }

    [Fact]
    public void Link_EveryKindOfField_Works()
    {
        const string All = """{"id": "id", "given": "given", "middle": "sex", "family": "family", "former": "sex", "birth": "born", "sex": "sex", "postcode": "postcode", "address": "postcode", "phone": "truth", "email": "id", "nhsNumber": "truth", "upn": "truth"}""";
        var records = MadePersons.Read(MadePersons.Csv(600), All);
        Assert.True(new LinkProof(records, within: true).Pairs(new Linker(records, new LinkOptions()).Link().Pairs, 0.5).Recall > 0.9);
        var many = MadePersons.Read(MadePersons.Csv(600), """{"id": "id", "given": "given", "family": "family", "birth": "born", "postcode": "postcode", "phone": "id", "email": "id", "nhsNumber": "id", "upn": "id", "agencyId": "id"}""");
        Assert.True(new LinkProof(many, within: true).Pairs(new Linker(many, new LinkOptions()).Link().Pairs, 0.5).Recall > 0.9);
    }

    [Fact]
    public void Explain_StepsAddUpToTheVerdict()
    {
        var records = MadePersons.Read(MadePersons.Csv(2000));
        var linker = new Linker(records, new LinkOptions());
        var result = linker.Link();
        foreach (var pair in result.Pairs.Take(200))
        {
            var why = linker.Explain(result.Model, pair.A, pair.B);
            Assert.Equal(pair.Probability, why.Probability, 9);
            Assert.Equal(why.Probability, 1 / (1 + Math.Pow(2, -why.Steps[^1].Sum)), 6);
            Assert.Equal(why.Steps[^1].Sum, why.Steps.Sum(s => s.Weight), 6);
        }
    }

    [Fact]
    public void Link_TwoFiles_NeverJoinsWithinOne()
    {
        var map = FieldMap.Parse(Encoding.UTF8.GetBytes(MadePersons.Map));
        var records = RecordReader.Read([MadePersons.Csv(500), MadePersons.Csv(500) with { Name = "again.csv" }], map, "truth");
        var result = new Linker(records, new LinkOptions()).Link();
        Assert.All(result.Pairs, p => Assert.NotEqual(records.SourceOf(p.A), records.SourceOf(p.B)));
        Assert.True(new LinkProof(records, within: false).Pairs(result.Pairs, 0.5).F1 > 0.97);
    }

    [Fact]
    public void Link_Cancelled_Stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var records = MadePersons.Read(MadePersons.Csv(100));
        Assert.ThrowsAny<OperationCanceledException>(() => new Linker(records, new LinkOptions(), cancel.Token).Link());
    }

    [Fact]
    public void Link_AfterWarmingUp_GivesTheSame()
    {
        var records = MadePersons.Read(MadePersons.Csv(2000));
        var before = new Linker(records, new LinkOptions()).Link();
        Linker.WarmUp();
        var after = new Linker(records, new LinkOptions()).Link();
        Assert.Equal(before.Pairs, after.Pairs);
        Assert.Equal(before.Model.Write(), after.Model.Write());
    }

    [Fact]
    public void Link_TooFewRecords_SaysSo()
    {
        var records = MadePersons.Read(new RecordFile("one.csv", "id,truth,given,family,born,sex,postcode\n1,1,a,b,2001-01-01,F,\n"u8.ToArray()));
        Assert.Throws<FormatException>(() => new Linker(records, new LinkOptions()));
    }

    private static double Rate(LinkageModel model, string evidence, Func<string, bool> level)
    {
        var e = model.Evidence.Select(x => x.Name).ToList().IndexOf(evidence);
        return model.Evidence[e].Levels.Select((l, i) => level(l) ? model.Same.Rates[e]![i] : 0).Sum();
    }
}
