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
    private readonly Dictionary<Guid, bool> mayRead = [];
    private HashSet<Guid>? actsFor;

    /// <summary>Exempt and confidential things of this board: a board member reads those of the boards that they sit on.</summary>
    public async Task<bool> MayReadKeptBackAsync(Guid forumId, CancellationToken ct)
    {
        if (!mayRead.TryGetValue(forumId, out var may))
        {
            may = await user.MayAsync(GovernancePermission.Exempt)
                && (user.IsIn(Role.Performance) || user.IsIn(Role.Clerk) || user.IsIn(Role.Head) || await IsMemberAsync(forumId, ct));
            mayRead.Add(forumId, may);
        }

        return may;
    }

    public async Task<bool> MayReadAsync(Guid forumId, IKeptBack thing, CancellationToken ct) =>
        thing.Openness == Openness.Public || await MayReadKeptBackAsync(forumId, ct);

    public async Task<Audience> AudienceAsync(Guid forumId, CancellationToken ct) => await MayReadKeptBackAsync(forumId, ct) ? Audience.Members : Audience.Council;

    public async Task<HashSet<Guid>> ActsForAsync(CancellationToken ct) => actsFor ??= await organisation.ActsForAsync(user.OfficerId, ct);

    /// <summary>The owner, whoever acts for them today, and the performance team.</summary>
    public async Task<bool> MayAnswerAsync(Guid? ownerOfficerId, CancellationToken ct) =>
        user.IsIn(Role.Performance)
        || (ownerOfficerId is { } owner && await user.MayAsync(GovernancePermission.Answer) && (await ActsForAsync(ct)).Contains(owner));

    private Task<bool> IsMemberAsync(Guid forumId, CancellationToken ct)
    {
        var (today, account, officer) = (calendar.Today, user.AccountId, user.OfficerId);
        return db.Set<ForumMember>().AnyAsync(
            m => m.ForumId == forumId && !m.Withdrawn && m.From <= today && (m.To == null || m.To >= today)
                && ((m.AccountId != null && m.AccountId == account) || (m.OfficerId != null && m.OfficerId == officer)),
            ct);
    }
}
