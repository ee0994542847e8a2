using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Places;
using Trellis.Kernel.Things;
using Trellis.Measures;
using Trellis.Measures.Scorecards;

namespace Trellis.Plans.Measuring;

/// <summary>An item of a plan with the indicators that it is measured by.</summary>
public sealed record MeasuredItem(PlanItem Item, IReadOnlyList<ScoreLine> Lines);

/// <summary>How the indicators of a plan stand, by what they measure, judged as the plan judges them.</summary>
public sealed class PlanMeasures(AppDbContext db, Scorecard scores, IndicatorViews views)
{
    /// <summary>Objectives first, in the order of the plan; within each, what needs attention first.</summary>
    public async Task<List<MeasuredItem>> OfAsync(Plan plan, CancellationToken ct)
    {
        var links = await db.Set<Link>().AsNoTracking()
            .Where(l => l.Kind == LinkKind.MeasuredBy && !l.Withdrawn && db.Set<PlanItem>().Any(i => i.Id == l.FromId && i.PlanId == plan.Id && !i.Withdrawn)).ToListAsync(ct);
        var holders = links.Select(l => l.FromId).Distinct().ToList();
        var items = await db.Set<PlanItem>().AsNoTracking().Where(i => holders.Contains(i.Id)).ToListAsync(ct);
        var lines = await LinesAsync(plan, [.. links.Select(l => l.ToId).Distinct()], ct);
        var below = links.ToLookup(l => l.FromId, l => l.ToId);
        return
        [
            .. items.OrderBy(i => i is not Objective).ThenBy(i => i.Reference, StringComparer.Ordinal)
                .Select(i => new MeasuredItem(i, InOrder(below[i.Id].Select(id => lines.GetValueOrDefault(id)).OfType<ScoreLine>()))),
        ];
    }

    /// <summary>What one item is measured by, in the order of <see cref="OfAsync"/>.</summary>
    public async Task<List<ScoreLine>> OfItemAsync(Plan plan, PlanItem item, CancellationToken ct)
    {
        var ids = await db.Set<Link>().AsNoTracking().Where(l => l.FromId == item.Id && l.Kind == LinkKind.MeasuredBy && !l.Withdrawn).Select(l => l.ToId).ToListAsync(ct);
        return ids.Count == 0 ? [] : InOrder((await LinesAsync(plan, ids, ct)).Values);
    }

    /// <summary>How these indicators stand in the eyes of the plan.</summary>
    public async Task<Dictionary<Guid, ScoreLine>> LinesAsync(Plan plan, IReadOnlyCollection<Guid> indicatorIds, CancellationToken ct)
    {
        var place = await scores.PlaceAsync(ct);
        var lines = await scores.OfAsync(indicatorIds, place, ct);
        foreach (var own in await db.Set<PlanPolarity>().AsNoTracking().Where(p => p.PlanId == plan.Id && indicatorIds.Contains(p.IndicatorId) && !p.Withdrawn).ToListAsync(ct))
        {
            if (lines.TryGetValue(own.IndicatorId, out var line))
            {
                lines[own.IndicatorId] = await JudgedAsync(line, own, place, ct);
            }
        }

        return lines;
    }

    private static List<ScoreLine> InOrder(IEnumerable<ScoreLine> lines) => [.. lines.OrderBy(l => Urgency.Of(l.Status)).ThenBy(l => SortKey.Of(l.Title), StringComparer.Ordinal)];

    private async Task<ScoreLine> JudgedAsync(ScoreLine line, PlanPolarity own, Place? place, CancellationToken ct)
    {
        if (line.Status is not { } status || place is null || await db.Set<Indicator>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == line.Id, ct) is not { } indicator)
        {
            return line with { Polarity = own.Polarity };
        }

        var view = await views.OfAsync(indicator, place, ct, own.Polarity, own.WhereSafe);
        int? rank = view.Neighbours.Where(n => n.Value is not null).ToList().FindIndex(n => n.IsOurs) is >= 0 and var at ? at + 1 : status.Rank;
        return line with { Polarity = own.Polarity, Status = view.Judgement is { } judgement ? status.JudgedBy(judgement, rank) : status };
    }
}
