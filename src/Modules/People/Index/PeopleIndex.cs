using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Kernel;
using Trellis.Linkage;
using Trellis.People.Linking;
using Trellis.People.Records;

namespace Trellis.People.Index;

/// <summary>A record as the index knows it.</summary>
/// <param name="Plain">Its content in clear, as bytes: a million records of strings would not fit.</param>
public sealed record KnownRecord(Guid Id, Guid AgencyId, Guid PersonId, byte[] Plain)
{
    public RecordContent Content => RecordContent.Of(Plain);
}

/// <summary>
/// All records that agencies hold now, decrypted in memory: what is searched, and what records are recognised by. It is read from the database when the program starts, and told of each change after that is saved.
/// </summary>
public sealed class PeopleIndex(IServiceScopeFactory scopes, ContentKeys keys) : IDisposable
{
    private const double LearnAnewFrom = 1.5;

    private readonly SemaphoreSlim door = new(1, 1);
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>What is saved one at a time while an extract is tried: the index that takes the place of this one hears of it then.</summary>
    private readonly ConcurrentQueue<Func<Task>> meanwhile = new();
    private volatile Loaded? loaded;

    /// <param name="LearntOf">How many records taught what the engine goes by; 0 where it goes by a guess.</param>
    private sealed record Loaded(RecordIndex Engine, ConcurrentDictionary<Guid, KnownRecord> Records, int LearntOf);

    /// <summary>Whether the records were read from the database.</summary>
    public bool IsReady => loaded is not null;

    /// <summary>Waits until they are; how many there are.</summary>
    public async Task<int> ReadyAsync(CancellationToken ct) => (await LoadedAsync(ct)).Records.Count;

    public async Task<KnownRecord?> FindAsync(Guid record, CancellationToken ct) => (await LoadedAsync(ct)).Records.GetValueOrDefault(record);

    /// <summary>The records most likely of the person that the query tells of, the best first.</summary>
    public async Task<IReadOnlyList<(KnownRecord Record, IndexHit Hit)>> SearchAsync(IReadOnlyDictionary<string, string> query, int most, CancellationToken ct)
    {
        var (engine, records, _) = await LoadedAsync(ct);
        return [.. engine.Search(query, most).Select(hit => (records.GetValueOrDefault(hit.Record)!, hit)).Where(found => found.Item1 is not null)];
    }

    /// <summary>The records in which an agency counts people to one of its households.</summary>
    public async Task<IReadOnlyList<KnownRecord>> OfHouseholdAsync(Guid agency, string household, CancellationToken ct)
    {
        var end = RecordContent.EndOfFields(household);
        return [.. (await LoadedAsync(ct)).Records.Select(r => r.Value).Where(r => r.AgencyId == agency && r.Plain.AsSpan().IndexOf(end) >= 0 && r.Content[PersonField.Household] == household)];
    }

    /// <summary>What speaks for and against two records being of one person.</summary>
    public async Task<Explanation?> ExplainAsync(Guid a, Guid b, CancellationToken ct)
    {
        var (engine, records, _) = await LoadedAsync(ct);
        return records.ContainsKey(a) && records.ContainsKey(b) ? engine.Explain(a, b) : null;
    }

    /// <summary>One extract at a time: from before it is tried until it is taken, or was not saved after all.</summary>
    public async Task<IDisposable> TurnAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        meanwhile.Clear();
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }

    /// <summary>
    /// What an extract would add, beside what is there: nobody else meets it before it is saved. Weights are learnt anew whenever there are half as many records again as had taught them; until then equal records are compared as before.
    /// </summary>
    public async Task<TriedRecords> TryAsync(IReadOnlyCollection<KnownRecord> put, IReadOnlyCollection<Guid> gone, CancellationToken ct)
    {
        var (engine, records, learntOf) = await LoadedAsync(ct);
        var left = gone.ToHashSet();
        var come = put.ToDictionary(p => p.Id);
        var count = records.Count - left.Count(records.ContainsKey) + come.Keys.Count(id => !records.ContainsKey(id));
        if (count < Math.Max(JoinRules.LeastRecords, learntOf * LearnAnewFrom))
        {
            List<RecordChange> changes = [.. left.Select(RecordChange.Withdraw), .. put.Select(p => RecordChange.Put(IndexFields.Indexed(p)))];
            return new TriedRecords(await Task.Run(() => engine.With(changes, ct), ct), records, come, left, null);
        }

        // In the order of their ids: the same records teach the same.
        var anew = await IndexFields.BuildAsync(records.Values.Where(r => !left.Contains(r.Id) && !come.ContainsKey(r.Id)).Concat(put).OrderBy(r => r.Id), count, null, ct);
        return new TriedRecords(anew, records, come, left, count);
    }

    /// <summary>What was tried is saved: from now on it is what everybody meets.</summary>
    public async Task TakeAsync(TriedRecords tried, IEnumerable<(Guid Record, Guid Person)> persons, CancellationToken ct)
    {
        await door.WaitAsync(ct);
        try
        {
            var records = loaded!.Records;
            foreach (var id in tried.Gone)
            {
                records.TryRemove(id, out _);
            }

            foreach (var record in tried.Put.Values)
            {
                records[record.Id] = record;
            }

            loaded = new Loaded(tried.Engine, records, tried.LearntOf ?? loaded.LearntOf);
            Assign(persons);
        }
        finally
        {
            door.Release();
        }

        foreach (var late in meanwhile)
        {
            await late();
        }
    }

    /// <summary>A record came or was changed, one at a time.</summary>
    public async Task PutAsync(KnownRecord record, CancellationToken ct)
    {
        meanwhile.Enqueue(() => PutInAsync(record, CancellationToken.None));
        await PutInAsync(record, ct);
    }

    private async Task PutInAsync(KnownRecord record, CancellationToken ct)
    {
        var (engine, records, _) = await LoadedAsync(ct);
        engine.Update([RecordChange.Put(IndexFields.Indexed(record))]);
        records[record.Id] = record;
    }

    /// <summary>Records are other persons' now.</summary>
    public async Task AssignAsync(IEnumerable<(Guid Record, Guid Person)> persons, CancellationToken ct)
    {
        var moved = persons.ToList();
        meanwhile.Enqueue(() => Task.Run(() => Assign(moved)));
        await LoadedAsync(ct);
        Assign(moved);
    }

    /// <summary>Who else a record may be of.</summary>
    public async Task<IReadOnlyList<CandidatePair>> CandidatesAsync(Guid record, double least, CancellationToken ct) => Candidates((await LoadedAsync(ct)).Engine, record, least);

    internal static IReadOnlyList<CandidatePair> Candidates(RecordIndex engine, Guid record, double least) =>
        [.. engine.CandidatesOf(record, least).Select(c => new CandidatePair(record, c.Record, c.Probability, c.Kinds.Where(k => k.IsOfHousehold).Sum(k => k.Probability)))];

    private void Assign(IEnumerable<(Guid Record, Guid Person)> persons)
    {
        foreach (var (record, person) in persons)
        {
            if (loaded!.Records.TryGetValue(record, out var known))
            {
                loaded.Records[record] = known with { PersonId = person };
            }
        }
    }

    private async Task<Loaded> LoadedAsync(CancellationToken ct)
    {
        if (loaded is { } ready)
        {
            return ready;
        }

        await door.WaitAsync(ct);
        try
        {
            if (loaded is null)
            {
                await using var scope = scopes.CreateAsyncScope();
                using var reading = new IndexReading(scope.ServiceProvider.GetRequiredService<AppDbContext>(), keys);
                var (engine, records, learntOf) = await reading.ReadAsync(ct);
                loaded = new Loaded(engine, records, learntOf);
            }

            return loaded;
        }
        finally
        {
            door.Release();
        }
    }

    public void Dispose()
    {
        loaded?.Engine.Dispose();
        door.Dispose();
        turn.Dispose();
    }
}

/// <summary>The index as it would be with what an extract brings.</summary>
/// <param name="Standing">What is there without it.</param>
/// <param name="Put">What it brings or changes.</param>
/// <param name="Gone">What it takes away.</param>
/// <param name="LearntOf">How many records taught the engine anew what it goes by; null where it goes by what it went by before.</param>
public sealed record TriedRecords(RecordIndex Engine, IReadOnlyDictionary<Guid, KnownRecord> Standing, IReadOnlyDictionary<Guid, KnownRecord> Put, IReadOnlySet<Guid> Gone, int? LearntOf)
{
    public int Count => Engine.Count;

    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public KnownRecord this[Guid id] => Find(id) ?? throw new KeyNotFoundException("There is no record with this id.");

    public KnownRecord? Find(Guid id) => Put.TryGetValue(id, out var put) ? put : Gone.Contains(id) ? null : Standing.TryGetValue(id, out var standing) ? standing : null;
}
