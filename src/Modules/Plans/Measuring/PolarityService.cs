using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Measures;

namespace Trellis.Plans.Measuring;

/// <summary>Says which way of an indicator is better for a plan, with the reason.</summary>
public sealed class PolarityService(AppDbContext db, TimeProvider clock)
{
    public Task<PlanPolarity?> FindAsync(Plan plan, Indicator indicator, CancellationToken ct) =>
        db.Set<PlanPolarity>().AsNoTracking().SingleOrDefaultAsync(p => p.PlanId == plan.Id && p.IndicatorId == indicator.Id && !p.Withdrawn, ct);

    /// <param name="polarity">Null for the indicator's own.</param>
    public async Task<Result<bool>> SayAsync(Plan plan, Indicator indicator, Polarity? polarity, bool whereSafe, string why, Process process, CancellationToken ct)
    {
        var known = await db.Set<PlanPolarity>().SingleOrDefaultAsync(p => p.PlanId == plan.Id && p.IndicatorId == indicator.Id, ct);
        if (polarity is not { } said)
        {
            if (known is not null)
            {
                known.Withdrawn = true;
                await db.SaveAsync(process, ct);
            }

            return true;
        }

        if (why.Trim().Length is 0 or > PlanPolarity.LongestWhy)
        {
            return new FieldError("Why", $"Say why this plan sees it so, in {PlanPolarity.LongestWhy:N0} characters or fewer");
        }

        if (whereSafe && indicator.GuardId is null)
        {
            return new FieldError("Polarity", "Say first, where the indicator is changed, what must not get worse meanwhile: without that nobody can tell whether it is safe");
        }

        if (known is null)
        {
            db.Add(known = new PlanPolarity { Id = ThingId.New(clock), PlanId = plan.Id, IndicatorId = indicator.Id });
        }

        (known.Polarity, known.WhereSafe, known.Why, known.Withdrawn) = (said, whereSafe, why.Trim(), false);
        try
        {
            await db.SaveAsync(process, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new FieldError("", "Somebody else said it at the same moment. Look at it again");
        }

        return true;
    }
}
