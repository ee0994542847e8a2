using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;

namespace Trellis.Measures;

/// <summary>
/// Whose indicator it is: its officers', whoever acts for them today, and the head's of its first-named department. The performance team may enter
/// and sign off all.
/// </summary>
public sealed class MeasuresAccess(AppDbContext db, CurrentUser user, OrganisationService organisation)
{
    private HashSet<Guid>? actsFor;

    /// <summary>The indicators whose figures this person enters, of those that are entered here at all.</summary>
    public async Task<List<Indicator>> EnteredAsync(CancellationToken ct)
    {
        var officers = await ActsForAsync(ct);
        var all = await Asked().ToListAsync(ct);
        return user.IsIn(Role.Performance) ? all : [.. all.Where(i => IsTheirs(i, officers))];
    }

    /// <summary>Those that bear this person's own post, whatever else they may enter.</summary>
    public async Task<HashSet<Guid>> OwnAsync(IEnumerable<Indicator> indicators, CancellationToken ct)
    {
        var officers = await ActsForAsync(ct);
        return [.. indicators.Where(i => IsTheirs(i, officers)).Select(i => i.Id)];
    }

    /// <summary>The indicators whose figures this person signs off.</summary>
    public async Task<List<Indicator>> SignedOffAsync(CancellationToken ct)
    {
        var all = await Asked().ToListAsync(ct);
        if (user.IsIn(Role.Performance))
        {
            return all;
        }

        var officers = await ActsForAsync(ct);
        var departments = await db.Set<Department>().AsNoTracking().Where(d => d.HeadOfficerId != null && !d.Withdrawn).ToListAsync(ct);
        var theirs = departments.Where(d => officers.Contains(d.HeadOfficerId!.Value)).Select(d => d.Id).ToHashSet();
        return user.IsIn(Role.Head) ? [.. all.Where(i => i.DepartmentId is { } department && theirs.Contains(department))] : [];
    }

    private IQueryable<Indicator> Asked() =>
        db.Set<Indicator>().AsNoTracking().Where(i => !i.Withdrawn && i.SetOfPlan == null && i.EntryFrom != null).OrderBy(i => i.SortKey).ThenBy(i => i.Id);

    private static bool IsTheirs(Indicator indicator, HashSet<Guid> officers) =>
        (indicator.LeadOfficerId is { } lead && officers.Contains(lead)) || indicator.OtherOfficerIds.Exists(officers.Contains);

    private async Task<HashSet<Guid>> ActsForAsync(CancellationToken ct) => actsFor ??= await organisation.ActsForAsync(user.OfficerId, ct);
}
