using Trellis.Kernel.Access;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks;

/// <summary>
/// Whose row a risk is: its owner's and whoever acts for them today. An action may be another's than its risk. The
/// performance team may update every row.
/// </summary>
public sealed class RiskAccess(CurrentUser user, OrganisationService organisation)
{
    private HashSet<Guid>? actsFor;

    public async Task<bool> MayUpdateAsync(Risk risk, CancellationToken ct) => user.IsIn(Role.Performance) || await OwnsAsync(risk.OwnerOfficerId, ct);

    public async Task<bool> MayStateAsync(Risk risk, RiskAction action, CancellationToken ct) =>
        await MayUpdateAsync(risk, ct) || await OwnsAsync(action.OwnerOfficerId, ct);

    public async Task<HashSet<Guid>> ActsForAsync(CancellationToken ct) => actsFor ??= await organisation.ActsForAsync(user.OfficerId, ct);

    private async Task<bool> OwnsAsync(Guid? owner, CancellationToken ct) =>
        owner is { } officer && (user.IsIn(Role.LeadOfficer) || user.IsIn(Role.Head)) && (await ActsForAsync(ct)).Contains(officer);
}
