using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Targets;

/// <summary>Proposes targets and decides on them. Who proposed one does not approve it.</summary>
public sealed class TargetService(AppDbContext db, StatusReckoning statuses, TimeProvider clock)
{
    /// <summary>The newest first, decided or not.</summary>
    public Task<List<TargetProposal>> OfAsync(Guid indicatorId, CancellationToken ct) =>
        db.Set<TargetProposal>().AsNoTracking().Where(t => t.IndicatorId == indicatorId && !t.Withdrawn).OrderByDescending(t => t.ProposedAt).ThenByDescending(t => t.Id).ToListAsync(ct);

    public Task<TargetProposal?> FindAsync(Guid id, CancellationToken ct) => db.Set<TargetProposal>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && !t.Withdrawn, ct);

    public async Task<Result<TargetProposal>> ProposeAsync(Guid indicatorId, IReadOnlyList<TargetPoint> points, string why, Guid by, Process process, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        if (points.Count == 0)
        {
            errors.Add(new("Profile", "Enter what is to be reached in at least one period"));
        }

        if (why.Trim().Length is 0 or > TargetProposal.LongestWhy)
        {
            errors.Add(new("Why", $"Say why this is the right target, in {TargetProposal.LongestWhy:N0} characters or fewer"));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var proposal = new TargetProposal { Id = ThingId.New(clock), IndicatorId = indicatorId, Why = why.Trim(), ProposedBy = by, ProposedAt = clock.GetUtcNow(), Profile = TargetPoint.Write(points) };
        db.Add(proposal);
        await db.SaveAsync(process, ct);
        return proposal;
    }

    public async Task<Result<TargetProposal>> DecideAsync(Guid id, int version, bool approve, string? why, Guid by, Process process, CancellationToken ct)
    {
        if (await db.Set<TargetProposal>().SingleOrDefaultAsync(t => t.Id == id && !t.Withdrawn, ct) is not { } proposal)
        {
            return NotFound.Row;
        }

        if (proposal.State != TargetState.Proposed || proposal.Version != version)
        {
            return Met(proposal, approve);
        }

        if (proposal.ProposedBy == by)
        {
            return new FieldError("", "You proposed this target, so somebody else has to decide on it");
        }

        if (!approve && string.IsNullOrWhiteSpace(why))
        {
            return new FieldError("Why", "Say why it is turned down");
        }

        proposal.State = approve ? TargetState.Approved : TargetState.Rejected;
        (proposal.DecidedBy, proposal.DecidedAt, proposal.DecisionWhy) = (by, clock.GetUtcNow(), string.IsNullOrWhiteSpace(why) ? null : why.Trim());
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await FindAsync(id, ct) is { } saved ? Met(saved, approve) : NotFound.Row;
        }

        if (approve)
        {
            await statuses.ReckonAsync([proposal.IndicatorId], ct);
        }

        return proposal;
    }

    private static Conflict Met(TargetProposal saved, bool approve) =>
        new(saved.Version, [new("Decision", $"{saved.State}", approve ? $"{TargetState.Approved}" : $"{TargetState.Rejected}")]) { IsSettled = saved.State != TargetState.Proposed };
}
