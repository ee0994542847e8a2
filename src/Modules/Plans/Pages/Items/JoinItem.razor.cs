using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance;
using Trellis.Kernel;
using Trellis.Kernel.Things;
using Trellis.Measures;
using Trellis.Risks;

namespace Trellis.Plans.Pages.Items;

public sealed class JoinForm
{
    public string? Target { get; set; }
}

public sealed partial class JoinItem
{
    private List<Target> targets = [];

    /// <summary>Something the item can be linked to, and what the link then says.</summary>
    private sealed record Target(string Kind, string Link, string ThingKind, Guid Id, string Title)
    {
        public string Value => $"{Link}|{ThingKind}|{Id}";
    }

    [Parameter]
    public string Folder { get; set; } = "";

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private ThingLinks Links { get; set; } = null!;

    [SupplyParameterFromForm]
    private JoinForm? Form { get; set; }

    protected override Task<bool> MaySeeAsync(PlanItem item) => Task.FromResult(!item.Withdrawn && ItemKind.Of(item).Folder == Folder);

    protected override async Task LoadAsync(Plan plan, PlanItem item)
    {
        Form ??= new JoinForm();
        if (item is Challenge)
        {
            var objectives = await Db.Set<Objective>().AsNoTracking().Where(o => o.PlanId == plan.Id && !o.Withdrawn).OrderBy(o => o.Position).ToListAsync(Gone);
            targets.AddRange(objectives.Select(o => new Target($"Answered by the {plan.ObjectiveWord.ToLowerInvariant()}", LinkKind.AnsweredBy, nameof(Objective), o.Id, o.Title)));
        }

        if (item is Milestone)
        {
            var forums = await Db.Set<Forum>().AsNoTracking().Where(f => !f.Withdrawn).OrderBy(f => f.SortKey).ToListAsync(Gone);
            targets.AddRange(forums.Select(f => new Target("Reports to", LinkKind.ReportsTo, nameof(Forum), f.Id, f.Name)));
        }

        if (item is Objective or KeyAction or Section)
        {
            var indicators = await Db.Set<Indicator>().AsNoTracking().Where(i => !i.Withdrawn).OrderBy(i => i.SortKey).ToListAsync(Gone);
            targets.AddRange(indicators.Select(i => new Target("Measured by", LinkKind.MeasuredBy, nameof(Indicator), i.Id, i.Title)));
        }

        if (item is Priority or Objective)
        {
            var risks = await Db.Set<Risk>().AsNoTracking().Where(r => !r.Withdrawn).OrderBy(r => r.SortKey).ToListAsync(Gone);
            targets.AddRange(risks.Select(r => new Target("At risk from", LinkKind.Threatened, nameof(Risk), r.Id, r.Title)));
        }
    }

    private async Task SaveAsync()
    {
        if (targets.Find(t => t.Value == Form!.Target) is not { } target)
        {
            Errors.Add("Form.Target", "Choose what it belongs to");
            return;
        }

        await Links.JoinAsync(Item!.Id, Item.GetType().Name, target.Link, target.Id, target.ThingKind, Gone);
        await Db.SaveAsync(User.Doing("Linked two things"), Gone);
        GoTo(Here, "It was linked.");
    }
}
