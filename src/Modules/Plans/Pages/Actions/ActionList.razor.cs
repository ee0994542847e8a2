using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Plans.Reporting;

namespace Trellis.Plans.Pages.Actions;

public sealed partial class ActionList
{
    private const int PerPage = 50;

    private readonly List<Row> rows = [];
    private Names names = null!;
    private DateOnly today;
    private int pages;
    private bool mayEdit;
    private string title = "";

    private sealed record Row(KeyAction Action, PlanItem? Parent, string PriorityTitle, IReadOnlyList<Milestone> Milestones)
    {
        public string ParentTitle => Parent?.Title ?? "";
    }

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    private int Page => Math.Clamp(PageNumber ?? 1, 1, 100_000);

    private string AddressOf(int page) => $"{PlanAddress.Actions(Plan!)}?page={page}";

    protected override async Task LoadAsync(Plan plan)
    {
        today = Calendar.Today;
        title = $"{Words.Plural(plan.ActionWord)} and {Words.Plural(plan.MilestoneWord).ToLowerInvariant()}";
        mayEdit = await User.MayAsync(PlanPermission.Edit);
        names = await Names.LoadAsync(Db, Gone);
        var above = await Db.Set<PlanItem>().AsNoTracking()
            .Where(i => i.PlanId == plan.Id && !i.Withdrawn && (i is Priority || i is Objective))
            .ToDictionaryAsync(i => i.Id, Gone);
        var order = await InOrderAsync(plan, above);
        pages = (order.Count + PerPage - 1) / PerPage;
        var shown = order.Skip((Page - 1) * PerPage).Take(PerPage).ToList();
        var actions = await Db.Set<KeyAction>().AsNoTracking().Where(a => shown.Contains(a.Id)).ToDictionaryAsync(a => a.Id, Gone);
        var milestones = (await Db.Set<Milestone>().AsNoTracking()
            .Where(m => m.ParentId != null && shown.Contains(m.ParentId.Value) && !m.Withdrawn).OrderBy(m => m.Position).ThenBy(m => m.Id).ToListAsync(Gone))
            .ToLookup(m => m.ParentId);
        foreach (var action in shown.Select(id => actions[id]))
        {
            var parent = above.GetValueOrDefault(action.ParentId ?? Guid.Empty);
            rows.Add(new Row(action, parent, TopOf(parent, above).Title, [.. milestones[action.Id]]));
        }
    }

    /// <summary>The ids of all actions as the plan orders them: by priority, then objective, then place.</summary>
    private async Task<List<Guid>> InOrderAsync(Plan plan, Dictionary<Guid, PlanItem> above)
    {
        var places = await Db.Set<KeyAction>().AsNoTracking().Where(a => a.PlanId == plan.Id && !a.Withdrawn)
            .Select(a => new { a.Id, a.ParentId, a.Position }).ToListAsync(Gone);
        return
        [
            .. places.Select(a => (a.Id, a.Position, Parent: above.GetValueOrDefault(a.ParentId ?? Guid.Empty)))
                .Where(a => a.Parent is not null)
                .OrderBy(a => TopOf(a.Parent, above).Position).ThenBy(a => TopOf(a.Parent, above).Id)
                .ThenBy(a => a.Parent is Priority ? int.MinValue : a.Parent!.Position).ThenBy(a => a.Parent!.Id)
                .ThenBy(a => a.Position).ThenBy(a => a.Id).Select(a => a.Id),
        ];
    }

    private static PlanItem TopOf(PlanItem? item, Dictionary<Guid, PlanItem> above) =>
        item is Objective && above.GetValueOrDefault(item.ParentId ?? Guid.Empty) is { } priority ? priority : item!;
}
