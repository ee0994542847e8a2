using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>A key of today, else a new one that the context's next save keeps.</summary>
    public async Task<int> TodaysAsync(AppDbContext db, CancellationToken ct)
    {
        var newest = db.ChangeTracker.Entries<ContentKey>().Select(e => e.Entity).MaxBy(k => k.At) ?? await db.Set<ContentKey>().AsNoTracking().OrderByDescending(k => k.At).FirstOrDefaultAsync(ct);
        return newest is not null && newest.At.UtcDateTime.Date == clock.GetUtcNow().UtcDateTime.Date ? newest.Number : New(db);
    }

    /// <summary>A new key that the context's next save keeps, by a number of chance: of two that are made at one moment none takes the place of the other.</summary>
    public int New(AppDbContext db)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        int number;
        do
        {
            number = RandomNumberGenerator.GetInt32(1, int.MaxValue);
        }
        while (!keys.TryAdd(number, key));

        db.Add(new ContentKey { Number = number, Wrapped = wrap.Protect(key), At = clock.GetUtcNow() });
        return number;
    }

    /// <summary>Brings the keys that are not here yet, for whoever opens records afterwards. What a number stands for never changes.</summary>
    public async Task LoadAsync(AppDbContext db, CancellationToken ct)
    {
        foreach (var key in (await db.Set<ContentKey>().AsNoTracking().ToListAsync(ct)).Where(k => !keys.ContainsKey(k.Number)))
        {
            keys.TryAdd(key.Number, wrap.Unprotect(key.Wrapped));
        }
    }

    public byte[] Seal(int key, Guid record, RecordContent content) => SealBytes(key, record, content.ToBytes());

    /// <summary>The content in clear. Keys are loaded before.</summary>
    public RecordContent Open(int key, Guid record, byte[] content) => RecordContent.Of(OpenBytes(key, record, content));

    internal byte[] SealBytes(int key, Guid of, byte[] plain) => SealedBytes.Seal(keys[key], plain, of.ToByteArray());

    /// <summary>What somebody wrote about people, under the key of the day, which stands in front of it.</summary>
    public async Task<byte[]> SealTextAsync(AppDbContext db, Guid of, string text, CancellationToken ct)
    {
        var key = await TodaysAsync(db, ct);
        await LoadAsync(db, ct);
        return [.. BitConverter.GetBytes(key), .. SealBytes(key, of, Encoding.UTF8.GetBytes(text))];
    }

    /// <summary>The text in clear; empty where there is none. Keys are loaded before.</summary>
    public string OpenText(Guid of, byte[]? text) => text is not { Length: > 0 } ? "" : Encoding.UTF8.GetString(SealedBytes.Open(keys[BitConverter.ToInt32(text)], text.AsSpan(sizeof(int)), of.ToByteArray()));

    /// <summary>The contents of many in clear, in their order.</summary>
    internal byte[][] OpenMany(IReadOnlyList<(int Key, Guid Record, byte[] Content)> many)
    {
        var ciphers = new Dictionary<int, AesGcm>();
        try
        {
            Span<byte> id = stackalloc byte[16];
            var opened = new byte[many.Count][];
            for (var i = 0; i < opened.Length; i++)
            {
                var (key, record, content) = many[i];
                if (!ciphers.TryGetValue(key, out var cipher))
                {
                    ciphers.Add(key, cipher = SealedBytes.Cipher(keys[key]));
                }

                record.TryWriteBytes(id);
                opened[i] = SealedBytes.Open(cipher, content, id);
            }

            return opened;
        }
        finally
        {
            foreach (var cipher in ciphers.Values)
            {
                cipher.Dispose();
            }
        }
    }

    internal byte[] OpenBytes(int key, Guid record, byte[] content) => SealedBytes.Open(keys[key], content, record.ToByteArray());
}
