using Microsoft.EntityFrameworkCore;

namespace Trellis.Kernel.Audit;

/// <summary>What <c>audit verify</c> found.</summary>
/// <param name="Unsealed">Entries that await their seal: the newest few seconds of a running program.</param>
/// <param name="Faults">Each changed, missing or reordered piece in words; empty when the audit is whole.</param>
public sealed record AuditReport(int Entries, int Changes, long Seals, int Unsealed, IReadOnlyList<string> Faults)
{
    public bool IsWhole => Faults.Count == 0;
}

/// <summary>Reckons the whole audit again and names every piece that does not fit.</summary>
public sealed class AuditVerification(AppDbContext db, AuditKeys keys)
{
    private const int MostFaults = 100;

    public async Task<AuditReport> VerifyAsync(CancellationToken ct)
    {
        var faults = new List<string>();
        var entries = await db.Set<AuditEntry>().AsNoTracking().ToDictionaryAsync(e => e.Id, ct);
        var changes = await VerifyChangesAsync(entries, faults, ct);
        foreach (var entry in entries.Values.Where(e => !e.Hash.AsSpan().SequenceEqual(e.ComputeHash())))
        {
            faults.Add($"Entry {entry.Id} was changed after it was written");
        }

        var (seals, members) = await VerifySealsAsync(entries, faults, ct);
        await VerifyThingsAsync(faults, ct);
        return new AuditReport(entries.Count, changes, seals, entries.Count - members, [.. faults.Take(MostFaults)]);
    }

    private async Task<int> VerifyChangesAsync(Dictionary<Guid, AuditEntry> entries, List<string> faults, CancellationToken ct)
    {
        var count = 0;
        var seen = new HashSet<Guid>();
        Guid? current = null;
        var hashes = new List<byte[]>();
        await foreach (var change in db.Set<AuditChange>().AsNoTracking()
            .OrderBy(c => c.EntryId).ThenBy(c => c.Position).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (current != change.EntryId)
            {
                Close();
                current = change.EntryId;
            }

            hashes.Add(change.ComputeHash());
            count++;
        }

        Close();
        faults.AddRange(entries.Keys.Where(id => !seen.Contains(id)).Select(id => $"The changes of entry {id} are missing"));
        return count;

        void Close()
        {
            if (current is not { } id)
            {
                return;
            }

            seen.Add(id);
            if (!entries.TryGetValue(id, out var entry))
            {
                faults.Add($"Entry {id} is missing, its changes are here");
            }
            else if (entry.Changes != hashes.Count || !entry.ChangesRoot.AsSpan().SequenceEqual(Digest.MerkleRoot(hashes)))
            {
                faults.Add($"The changes of entry {id} were changed, taken away or reordered");
            }

            hashes.Clear();
        }
    }

    private async Task<(long Seals, int Members)> VerifySealsAsync(
        Dictionary<Guid, AuditEntry> entries, List<string> faults, CancellationToken ct)
    {
        var seals = await db.Set<AuditSeal>().AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct);
        var members = (await db.Set<AuditSealMember>().AsNoTracking().OrderBy(m => m.Position).ToListAsync(ct)).ToLookup(m => m.SealNumber);
        var copies = keys.Copies();
        byte[] previous = [];
        long expected = 1;
        foreach (var seal in seals)
        {
            if (seal.Number != expected)
            {
                faults.Add($"Seal {expected} is missing");
            }

            if (!seal.PreviousMac.AsSpan().SequenceEqual(previous) || !seal.Mac.AsSpan().SequenceEqual(keys.Mac(seal)))
            {
                faults.Add($"Seal {seal.Number} was not made with this council's key, or was changed");
            }

            if (copies.TryGetValue(seal.Number, out var copy) && copy != Convert.ToHexString(seal.Mac))
            {
                faults.Add($"Seal {seal.Number} differs from its copy outside the database");
            }

            VerifyMembers(seal, [.. members[seal.Number]], entries, faults);
            previous = seal.Mac;
            expected = seal.Number + 1;
        }

        faults.AddRange(copies.Keys.Where(n => n >= expected).Order().Select(n => $"Seal {n} was taken away: its copy outside the database is here"));
        return (seals.Count, members.Sum(m => m.Count()));
    }

    private static void VerifyMembers(AuditSeal seal, AuditSealMember[] members, Dictionary<Guid, AuditEntry> entries, List<string> faults)
    {
        var missing = members.Where(m => !entries.ContainsKey(m.EntryId)).ToList();
        faults.AddRange(missing.Select(m => $"Entry {m.EntryId} of seal {seal.Number} is missing"));
        if (missing.Count == 0
            && (members.Length != seal.Count || !Digest.MerkleRoot([.. members.Select(m => entries[m.EntryId].Hash)]).AsSpan().SequenceEqual(seal.Root)))
        {
            faults.Add($"The entries of seal {seal.Number} were changed, taken away or reordered");
        }
    }

    /// <summary>Every thing's changes are numbered from 1 without a gap, and the thing stands at the last of them.</summary>
    private async Task VerifyThingsAsync(List<string> faults, CancellationToken ct)
    {
        var recorded = await db.Set<AuditChange>().GroupBy(c => c.ThingId)
            .Select(g => new { g.Key, Count = g.Count(), Last = g.Max(c => c.Number), Erased = g.Any(c => c.Verb == ChangeVerb.Erased) })
            .ToDictionaryAsync(g => g.Key, ct);
        faults.AddRange(recorded.Values.Where(r => r.Count != r.Last).Select(r => $"Thing {r.Key} has {r.Count} changes numbered to {r.Last}"));
        foreach (var kind in db.Model.GetEntityTypes().Where(e => typeof(IThing).IsAssignableFrom(e.ClrType) && e.BaseType is null))
        {
            foreach (var (id, version) in await VersionsAsync(kind.ClrType, ct))
            {
                if (!recorded.TryGetValue(id, out var last) || last.Last != version)
                {
                    faults.Add($"{kind.ClrType.Name} {id} stands at version {version}, the audit at {last?.Last ?? 0}");
                }
            }
        }
    }

    private async Task<List<(Guid Id, int Version)>> VersionsAsync(Type kind, CancellationToken ct)
    {
        var method = typeof(AuditVerification).GetMethod(nameof(VersionsOfAsync), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;
        return await (Task<List<(Guid, int)>>)method.MakeGenericMethod(kind).Invoke(null, [db, ct])!;
    }

    private static async Task<List<(Guid Id, int Version)>> VersionsOfAsync<T>(AppDbContext db, CancellationToken ct)
        where T : class, IThing =>
        [.. (await db.Set<T>().AsNoTracking().Select(t => new { t.Id, t.Version }).ToListAsync(ct)).Select(t => (t.Id, t.Version))];
}
