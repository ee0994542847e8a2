using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Things;
using Trellis.Plans.Reporting;
using Trellis.Risks;

namespace Trellis.Plans.Pages.Paper;

public sealed partial class PrintPage
{
    private PlanTree? tree;
    private ILookup<Guid, Risk> risksOf = Array.Empty<Risk>().ToLookup(r => r.Id);
    private DateOnly today;

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    protected override async Task LoadAsync(Plan plan)
    {
        today = Calendar.Today;
        tree = await PlanTree.LoadAsync(Db, plan, Gone);
        var priorities = tree.Priorities.Select(p => p.Id).ToList();
        var links = await Db.Set<Link>().AsNoTracking()
            .Where(l => priorities.Contains(l.FromId) && l.Kind == LinkKind.Threatened && !l.Withdrawn)
            .Join(Db.Set<Risk>().Where(r => !r.Withdrawn), l => l.ToId, r => r.Id, (l, r) => new { l.FromId, Risk = r }).ToListAsync(Gone);
        risksOf = links.ToLookup(l => l.FromId, l => l.Risk);
    }

    private List<Risk> Risks(Priority priority) => [.. risksOf[priority.Id]];
}
