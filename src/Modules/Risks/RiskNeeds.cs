using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Things;

namespace Trellis.Risks;

/// <summary>What the register asks of a person: reviews and actions that fall due soon, or should have been done.</summary>
internal sealed class RiskNeeds(AppDbContext db, RiskAccess access, WorkingCalendar calendar) : INeedsMe
{
    private const int ReviewDays = 14;
    private const int ActionDays = 30;
    private const int Most = 100;

    public async Task<List<Need>> NeedsAsync(CurrentUser user, CancellationToken ct)
    {
        var officers = await access.ActsForAsync(ct);
        if (officers.Count == 0)
        {
            return [];
        }

        var today = calendar.Today;
        var (reviewsTo, actionsTo) = (today.AddDays(ReviewDays), today.AddDays(ActionDays));
        var risks = await db.Set<Risk>().AsNoTracking()
            .Where(r => !r.Withdrawn && r.OwnerOfficerId != null && officers.Contains(r.OwnerOfficerId.Value) && r.NextReviewBy <= reviewsTo)
            .OrderBy(r => r.NextReviewBy).ThenBy(r => r.Id).Take(Most).ToListAsync(ct);
        var actions = await (
            from action in db.Set<RiskAction>().AsNoTracking()
            join risk in db.Set<Risk>() on action.RiskId equals risk.Id
            where !action.Withdrawn && !risk.Withdrawn && action.State == ActionState.Open && action.Due <= actionsTo
                && action.OwnerOfficerId != null && officers.Contains(action.OwnerOfficerId.Value)
            orderby action.Due, action.Id
            select new { action, risk }).Take(Most).ToListAsync(ct);
        return
        [
            .. risks.Select(r => new Need(
                r.NextReviewBy < today ? "Review this risk: it is overdue" : "Review this risk", r.Title, RiskService.AddressOf(r), r.NextReviewBy, r.NextReviewBy < today)),
            .. actions.Select(a => new Need(
                a.action.IsLateOn(today) ? "Say how this late action stands" : "Due soon: say how this action stands",
                $"{a.action.Text}: {a.risk.Title}", RiskService.AddressOf(a.risk), a.action.Due, a.action.IsLateOn(today))),
        ];
    }
}
