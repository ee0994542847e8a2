using Microsoft.EntityFrameworkCore;
using Trellis.Kernel.Access;

namespace Trellis.Kernel.Audit;

/// <summary>One step in a thing's history, ready to be read.</summary>
public sealed record HistoryEntry(DateTimeOffset At, string Who, string Process, string? Why, ChangeVerb Verb, IReadOnlyList<HistoryField> Fields);

public sealed record HistoryField(string Name, string? Before, string? After);

/// <summary>Reads the history of any thing out of the audit, newest first.</summary>
public sealed class History(AppDbContext db, PersonalValues personal)
{
    public const string Erased = "(erased)";

    /// <param name="things">The thing, and the parts whose history belongs on the same page.</param>
    public async Task<List<HistoryEntry>> OfAsync(IReadOnlyCollection<Guid> things, int most, CancellationToken ct)
    {
        var rows = await (
            from change in db.Set<AuditChange>().AsNoTracking()
            join entry in db.Set<AuditEntry>() on change.EntryId equals entry.Id
            join account in db.Set<Account>() on entry.AccountId equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            where things.Contains(change.ThingId)
            orderby entry.At descending, change.Number descending
            select new { entry.At, Who = account == null ? null : account.DisplayName, entry.Via, entry.Process, entry.Why, change.Verb, change.Fields, change.ThingId })
            .Take(most).ToListAsync(ct);
        var history = new List<HistoryEntry>(rows.Count);
        foreach (var row in rows)
        {
            var fields = new List<HistoryField>();
            foreach (var (name, before, after) in AuditJson.Read(row.Fields))
            {
                fields.Add(new HistoryField(name, await ClearAsync(row.ThingId, before, ct), await ClearAsync(row.ThingId, after, ct)));
            }

            history.Add(new HistoryEntry(row.At, row.Who ?? $"The {row.Via}", row.Process, row.Why, row.Verb, fields));
        }

        return history;
    }

    private async Task<string?> ClearAsync(Guid thing, string? value, CancellationToken ct) =>
        value is null ? null : await personal.DecryptAsync(db, thing, value, ct) ?? Erased;
}
