using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Access;

namespace Trellis.Kernel.Audit;

/// <summary>One entry as the audit page lists it.</summary>
/// <param name="Kinds">What it changed: "PlanItem, Note".</param>
public sealed record AuditLine(Guid Id, DateTimeOffset At, string Who, string Process, string? Why, int Changes, string Kinds);

/// <summary>Reads the audit entry by entry, the newest first.</summary>
public sealed class AuditLog(AppDbContext db)
{
    /// <param name="account">Only what this account did.</param>
    /// <param name="since">Only what was done from then on.</param>
    public async Task<Paged<AuditLine>> ListAsync(Guid? account, DateTimeOffset? since, int? page, CancellationToken ct)
    {
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(e => account == null || e.AccountId == account)
            .Where(e => since == null || e.At >= since)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .ToPageAsync(page, ct);
        var ids = entries.Items.Select(e => e.Id).ToList();
        var kinds = (await db.Set<AuditChange>().AsNoTracking().Where(c => ids.Contains(c.EntryId)).Select(c => new { c.EntryId, c.Kind }).Distinct().ToListAsync(ct))
            .ToLookup(c => c.EntryId, c => c.Kind);
        var people = entries.Items.Select(e => e.AccountId).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        return new Paged<AuditLine>(
            [
                .. entries.Items.Select(e => new AuditLine(
                    e.Id, e.At, e.AccountId is { } id ? names.GetValueOrDefault(id, "Unknown account") : $"The {e.Via}", e.Process, e.Why, e.Changes,
                    string.Join(", ", kinds[e.Id].Order(StringComparer.Ordinal)))),
            ],
            entries.Number, entries.Total);
    }
}
