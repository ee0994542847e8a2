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
    /// <summary>The fields of the engine, in its order, and what a record calls them.</summary>
    private static readonly (FieldKind Kind, PersonField Field)[] fields =
    [
        (FieldKind.Given, PersonField.Given), (FieldKind.Middle, PersonField.Middle), (FieldKind.Family, PersonField.Family), (FieldKind.Former, PersonField.Former),
        (FieldKind.Birth, PersonField.Birth), (FieldKind.Sex, PersonField.Sex), (FieldKind.Postcode, PersonField.Postcode), (FieldKind.Address, PersonField.Address),
        (FieldKind.Phone, PersonField.Phone), (FieldKind.NhsNumber, PersonField.NhsNumber), (FieldKind.Upn, PersonField.Upn), (FieldKind.AgencyId, PersonField.Reference),
    ];

    private static readonly FieldMap map = FieldMap.Of([.. fields.Select(f => f.Kind)]);

    private readonly SemaphoreSlim door = new(1, 1);
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>What is saved one at a time while an extract is tried: the index that takes the place of this one hears of it then.</summary>
    private readonly ConcurrentQueue<Func<Task>> meanwhile = new();
    private volatile Loaded? loaded;

    private sealed record Loaded(PersonIndex Engine, ConcurrentDictionary<Guid, KnownRecord> Records);

    public async Task<KnownRecord?> FindAsync(Guid record, CancellationToken ct) => (await LoadedAsync(ct)).Records.GetValueOrDefault(record);

    /// <summary>The records most likely of the person that the query tells of, the best first.</summary>
    public async Task<IReadOnlyList<(KnownRecord Record, IndexHit Hit)>> SearchAsync(IReadOnlyDictionary<string, string> query, int most, CancellationToken ct)
    {
        var (engine, records) = await LoadedAsync(ct);
        return [.. engine.Search(query, most).Select(hit => (records.GetValueOrDefault(hit.Record)!, hit)).Where(found => found.Item1 is not null)];
    }

    /// <summary>What speaks for and against two records being of one person.</summary>
    public async Task<Explanation?> ExplainAsync(Guid a, Guid b, CancellationToken ct)
    {
        var (engine, records) = await LoadedAsync(ct);
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

    /// <summary>What an extract would add, beside what is there: nobody else meets it before it is saved.</summary>
    public async Task<TriedRecords> TryAsync(IReadOnlyCollection<KnownRecord> put, IReadOnlyCollection<Guid> gone, CancellationToken ct)
    {
        var (_, records) = await LoadedAsync(ct);
        var tried = new ConcurrentDictionary<Guid, KnownRecord>(records);
        foreach (var id in gone)
        {
            tried.TryRemove(id, out _);
        }

        foreach (var record in put)
        {
            tried[record.Id] = record;
        }

        var engine = await BuildAsync(tried.Values, ct);
        return new TriedRecords(engine, tried);
    }

    /// <summary>What was tried is saved: from now on it is what everybody meets.</summary>
    public async Task TakeAsync(TriedRecords tried, IEnumerable<(Guid Record, Guid Person)> persons, CancellationToken ct)
    {
        await door.WaitAsync(ct);
        try
        {
            loaded = new Loaded(tried.Engine, tried.Records);
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
        var (engine, records) = await LoadedAsync(ct);
        engine.Update([RecordChange.Put(Indexed(record))]);
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

    internal static IReadOnlyList<CandidatePair> Candidates(PersonIndex engine, Guid record, double least) =>
        [.. engine.CandidatesOf(record, least).Select(c => new CandidatePair(record, c.Record, c.Probability, c.Kinds.Where(k => k.Name is "one household" or "twins" or "namesakes of one household").Sum(k => k.Probability)))];

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
            return loaded ??= await ReadAsync(ct);
        }
        finally
        {
            door.Release();
        }
    }

    private async Task<Loaded> ReadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await keys.LoadAsync(db, ct);
        var records = new ConcurrentDictionary<Guid, KnownRecord>();
        await foreach (var row in db.Set<AgencyRecord>().AsNoTracking().Where(r => r.GoneAt == null && !r.Withdrawn).Select(r => new { r.Id, r.AgencyId, r.PersonId, r.Key, r.Content }).AsAsyncEnumerable().WithCancellation(ct))
        {
            records[row.Id] = new KnownRecord(row.Id, row.AgencyId, row.PersonId, keys.OpenBytes(row.Key, row.Id, row.Content));
        }

        return new Loaded(await BuildAsync(records.Values, ct), records);
    }

    /// <summary>In the order of their ids: the same records make the same index.</summary>
    private static Task<PersonIndex> BuildAsync(ICollection<KnownRecord> records, CancellationToken ct) =>
        Task.Run(() => PersonIndex.Build(map, records.OrderBy(r => r.Id).Select(Indexed), cancel: ct), ct);

    private static IndexedRecord Indexed(KnownRecord record)
    {
        var content = record.Content;
        return new IndexedRecord(record.Id, [.. fields.Select(f => content[f.Field])]) { Agency = record.AgencyId.ToString() };
    }

    public void Dispose()
    {
        loaded?.Engine.Dispose();
        door.Dispose();
        turn.Dispose();
    }
}

/// <summary>The index as it would be with what an extract brings.</summary>
public sealed record TriedRecords(PersonIndex Engine, ConcurrentDictionary<Guid, KnownRecord> Records);
