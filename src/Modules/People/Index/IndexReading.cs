using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Linkage;
using Trellis.People.Records;

namespace Trellis.People.Index;

/// <summary>Reads the records that agencies hold now from the database into an index.</summary>
internal sealed class IndexReading(AppDbContext db, ContentKeys keys) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, KnownRecord> records = new();
    private readonly BlockingCollection<Task<KnownRecord[]>> opened = [];

    /// <summary>So many are decrypted at a time: their list is small enough for the collector's youngest generation.</summary>
    private const int Together = 1 << 10;

    /// <summary>The records that agencies hold now.</summary>
    private const string Held = """SELECT "Id", "AgencyId", "PersonId", "Key", "Content" FROM "PeopleRecords" WHERE "GoneAt" IS NULL AND NOT "Withdrawn" """;

    private readonly record struct Row(Guid Id, Guid Agency, Guid Person, int Key, byte[] Content);

    /// <summary>While the database gives the next records, those before them are decrypted, and those before these are taken into the index.</summary>
    /// <returns>What is searched, the records, and how many of them taught by what they are compared; 0 where nothing is kept that was learnt.</returns>
    public async Task<(RecordIndex Engine, ConcurrentDictionary<Guid, KnownRecord> Records, int LearntOf)> ReadAsync(CancellationToken ct)
    {
        await keys.LoadAsync(db, ct);
        var learnt = await db.Set<LearntBasis>().AsNoTracking().OrderByDescending(b => b.Id).FirstOrDefaultAsync(ct);
        var basis = learnt is null ? null : Usable(keys.OpenBytes(learnt.Key, learnt.Id, learnt.Content));
        // Threads of their own: both stand and wait, and those of the pool are for decrypting.
        var reading = Task.Factory.StartNew(() => OpenAllAsync(ct), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        try
        {
            var engine = await IndexFields.BuildAsync(opened.GetConsumingEnumerable(ct).SelectMany(some => some.GetAwaiter().GetResult()), learnt?.Records ?? 0, basis, ct);
            return (engine, records, basis is null ? 0 : learnt!.Records);
        }
        finally
        {
            await reading;
        }
    }

    /// <summary>Null where an older version of the program kept it, which compared otherwise: it is learnt anew then.</summary>
    private static LinkageBasis? Usable(byte[] kept)
    {
        try
        {
            return LinkageBasis.Read(kept) is var basis && basis.Fits(IndexFields.Map) ? basis : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task OpenAllAsync(CancellationToken ct)
    {
        try
        {
            var rows = new List<Row>(Together);
            await db.ReadInBulkAsync(Held, row =>
            {
                rows.Add(new Row(row.Id(0), row.Id(1), row.Id(2), row.Int(3), row.Bytes(4)));
                if (rows.Count == Together)
                {
                    opened.Add(OpenAsync(rows, ct), ct);
                    rows = new(Together);
                }
            }, ct);
            opened.Add(OpenAsync(rows, ct), ct);
        }
        finally
        {
            opened.CompleteAdding();
        }
    }

    private Task<KnownRecord[]> OpenAsync(List<Row> rows, CancellationToken ct) => Task.Run(() =>
    {
        KnownRecord[] known = [.. keys.OpenMany(rows.ConvertAll(r => (r.Key, r.Id, r.Content))).Zip(rows, (plain, r) => new KnownRecord(r.Id, r.Agency, r.Person, plain))];
        Array.ForEach(known, k => records[k.Id] = k);
        return known;
    }, ct);

    public void Dispose() => opened.Dispose();
}
