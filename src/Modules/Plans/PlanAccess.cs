using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;

namespace Trellis.Plans;

/// <summary>
/// Whose row an action is: its officers', whoever acts for them today, and the head's of its first-named department.
/// The performance team may update every row.
/// </summary>
public sealed class PlanAccess(AppDbContext db, CurrentUser user, OrganisationService organisation)
{
    private HashSet<Guid>? actsFor;

    public async Task<bool> MayUpdateAsync(KeyAction action, CancellationToken ct)
    {
        if (user.IsIn(Role.Performance))
        {
            return true;
        }

        var officers = await ActsForAsync(ct);
        if (user.IsIn(Role.LeadOfficer)
            && ((action.AccountableOfficerId is { } owner && officers.Contains(owner)) || action.ContributorIds.Any(officers.Contains)))
        {
            return true;
        }

        return user.IsIn(Role.Head) && action.DepartmentId is { } department
            && await db.Set<Department>().AnyAsync(d => d.Id == department && d.HeadOfficerId != null && officers.Contains(d.HeadOfficerId.Value), ct);
    }

    /// <summary>Whether the person may update an item of any kind: an action's own people theirs and its milestones, the rest who may edit the plan.</summary>
    public async Task<bool> MayUpdateItemAsync(PlanItem item, CancellationToken ct) => !item.Withdrawn && item switch
    {
        KeyAction action => await MayUpdateAsync(action, ct),
        Milestone => await db.Set<KeyAction>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == item.ParentId, ct) is { } action && await MayUpdateAsync(action, ct),
        _ => await user.MayAsync(PlanPermission.Edit),
    };

    public async Task<HashSet<Guid>> ActsForAsync(CancellationToken ct) => actsFor ??= await organisation.ActsForAsync(user.OfficerId, ct);
}
