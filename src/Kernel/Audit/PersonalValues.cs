using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Trellis.Kernel.Audit;

/// <summary>The key under which one subject's personal values stand in the audit, wrapped by the ring outside the database.</summary>
public sealed class SubjectKey
{
    public required Guid SubjectId { get; init; }
    public required byte[] Wrapped { get; init; }
}

/// <summary>
/// Encrypts personal values for the audit, one key a subject (AES-256-GCM). Destroying the key erases every value ever
/// recorded of the subject, while the entries and their hashes stay.
/// </summary>
public sealed class PersonalValues(IDataProtectionProvider ring)
{
    private const string Prefix = "enc:";

    private readonly IDataProtector _wrap = ring.CreateProtector("Trellis.SubjectKey");
    private readonly ConcurrentDictionary<Guid, byte[]> _keys = new();
    private readonly ConcurrentDictionary<Guid, SubjectKey> _unsaved = new();

    /// <summary>Makes sure that the keys of the subjects are at hand, and adds those not yet known to the context.</summary>
    internal async Task PrepareAsync(AppDbContext db, IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        await LoadAsync(db, subjects, ct);
        foreach (var subject in subjects.Where(s => !_keys.ContainsKey(s) && !db.Set<SubjectKey>().Local.Any(k => k.SubjectId == s)))
        {
            var key = RandomNumberGenerator.GetBytes(32);
            _unsaved[subject] = new SubjectKey { SubjectId = subject, Wrapped = _wrap.Protect(key) };
            db.Add(_unsaved[subject]);
        }
    }

    /// <summary>A key counts only once it is committed: one of a failed write must not encrypt the next.</summary>
    internal void Committed(IReadOnlyCollection<Guid> subjects)
    {
        foreach (var subject in subjects)
        {
            if (_unsaved.TryRemove(subject, out var made))
            {
                _keys.TryAdd(subject, _wrap.Unprotect(made.Wrapped));
            }
        }
    }

    internal string Encrypt(Guid subject, string value) => Prefix + Convert.ToBase64String(SealedBytes.Seal(KeyOf(subject), Encoding.UTF8.GetBytes(value)));

    /// <summary>
    /// Encrypts what is kept of a subject. The key is the one of its values in the audit, so that both are erased at once; where there is none
    /// yet, it is saved with the context's next save.
    /// </summary>
    public async Task<byte[]> SealAsync(AppDbContext db, Guid subject, ReadOnlyMemory<byte> plain, CancellationToken ct)
    {
        await PrepareAsync(db, [subject], ct);
        return SealedBytes.Seal(KeyOf(subject), plain.Span);
    }

    /// <summary>What was sealed, in clear; null when its key was destroyed.</summary>
    public async Task<byte[]?> OpenAsync(AppDbContext db, Guid subject, byte[] sealedBytes, CancellationToken ct)
    {
        await LoadAsync(db, [subject], ct);
        return _keys.TryGetValue(subject, out var key) ? SealedBytes.Open(key, sealedBytes) : null;
    }

    /// <summary>The value in clear, or null when its key was destroyed. A value that was never encrypted comes back as it is.</summary>
    public async Task<string?> DecryptAsync(AppDbContext db, Guid subject, string value, CancellationToken ct)
    {
        if (!value.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return value;
        }

        await LoadAsync(db, [subject], ct);
        if (!_keys.TryGetValue(subject, out var key))
        {
            return null;
        }

        return Encoding.UTF8.GetString(SealedBytes.Open(key, Convert.FromBase64String(value[Prefix.Length..])));
    }

    internal bool Knows(Guid subject) => _keys.ContainsKey(subject);

    internal void Forget(Guid subject) => _keys.TryRemove(subject, out _);

    private byte[] KeyOf(Guid subject) => _keys.TryGetValue(subject, out var known) ? known : _wrap.Unprotect(_unsaved[subject].Wrapped);

    /// <summary>Brings the keys of many subjects at once, for whoever opens what is kept of each of them afterwards.</summary>
    public async Task LoadAsync(AppDbContext db, IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        var missing = subjects.Where(s => !_keys.ContainsKey(s)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        foreach (var key in await db.Set<SubjectKey>().AsNoTracking().Where(k => missing.Contains(k.SubjectId)).ToListAsync(ct))
        {
            _keys[key.SubjectId] = _wrap.Unprotect(key.Wrapped);
        }
    }
}
