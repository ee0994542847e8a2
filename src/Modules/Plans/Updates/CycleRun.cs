using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Cycles;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Outbox;
using Trellis.Measures.Entry;

namespace Trellis.Plans.Updates;

/// <summary>What a run of the calendar did with one cycle.</summary>
/// <param name="Reminded">How many people a message was written to.</param>
public sealed record CycleStep(ReportingCycle Cycle, bool Opened, int Reminded, bool Locked);

/// <summary>An officer of a cycle with what they owe of it.</summary>
/// <param name="HasAccount">Somebody can be reminded: the officer, or who answers for the group.</param>
public sealed record CycleOwner(Guid OfficerId, string Name, int Lines, int Sent, int Approved, bool HasAccount)
{
    public int Owed => Lines - Sent;
}

/// <summary>Opens cycles, reminds their owners once a week, and locks them: by the calendar, or when somebody says so.</summary>
public sealed class CycleRun(AppDbContext db, EntryLines figures, WorkingCalendar calendar, TimeProvider clock)
{
    private const int DaysBetweenReminders = 7;

    /// <summary>Does what is due today; done twice on a day, the second does nothing.</summary>
    public async Task<List<CycleStep>> RunAsync(Process process, CancellationToken ct)
    {
        var today = calendar.Today;
        var steps = new List<CycleStep>();
        var due = await db.Set<ReportingCycle>()
            .Where(c => !c.Withdrawn && ((c.State == CycleState.Planned && c.Opens <= today) || c.State == CycleState.Open)).OrderBy(c => c.Opens).Select(c => c.Id).ToListAsync(ct);
        foreach (var id in due)
        {
            try
            {
                if (await StepAsync(await db.Set<ReportingCycle>().SingleAsync(c => c.Id == id, ct), today, process, ct) is { } step)
                {
                    steps.Add(step);
                }
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another run did the same at the same moment.
            }
        }

        return steps;
    }

    private async Task<CycleStep?> StepAsync(ReportingCycle cycle, DateOnly today, Process process, CancellationToken ct)
    {
        if (cycle.State == CycleState.Planned)
        {
            return await OpenAsync(cycle, process, ct) is { IsDone: true, Value: var reminded } ? new(cycle, true, reminded, false) : null;
        }

        if (cycle.State == CycleState.Open && cycle.PublishOn <= today && cycle.LockedOn is null)
        {
            await LockAsync(cycle, process, ct);
            return new(cycle, false, 0, true);
        }

        return cycle.State == CycleState.Open && cycle.RemindedOn?.AddDays(DaysBetweenReminders) <= today
            ? new(cycle, false, await RemindAsync(cycle, process, ct), false)
            : null;
    }

    /// <summary>Opens entry and writes to every owner.</summary>
    /// <returns>How many were written to.</returns>
    public async Task<Result<int>> OpenAsync(ReportingCycle cycle, Process process, CancellationToken ct)
    {
        var others = await db.Set<ReportingCycle>().AsNoTracking().Where(c => c.State == CycleState.Open && !c.Withdrawn && c.Id != cycle.Id).ToListAsync(ct);
        if (cycle.State == CycleState.Locked || others.Find(o => o.PlanIds.Intersect(cycle.PlanIds).Any()) is { })
        {
            return new FieldError("", cycle.State == CycleState.Locked ? "This cycle is locked" : "Another cycle is open for one of these plans. Lock that first");
        }

        cycle.Open(calendar.Today);
        return await RemindAsync(cycle, process, ct);
    }

    /// <summary>Writes to everybody who still owes something, with one link to all of it.</summary>
    public async Task<int> RemindAsync(ReportingCycle cycle, Process process, CancellationToken ct)
    {
        var updates = (await OwedByOfficerAsync(cycle, ct)).Where(o => o.Value.Lines > o.Value.Sent).ToDictionary(o => o.Key, o => o.Value.Lines - o.Value.Sent);
        var missing = await figures.OwedByOfficerAsync(cycle.PeriodEnd, ct);
        var byAccount = new Dictionary<Guid, (int Updates, int Figures)>();
        foreach (var (officer, account) in await AccountsAsync([.. updates.Keys.Union(missing.Keys)], ct))
        {
            var (known, entered) = byAccount.GetValueOrDefault(account);
            byAccount[account] = (known + updates.GetValueOrDefault(officer), entered + missing.GetValueOrDefault(officer));
        }

        db.AddNewInBulk(byAccount.Select(a => Reminder(cycle, a.Key, a.Value.Updates, a.Value.Figures)));
        cycle.NoteReminder(calendar.Today);
        await db.SaveAsync(process, ct);
        return byAccount.Count;
    }

    private OutboxMessage Reminder(ReportingCycle cycle, Guid account, int updates, int missing)
    {
        var owed = string.Join(" and ", new[] { (Count: updates, Word: "update"), (Count: missing, Word: "figure") }.Where(o => o.Count > 0).Select(o => Words.Counted(o.Count, o.Word)));
        var (said, entered) = (updates > 0 ? "Every update that you owe is on one page:\n\n/updates\n\n" : "", missing > 0 ? "The figures that are missing are here:\n\n/measures/entry\n\n" : "");
        return OutboxService.New(clock, account, $"{owed} {(updates + missing == 1 ? "is" : "are")} due by {cycle.Closes:dddd d MMMM yyyy}", $"""
            {cycle.Title}: please say how your work stands by {cycle.Closes:dddd d MMMM yyyy}.

            {said}{entered}
            """);
    }

    /// <summary>Nothing in it changes any more; how everything stands is kept for the next cycle to be compared with.</summary>
    public async Task LockAsync(ReportingCycle cycle, Process process, CancellationToken ct)
    {
        // Locked before and taken up again: what was kept then is replaced.
        db.RemoveRange(await db.Set<CycleStand>().Where(s => s.CycleId == cycle.Id).ToListAsync(ct));
        var items = db.Set<PlanItem>().AsNoTracking().Where(i => cycle.PlanIds.Contains(i.PlanId) && !i.Withdrawn);
        db.AddInBulk(await items.OfType<KeyAction>().Select(a => new CycleStand { CycleId = cycle.Id, ItemId = a.Id, Progress = a.Progress }).ToListAsync(ct));
        db.AddInBulk(await items.OfType<Milestone>().Select(m => new CycleStand { CycleId = cycle.Id, ItemId = m.Id, Lifecycle = m.Lifecycle, Due = m.CurrentDue }).ToListAsync(ct));
        cycle.Lock(calendar.Today);
        await db.SaveAsync(process, ct);
    }

    public async Task UnlockAsync(ReportingCycle cycle, Process process, CancellationToken ct)
    {
        cycle.Unlock();
        await db.SaveAsync(process, ct);
    }

    /// <summary>Every officer whom the cycle asks, who owes most first.</summary>
    public async Task<List<CycleOwner>> OwnersAsync(ReportingCycle cycle, CancellationToken ct)
    {
        var owed = await OwedByOfficerAsync(cycle, ct);
        var reached = (await AccountsAsync(owed.Keys, ct)).Select(a => a.Officer).ToHashSet();
        var names = await db.Set<Officer>().AsNoTracking().Where(o => !o.Withdrawn).Select(o => new { o.Id, o.Name, o.SortKey }).ToDictionaryAsync(o => o.Id, ct);
        return
        [
            .. owed.Where(o => names.ContainsKey(o.Key)).OrderByDescending(o => o.Value.Lines - o.Value.Sent).ThenBy(o => names[o.Key].SortKey, StringComparer.Ordinal)
                .Select(o => new CycleOwner(o.Key, names[o.Key].Name, o.Value.Lines, o.Value.Sent, o.Value.Approved, reached.Contains(o.Key))),
        ];
    }

    /// <summary>The tracked cycle, for a step that somebody takes by hand.</summary>
    public Task<ReportingCycle?> TakeAsync(string address, CancellationToken ct) =>
        db.Set<ReportingCycle>().SingleOrDefaultAsync(c => c.Address == address && !c.Withdrawn, ct);

    private async Task<Dictionary<Guid, (int Lines, int Sent, int Approved)>> OwedByOfficerAsync(ReportingCycle cycle, CancellationToken ct)
    {
        var plans = cycle.PlanIds;
        var actions = db.Set<KeyAction>().Where(a => plans.Contains(a.PlanId) && !a.Withdrawn && a.AccountableOfficerId != null).Select(a => new { a.Id, Owner = a.AccountableOfficerId!.Value });
        var sections = db.Set<Section>().Where(s => plans.Contains(s.PlanId) && !s.Withdrawn && s.OwnerOfficerId != null).Select(s => new { s.Id, Owner = s.OwnerOfficerId!.Value });
        var updates = await db.Set<Update>().Where(u => u.CycleId == cycle.Id && u.State != UpdateState.Returned).Select(u => new { u.ItemId, u.State }).ToDictionaryAsync(u => u.ItemId, u => u.State, ct);
        return (await actions.ToListAsync(ct)).Concat(await sections.ToListAsync(ct)).GroupBy(i => i.Owner).ToDictionary(
            g => g.Key,
            g => (g.Count(), g.Count(i => updates.ContainsKey(i.Id)), g.Count(i => updates.TryGetValue(i.Id, out var state) && state == UpdateState.Approved)));
    }

    /// <summary>The accounts that hear of an officer's work: their own, who answers for a group, and whoever acts for them today.</summary>
    private async Task<List<(Guid Officer, Guid Account)>> AccountsAsync(IReadOnlyCollection<Guid> officers, CancellationToken ct)
    {
        var today = calendar.Today;
        var accounts = (await db.Users.AsNoTracking().Where(a => a.OfficerId != null && !a.Closed).Select(a => new { a.Id, Officer = a.OfficerId!.Value }).ToListAsync(ct)).ToLookup(a => a.Officer, a => a.Id);
        var groups = await db.Set<Officer>().AsNoTracking().Where(o => o.IsGroup && o.AccountableOfficerId != null && !o.Withdrawn).ToDictionaryAsync(o => o.Id, o => o.AccountableOfficerId!.Value, ct);
        var acting = (await db.Set<Delegation>().AsNoTracking().Where(d => !d.Withdrawn && d.From <= today && d.Until >= today).ToListAsync(ct)).ToLookup(d => d.FromOfficerId, d => d.ToOfficerId);
        return
        [
            .. from officer in officers
               let answers = groups.GetValueOrDefault(officer, officer)
               from person in acting[answers].Prepend(answers).Distinct()
               from account in accounts[person]
               select (officer, account),
        ];
    }
}
