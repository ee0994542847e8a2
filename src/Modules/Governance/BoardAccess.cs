using Microsoft.EntityFrameworkCore;
using Trellis.Governance.Meetings;
using Trellis.Governance.Members;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;

namespace Trellis.Governance;

/// <summary>Who reads what a board keeps from the public, and whose a challenge or a decision is.</summary>
public sealed class BoardAccess(AppDbContext db, CurrentUser user, OrganisationService organisation, WorkingCalendar calendar)
{
    private HashSet<Guid>? keptBackOf;
    private HashSet<Guid>? actsFor;

    /// <summary>Exempt and confidential things of this board: a board member reads those of the boards that they sit on.</summary>
    public async Task<bool> MayReadKeptBackAsync(Guid forumId, CancellationToken ct) => (await KeptBackOfAsync(ct)).Contains(forumId);

    /// <summary>The boards whose exempt and confidential things this person reads.</summary>
    public async Task<HashSet<Guid>> KeptBackOfAsync(CancellationToken ct) => keptBackOf ??= await ReadKeptBackOfAsync(ct);

    public async Task<bool> MayReadAsync(Guid forumId, IKeptBack thing, CancellationToken ct) =>
        thing.Openness == Openness.Public || await MayReadKeptBackAsync(forumId, ct);

    public async Task<Audience> AudienceAsync(Guid forumId, CancellationToken ct) => await MayReadKeptBackAsync(forumId, ct) ? Audience.Members : Audience.Council;

    public async Task<HashSet<Guid>> ActsForAsync(CancellationToken ct) => actsFor ??= await organisation.ActsForAsync(user.OfficerId, ct);

    /// <summary>The owner, whoever acts for them today, and the performance team.</summary>
    public async Task<bool> MayAnswerAsync(Guid? ownerOfficerId, CancellationToken ct) =>
        user.IsIn(Role.Performance)
        || (ownerOfficerId is { } owner && await user.MayAsync(GovernancePermission.Answer) && (await ActsForAsync(ct)).Contains(owner));

    private async Task<HashSet<Guid>> ReadKeptBackOfAsync(CancellationToken ct)
    {
        if (!await user.MayAsync(GovernancePermission.Exempt))
        {
            return [];
        }

        if (user.IsIn(Role.Performance) || user.IsIn(Role.Clerk) || user.IsIn(Role.Head))
        {
            return [.. await db.Set<Forum>().Select(f => f.Id).ToListAsync(ct)];
        }

        var (today, account, officer) = (calendar.Today, user.AccountId, user.OfficerId);
        return [.. await db.Set<ForumMember>()
            .Where(m => !m.Withdrawn && m.From <= today && (m.To == null || m.To >= today)
                && ((m.AccountId != null && m.AccountId == account) || (m.OfficerId != null && m.OfficerId == officer)))
            .Select(m => m.ForumId).ToListAsync(ct)];
    }
}
