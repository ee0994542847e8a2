using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Things;
using Trellis.Plans.Updates;

namespace Trellis.Plans.Reporting;

/// <summary>What the plans ask of a person: milestones that are late, fall due soon, lack a date or wait to be confirmed.</summary>
internal sealed class PlanNeeds(AppDbContext db, PlanAccess access, OwedLines owed, ApprovalService approvals, WorkingCalendar calendar) : INeedsMe
{
    private const int SoonDays = 30;
    private const int Most = 100;

    public async Task<List<Need>> NeedsAsync(CurrentUser user, CancellationToken ct)
    {
        var officers = await access.ActsForAsync(ct);
        var ofCycles = await OfCyclesAsync(officers, user, ct);
        if (officers.Count == 0)
        {
            return ofCycles;
        }

        var today = calendar.Today;
        var soon = today.AddDays(SoonDays);
        var confirmedSince = today.AddMonths(-PlanOverview.ConfirmEveryMonths);
        var rows = await (
            from milestone in db.Set<Milestone>().AsNoTracking()
            join action in db.Set<KeyAction>() on milestone.ParentId equals action.Id
            join plan in db.Set<Plan>() on milestone.PlanId equals plan.Id
            where !milestone.Withdrawn && !action.Withdrawn && !plan.Withdrawn
                && (milestone.Lifecycle == Lifecycle.NotStarted || milestone.Lifecycle == Lifecycle.InProgress)
                && action.AccountableOfficerId != null && officers.Contains(action.AccountableOfficerId.Value)
                && (milestone.DueBy <= soon || milestone.CurrentDue == Due.None
                    || (milestone.CurrentDue == Due.Ongoing && (milestone.ConfirmedOn == null || milestone.ConfirmedOn < confirmedSince)))
            orderby milestone.DueBy
            select new { milestone, ActionTitle = action.Title, PlanAddress = plan.Address }).Take(Most).ToListAsync(ct);
        var left = await (
            from link in db.Set<Link>().AsNoTracking()
            join item in db.Set<PlanItem>() on link.FromId equals item.Id
            join action in db.Set<KeyAction>() on item is Milestone ? item.ParentId : item.Id equals (Guid?)action.Id
            join plan in db.Set<Plan>() on item.PlanId equals plan.Id
            where link.Kind == LinkKind.ToPutRight && !link.Withdrawn && !item.Withdrawn && !action.Withdrawn && !plan.Withdrawn
                && action.AccountableOfficerId != null && officers.Contains(action.AccountableOfficerId.Value)
            orderby link.Id
            select new { link.Id, item, PlanAddress = plan.Address }).Take(Most).ToListAsync(ct);
        var toPutRight = left.Select(l => new Need(
            "Put right what was left for after an import", l.item.Title, $"{PlanAddress.Of(l.PlanAddress, l.item)}/put-right/{l.Id}", null, false));
        return [.. ofCycles, .. rows.Select(r => new Need(
            Ask(r.milestone, today), $"{r.milestone.Title}: {r.ActionTitle}", PlanAddress.Of(r.PlanAddress, r.milestone),
            r.milestone.CurrentDue.LastDay, r.milestone.IsLateOn(today))), .. toPutRight];
    }

    /// <summary>One line for all updates that are owed in a cycle, and one for all that wait for approval.</summary>
    private async Task<List<Need>> OfCyclesAsync(HashSet<Guid> officers, CurrentUser user, CancellationToken ct)
    {
        var today = calendar.Today;
        var needs = (await owed.CountAsync(officers, ct)).ConvertAll(o => new Need(
            "Say how your work stands", $"{Words.Counted(o.Owed, "update")} for {o.Cycle.Title}", "/updates", o.Cycle.Closes, today > o.Cycle.Closes));
        if (await user.MayAsync(PlanPermission.Approve) && await approvals.CountWaitingAsync(ct) is var (waiting, by))
        {
            needs.Add(new Need("Approve updates or return them", $"{Words.Counted(waiting, "update")} {(waiting == 1 ? "waits" : "wait")} for you", "/approvals", by, today > by));
        }

        return needs;
    }

    private static string Ask(Milestone milestone, DateOnly today) => milestone switch
    {
        { CurrentDue.Kind: DueKind.None } => "Give this milestone a date",
        { CurrentDue.Kind: DueKind.Ongoing } => "Confirm that this goes on",
        _ when milestone.IsLateOn(today) => "Say how this late milestone stands",
        _ => "Due soon: say how this milestone stands",
    };
}
