using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Audit;

namespace Trellis.People.Records;

/// <summary>A key under which records are encrypted, itself encrypted by the ring that lies outside the database.</summary>
public sealed class ContentKey
{
    public int Number { get; internal init; }
    public byte[] Wrapped { get; internal init; } = [];
    public DateTimeOffset At { get; internal init; }
}

/// <summary>
/// Encrypts what identifies a person (AES-256-GCM). A key serves the records of one extract, or what is entered on one day: few enough that a million are read in seconds, and many enough that none is used for too long. The blob is
/// bound to its record: under another record's id it does not open.
/// </summary>
public sealed class ContentKeys(IDataProtectionProvider ring, TimeProvider clock)
{
    private readonly IDataProtector wrap = ring.CreateProtector("Trellis.People.Content");
    private readonly ConcurrentDictionary<int, byte[]> keys = new();

    /// <summary>The newest key where it is of today, else a new one that the context's next save keeps.</summary>
    public async Task<int> TodaysAsync(AppDbContext db, CancellationToken ct)
    {
        var newest = await db.Set<ContentKey>().AsNoTracking().OrderByDescending(k => k.Number).FirstOrDefaultAsync(ct);
        return newest is not null && newest.At.UtcDateTime.Date == clock.GetUtcNow().UtcDateTime.Date ? newest.Number : New(db, (newest?.Number ?? 0) + 1);
    }

    /// <summary>A new key, for an extract.</summary>
    public async Task<int> NewAsync(AppDbContext db, CancellationToken ct) => New(db, (await db.Set<ContentKey>().MaxAsync(k => (int?)k.Number, ct) ?? 0) + 1);

    /// <summary>Brings all keys, for whoever opens many records afterwards.</summary>
    public async Task LoadAsync(AppDbContext db, CancellationToken ct)
    {
        foreach (var key in await db.Set<ContentKey>().AsNoTracking().ToListAsync(ct))
        {
            keys[key.Number] = wrap.Unprotect(key.Wrapped);
        }
    }

    public byte[] Seal(int key, Guid record, RecordContent content) => SealedBytes.Seal(keys[key], content.ToBytes(), record.ToByteArray());

    /// <summary>The content in clear. Keys are loaded before.</summary>
    public RecordContent Open(int key, Guid record, byte[] content) => RecordContent.Of(OpenBytes(key, record, content));

    internal byte[] OpenBytes(int key, Guid record, byte[] content) => SealedBytes.Open(keys[key], content, record.ToByteArray());

    private int New(AppDbContext db, int number)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        db.Add(new ContentKey { Number = number, Wrapped = wrap.Protect(key), At = clock.GetUtcNow() });
        // One that was not saved in the end is made anew under the same number, before anything is read with it.
        keys[number] = key;
        return number;
    }
}
