using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Targets;

/// <summary>What was to be reached in a period, as it stands.</summary>
/// <param name="ChangedFrom">What it was before, where it was changed after the period began.</param>
public readonly record struct StandingTarget(decimal Value, DateTimeOffset Since, decimal? ChangedFrom);

/// <summary>The targets of one indicator.</summary>
public sealed class IndicatorTargets(IReadOnlyList<TargetProposal> approved)
{
    private readonly Dictionary<Period, StandingTarget> byPeriod = Standing(approved);

    public static readonly IndicatorTargets None = new([]);

    public IReadOnlyDictionary<Period, StandingTarget> All => byPeriod;

    public StandingTarget? For(Period period) => byPeriod.TryGetValue(period, out var target) ? target : null;

    /// <summary>In the order of their approval, a later one takes the place of an earlier.</summary>
    private static Dictionary<Period, StandingTarget> Standing(IReadOnlyList<TargetProposal> approved)
    {
        var standing = new Dictionary<Period, StandingTarget>();
        foreach (var proposal in approved.OrderBy(p => p.DecidedAt).ThenBy(p => p.Id))
        {
            foreach (var point in proposal.Points)
            {
                var began = DateOnly.FromDateTime(proposal.DecidedAt!.Value.UtcDateTime) > point.Period.Start;
                decimal? was = standing.TryGetValue(point.Period, out var old) && old.Value != point.Value && began ? old.ChangedFrom ?? old.Value : null;
                standing[point.Period] = new StandingTarget(point.Value, proposal.DecidedAt!.Value, was);
            }
        }

        return standing;
    }
}

public sealed class TargetReader(AppDbContext db)
{
    public async Task<IndicatorTargets> OfAsync(Guid indicatorId, CancellationToken ct) => (await OfAsync([indicatorId], ct)).GetValueOrDefault(indicatorId, IndicatorTargets.None);

    public async Task<Dictionary<Guid, IndicatorTargets>> OfAsync(IReadOnlyCollection<Guid> indicatorIds, CancellationToken ct) =>
        (await db.Set<TargetProposal>().AsNoTracking().Where(t => indicatorIds.Contains(t.IndicatorId) && t.State == TargetState.Approved && !t.Withdrawn).ToListAsync(ct))
            .GroupBy(t => t.IndicatorId).ToDictionary(g => g.Key, g => new IndicatorTargets([.. g]));
}
