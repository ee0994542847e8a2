using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.People.Index;
using Trellis.People.Records;
using Trellis.People.Sight;

namespace Trellis.People.Linking;

/// <summary>Works out for records that come or change whom they are of, and puts that into the context without saving.</summary>
internal sealed class JoinSaving(AppDbContext db, TimeProvider clock, TriedRecords tried, IReadOnlyList<Seal> seals, double sure)
{
    public async Task<JoinPlan> PlanAsync(IReadOnlySet<Guid> records, CancellationToken ct)
    {
        // What somebody parted is not joined anew by the program either: the two were decided once. What the program joined and nobody undid is one person, and no question.
        var links = await db.Set<RecordLink>().AsNoTracking().Where(l => (l.UndoneAt == null) != (l.DecidedBy == null)).Select(l => new { l.FirstId, l.SecondId, IsApart = l.Verdict == LinkVerdict.Never || l.UndoneAt != null }).ToListAsync(ct);
        var decided = links.Select(l => Pair(l.FirstId, l.SecondId)).ToHashSet();
        var apart = NeverTogether().ToHashSet();
        var two = links.Where(l => l.IsApart && tried.Find(l.FirstId) is not null && tried.Find(l.SecondId) is not null).Select(l => (A: Person(l.FirstId), B: Person(l.SecondId)))
            .Where(p => p.A is not null && p.B is not null && p.A != p.B).Select(p => Pair(p.A!.Value, p.B!.Value)).Union(apart).ToList();
        var isSealed = seals.Where(s => s.Kind != SealKind.NeverTogether).Select(s => s.PersonId).ToHashSet();
        var found = new Dictionary<(Guid, Guid), CandidatePair>();
        var perRecord = new List<CandidatePair>[records.Count];
        var list = records.ToList();
        await Task.Run(() => Parallel.For(0, list.Count, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            perRecord[i] = [.. PeopleIndex.Candidates(tried.Engine, list[i], JoinRules.LeastLookedAt)]), ct);
        foreach (var pair in perRecord.SelectMany(p => p))
        {
            var (a, b) = (Person(pair.A), Person(pair.B));
            var isKnown = a is not null && a == b;
            if (!isKnown && !decided.Contains(Pair(pair.A, pair.B)) && !(a is { } one && b is { } other && apart.Contains(Pair(one, other))))
            {
                found.TryAdd(Pair(pair.A, pair.B), pair);
            }
        }

        // A record stands in several pairs, and the rules ask for it several times in each.
        var contents = found.Keys.SelectMany(p => new[] { p.Item1, p.Item2 }).Distinct().ToDictionary(id => id, id => tried[id].Content);
        return new JoinRules(id => contents[id], Person, id => Person(id) is { } person && isSealed.Contains(person), two,
            tried.Count < JoinRules.LeastRecords ? double.PositiveInfinity : sure,
            id => records.Contains(id) ? [] : PeopleIndex.Candidates(tried.Engine, id, JoinRules.Possible).Select(c => c.B)).Plan(found.Values);
    }

    /// <summary>Makes persons of new records and joins those that are one.</summary>
    /// <returns>By record the person, of all whose person is new or another.</returns>
    public async Task<Dictionary<Guid, Guid>> SaveAsync(JoinPlan plan, IReadOnlyList<Guid> added, DateTimeOffset now, CancellationToken ct)
    {
        var groups = new Groups();
        foreach (var (pair, _) in plan.Joined)
        {
            groups.Join(Person(pair.A) ?? pair.A, Person(pair.B) ?? pair.B);
        }

        var persons = new Dictionary<Guid, Guid>();
        var made = new Dictionary<Guid, Person>();
        foreach (var record in added)
        {
            var group = groups.Of(record);
            if (tried.Find(group) is not null && Person(group) is null)
            {
                if (!made.TryGetValue(group, out var person))
                {
                    made[group] = person = Records.Person.New(clock);
                }

                persons[record] = person.Id;
            }
            else
            {
                persons[record] = group;
            }
        }

        db.AddNewInBulk(made.Values);
        await MergeAsync(plan, groups, persons, ct);
        db.AddNewInBulk(plan.Joined.Select(joined => Link(joined.Pair, joined.Why, now)).ToList());
        await ListAsync(plan, now, ct);
        return persons;
    }

    /// <summary>Persons who were two, and by way of a new record are one: the older stays.</summary>
    private async Task MergeAsync(JoinPlan plan, Groups groups, Dictionary<Guid, Guid> persons, CancellationToken ct)
    {
        var merged = plan.Joined.SelectMany(p => new[] { Person(p.Pair.A), Person(p.Pair.B) }).OfType<Guid>().Distinct().Where(p => groups.Of(p) != p).ToList();
        foreach (var person in merged)
        {
            await PersonMerging.MergeAsync(db, person, groups.Of(person), persons, ct);
        }
    }

    /// <summary>The list of what people decide; a pair that is on it already stays there once.</summary>
    private async Task ListAsync(JoinPlan plan, DateTimeOffset now, CancellationToken ct)
    {
        var open = (await db.Set<PossibleMatch>().AsNoTracking().Where(m => m.ClosedAt == null).Select(m => new { m.FirstId, m.SecondId }).ToListAsync(ct)).Select(m => Pair(m.FirstId, m.SecondId)).ToHashSet();
        db.AddNewInBulk(plan.Doubtful.Where(d => !open.Contains(Pair(d.Pair.A, d.Pair.B))).Select(d =>
        {
            var (first, second) = Pair(d.Pair.A, d.Pair.B);
            return new PossibleMatch { Id = ThingId.New(clock), FirstId = first, SecondId = second, Probability = d.Pair.Probability, Doubt = d.Doubt, At = now };
        }).ToList());
    }

    private RecordLink Link(CandidatePair pair, string why, DateTimeOffset now)
    {
        var (first, second) = Pair(pair.A, pair.B);
        return new RecordLink
        {
            Id = ThingId.New(clock), FirstId = first, SecondId = second, Verdict = LinkVerdict.Same, Probability = pair.Probability, At = now,
            Evidence = EvidenceLine.Write(EvidenceLine.Of(tried.Engine.Explain(first, second))), Rule = why,
        };
    }

    private IEnumerable<(Guid, Guid)> NeverTogether() => seals.Where(s => s.Kind == SealKind.NeverTogether).Select(s => Pair(s.PersonId, s.OtherId!.Value));

    /// <summary>Null for one that is not saved yet.</summary>
    private Guid? Person(Guid record) => tried[record].PersonId is var person && person == Guid.Empty ? null : person;

    /// <summary>Always in one order, so that each pair is one.</summary>
    internal static (Guid First, Guid Second) Pair(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);
}
