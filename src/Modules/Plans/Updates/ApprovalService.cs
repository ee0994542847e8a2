using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Asks;
using Trellis.Governance.Cycles;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Outbox;

namespace Trellis.Plans.Updates;

/// <summary>
/// Heads approve what their officers send, or return it with a reason. What is approved stands in the plan from then on.
/// Nobody approves what they sent themselves.
/// </summary>
public sealed class ApprovalService(
    AppDbContext db, CurrentUser user, PlanAccess access, CycleService cycles, OwedLines owed, AskService asks, OtherHeads otherHeads, OutboxService outbox, WorkingCalendar calendar,
    TimeProvider clock)
{
    /// <summary>The updates that wait for this person, the longest waiting first.</summary>
    public async Task<List<OwedLine>> WaitingAsync(CancellationToken ct)
    {
        var open = await cycles.OpenAsync(ct);
        return [.. (await owed.LinesAsync(open, [.. (await WaitingInAsync(open, ct)).Select(i => i.Id)], ct)).OrderBy(l => l.Update!.SentAt)];
    }

    /// <summary>How many updates wait for this person, and by when the first of them is to be decided; null when none does.</summary>
    public async Task<(int Count, DateOnly By)?> CountWaitingAsync(CancellationToken ct)
    {
        var open = await cycles.OpenAsync(ct);
        var waiting = await WaitingInAsync(open, ct);
        return waiting.Count == 0 ? null : (waiting.Count, open.Where(c => waiting.Exists(i => c.PlanIds.Contains(i.PlanId))).Min(c => c.ApproveBy));
    }

    /// <summary>An update with its line, where this person decides on it.</summary>
    public async Task<OwedLine?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Update>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct) is not { } update
            || await db.Set<PlanItem>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == update.ItemId && !i.Withdrawn, ct) is not { } item
            || (await MineAsync([item], ct)).Count == 0)
        {
            return null;
        }

        return await owed.OneAsync(item.Id, ct) is { Update.Id: var found } line && found == id ? line : null;
    }

    public bool IsOwn(OwedLine line) => line.Update!.SentByAccountId is { } sender && sender == user.AccountId;

    /// <summary>Puts them into the plan, all or none.</summary>
    /// <param name="decided">The lines with the versions of their updates that were looked at.</param>
    public async Task<Result<int>> ApproveAsync(IReadOnlyList<(OwedLine Line, int Version)> decided, Process process, CancellationToken ct)
    {
        if (decided.Where(d => IsMet(d.Line, d.Version)).ToList() is { Count: > 0 } met)
        {
            return Meet(met, "Approve it", "");
        }

        if (decided.Any(d => IsOwn(d.Line)))
        {
            return Own;
        }

        foreach (var (line, _) in decided)
        {
            var update = Decide(line, process);
            update.State = UpdateState.Approved;
            await PutIntoPlanAsync(line, update, process, ct);
        }

        await otherHeads.TellAsync(decided.Select(d => d.Line), process, ct);
        await db.SaveAsync(process, ct);
        return decided.Count;
    }

    public async Task<Result<Update>> ReturnAsync(OwedLine line, int version, string why, Process process, CancellationToken ct)
    {
        why = why.Trim();
        if (IsMet(line, version))
        {
            return Meet([(line, version)], "Return it", why);
        }

        if (IsOwn(line))
        {
            return Own;
        }

        if (why.Length is 0 or > KeyAction.LongestWhy)
        {
            return new FieldError("Why", why.Length == 0 ? "Say in a sentence what is missing or wrong" : $"Use {KeyAction.LongestWhy:N0} characters or fewer");
        }

        var update = Decide(line, process);
        (update.State, update.ReturnedWhy) = (UpdateState.Returned, why);
        if (update.SentByAccountId is { } sender)
        {
            outbox.Stage(
                sender, "An update came back to you",
                $"Your update of “{line.Item.Title}” came back with this reason:\n\n{why}\n\nSay it anew by {line.Cycle.ApproveBy:d MMMM yyyy}:\n\n/updates\n");
        }

        await db.SaveAsync(process with { Why = why }, ct);
        return update;
    }

    private static FieldError Own => new("", "You sent this yourself, so somebody else approves it: your head of department or the performance team");

    /// <summary>Somebody else decided on it meanwhile, or its owner sent it anew.</summary>
    private static bool IsMet(OwedLine line, int version) => line.Update is not { State: UpdateState.Submitted } update || update.Version != version;

    /// <summary>A decision stands; what was sent anew is looked at and decided anew.</summary>
    private static Conflict Meet(List<(OwedLine Line, int Version)> met, string yours, string why) => new(
        met[0].Line.Update!.Version,
        [
            .. met.SelectMany(m => (ConflictField[])
            [
                new($"“{m.Line.Item.Title}”", m.Line.Update!.State switch { UpdateState.Approved => "Approved", UpdateState.Returned => "Returned", _ => "Sent anew by its owner: look at it again" }, yours),
                new("Reason for returning it", m.Line.Update.ReturnedWhy ?? "", why),
            ]),
        ])
    {
        IsSettled = met.TrueForAll(m => m.Line.Update!.State != UpdateState.Submitted),
    };

    private Update Decide(OwedLine line, Process process)
    {
        var update = db.Attach(line.Update!).Entity;
        (update.DecidedByAccountId, update.DecidedAt) = (process.Who.AccountId, clock.GetUtcNow());
        return update;
    }

    private async Task PutIntoPlanAsync(OwedLine line, Update update, Process process, CancellationToken ct)
    {
        if (line.Item is Section)
        {
            var section = await db.Set<Section>().SingleAsync(s => s.Id == line.Item.Id, ct);
            section.Body = update.Text;
            return;
        }

        var action = await db.Set<KeyAction>().SingleAsync(a => a.Id == line.Item.Id, ct);
        (action.Progress, action.ProgressWhy, action.Commentary, action.CommentaryOn) = (update.Progress, update.Why, update.Text, calendar.Today);
        foreach (var milestone in await db.Set<Milestone>().Where(m => m.ParentId == action.Id && !m.Withdrawn).ToListAsync(ct))
        {
            if (update.Milestones.FirstOrDefault(s => s.Id == milestone.Id) is { } saying)
            {
                milestone.Take(saying);
            }

            // Who says how the action stands says with it that what is ongoing goes on.
            milestone.ConfirmedOn = milestone.IsOpen && milestone.CurrentDue.Kind == DueKind.Ongoing ? calendar.Today : milestone.ConfirmedOn;
        }

        if (update.AskWhat is { } what)
        {
            asks.Stage(action.Id, new AskOptions(what, update.AskForumId, update.AskOfficerId), process);
        }
    }

    /// <summary>The items whose updates this person did not send and decides on.</summary>
    private async Task<List<PlanItem>> WaitingInAsync(List<ReportingCycle> open, CancellationToken ct)
    {
        if (open.Count == 0)
        {
            return [];
        }

        var (cycles, plans, me) = (open.ConvertAll(c => c.Id), open.SelectMany(c => c.PlanIds).ToList(), user.AccountId);
        return await MineAsync(
            await db.Set<PlanItem>().AsNoTracking()
                .Where(i => !i.Withdrawn && plans.Contains(i.PlanId) && db.Set<Plan>().Any(p => p.Id == i.PlanId && !p.Withdrawn)
                    && db.Set<Update>().Any(u => u.ItemId == i.Id && cycles.Contains(u.CycleId) && u.State == UpdateState.Submitted && (u.SentByAccountId == null || u.SentByAccountId != me)))
                .ToListAsync(ct),
            ct);
    }

    /// <summary>Those on whose updates this person decides: of the first-named department, or of the priority that they lead.</summary>
    private async Task<List<PlanItem>> MineAsync(List<PlanItem> items, CancellationToken ct)
    {
        if (user.IsIn(Role.Performance))
        {
            return items;
        }

        var officers = await access.ActsForAsync(ct);
        var departments = await db.Set<Department>().Where(d => d.HeadOfficerId != null && officers.Contains(d.HeadOfficerId.Value)).Select(d => d.Id).ToListAsync(ct);
        var parents = items.OfType<Section>().Select(s => s.ParentId).Distinct().ToList();
        var led = await db.Set<Priority>().Where(p => parents.Contains(p.Id) && p.LeadOfficerId != null && officers.Contains(p.LeadOfficerId.Value)).Select(p => p.Id).ToListAsync(ct);
        return [.. items.Where(i => i switch
        {
            KeyAction { DepartmentId: { } department } => departments.Contains(department),
            Section { ParentId: { } priority } => led.Contains(priority),
            _ => false,
        })];
    }
}
