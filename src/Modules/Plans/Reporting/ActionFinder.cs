using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Governance.Scrutiny;
using Trellis.Kernel;
using Trellis.Kernel.Things;

namespace Trellis.Plans.Reporting;

/// <summary>Finds key actions by reference or title, for a scrutiny challenge that leads to one.</summary>
internal sealed class ActionFinder(AppDbContext db) : IActionFinder
{
    public async Task<List<ThingCard>> FindAsync(string words, CancellationToken ct)
    {
        var (reference, pattern) = (words.ToUpperInvariant(), LikePattern.Holding(words));
        var actions = await (
            from action in db.Set<KeyAction>().AsNoTracking()
            join plan in db.Set<Plan>().AsNoTracking() on action.PlanId equals plan.Id
            where !action.Withdrawn && !plan.Withdrawn && (action.Reference == reference || EF.Functions.Like(action.Title.ToLower(), pattern, LikePattern.Escape))
            orderby action.Reference == reference descending, action.Title, action.Id
            select new { action, plan }).Take(IActionFinder.Most).ToListAsync(ct);
        return [.. actions.Select(a => new ThingCard(a.action.Id, a.plan.ActionWord, $"{a.action.Reference}: {a.action.Title} ({a.plan.Title} {a.plan.Year})", PlanAddress.Of(a.plan, a.action)))];
    }
}
