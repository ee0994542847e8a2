using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Trellis.GovUk;
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
    private int count;
    private int pages;
    private Choice[] progressChoices = [];
    private Choice[] officerChoices = [];
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

    [SupplyParameterFromQuery(Name = "progress")]
    private string? ProgressShown { get; set; }

    [SupplyParameterFromQuery(Name = "officer")]
    private string? OfficerShown { get; set; }

    private bool IsFiltered => !string.IsNullOrEmpty(ProgressShown) || !string.IsNullOrEmpty(OfficerShown);

    private int Page => Math.Clamp(PageNumber ?? 1, 1, 100_000);

    private string AddressOf(int page) => $"{PlanAddress.Actions(Plan!)}?progress={Uri.EscapeDataString(ProgressShown ?? "")}&officer={Uri.EscapeDataString(OfficerShown ?? "")}&page={page}";

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
        count = order.Count;
        pages = (count + PerPage - 1) / PerPage;
        progressChoices = [new Choice("", "Any"), .. Enum.GetValues<Progress>().Select(p => new Choice(p.ToString(), plan.WordsFor(p)))];
        officerChoices = [new Choice("", "Anybody"), .. await OwnersAsync(plan)];
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
        var actions = Db.Set<KeyAction>().AsNoTracking().Where(a => a.PlanId == plan.Id && !a.Withdrawn);
        if (Enum.TryParse<Progress>(ProgressShown, out var progress))
        {
            actions = actions.Where(a => a.Progress == progress);
        }

        if (Guid.TryParse(OfficerShown, out var officer))
        {
            actions = actions.Where(a => a.AccountableOfficerId == officer || a.ContributorIds.Contains(officer));
        }

        var places = await actions
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

    /// <summary>The officers who own something in this plan.</summary>
    private async Task<IEnumerable<Choice>> OwnersAsync(Plan plan)
    {
        var owners = await Db.Set<KeyAction>().AsNoTracking().Where(a => a.PlanId == plan.Id && !a.Withdrawn && a.AccountableOfficerId != null)
            .Select(a => a.AccountableOfficerId!.Value).Distinct().ToListAsync(Gone);
        return owners.Select(id => new Choice($"{id}", names.Officer(id) ?? "")).OrderBy(c => c.Text, StringComparer.CurrentCulture);
    }

    private static PlanItem TopOf(PlanItem? item, Dictionary<Guid, PlanItem> above) =>
        item is Objective && above.GetValueOrDefault(item.ParentId ?? Guid.Empty) is { } priority ? priority : item!;
}
