using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel;

namespace Trellis.Plans.Pages.Items;

/// <summary>A page about one item of a plan, found by the plan's address and the item's kind and reference.</summary>
public abstract class ItemPage<TItem> : PlanPage
    where TItem : PlanItem
{
    [Parameter]
    public string Reference { get; set; } = "";

    [Inject]
    protected ItemService Items { get; private set; } = null!;

    protected TItem? Item { get; private set; }

    protected List<PlanItem> Above { get; private set; } = [];

    /// <summary>The item and those of earlier plan years that it goes on with.</summary>
    protected List<Guid> Lives { get; private set; } = [];

    protected sealed override async Task LoadAsync(Plan plan)
    {
        Item = await Items.FindAsync(plan.Id, Reference, Gone) as TItem;
        if (Item is null || !await MaySeeAsync(Item))
        {
            Item = null;
            Navigation.NotFound();
            return;
        }

        Above = await Items.AncestorsAsync(Item, Gone);
        Lives = await Items.LivesAsync(Item, Gone);
        await LoadAsync(plan, Item);
    }

    /// <summary>Whether this person may have this page for this row; a page that changes the row asks whose it is.</summary>
    protected virtual Task<bool> MaySeeAsync(TItem item) => Task.FromResult(true);

    protected virtual Task LoadAsync(Plan plan, TItem item) => Task.CompletedTask;

    protected List<LinkItem> Trail(Plan plan) => TrailTo(plan, [.. Above.Select(a => new LinkItem(Short(a.Title), PlanAddress.Of(plan, a)))]);

    protected string Here => PlanAddress.Of(Plan!, Item!);

    private static string Short(string title) => title.Length > 60 ? title[..58].TrimEnd() + "…" : title;
}
