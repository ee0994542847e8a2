using Microsoft.AspNetCore.Components;
using Trellis.Kernel;
using Trellis.Plans.Reporting;

namespace Trellis.Plans.Pages.Items;

public sealed partial class OtherItem
{
    private List<List<PlanItem>> groups = [];
    private Names names = null!;
    private bool mayEdit;

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    protected override Task<bool> MaySeeAsync(PlanItem item) => Task.FromResult(item is not (KeyAction or Milestone) && IsAtItsFolder(item));

    protected override async Task LoadAsync(Plan plan, PlanItem item)
    {
        names = await Names.LoadAsync(Db, Gone);
        groups = [.. (await Items.ChildrenAsync(plan.Id, item.Id, Gone)).GroupBy(c => c.GetType()).Select(g => g.ToList())];
        mayEdit = !item.Withdrawn && await User.MayAsync(PlanPermission.Edit);
    }

    /// <summary>Each item has one address: /objectives/O-1, not /sections/O-1.</summary>
    private bool IsAtItsFolder(PlanItem item) => new Uri(Navigation.Uri).Segments is [.., var folder, _] && folder.TrimEnd('/') == ItemKind.Of(item).Folder;

    private async Task StepAsync()
    {
        if (!mayEdit || Steps.Read(Http) is not { } step)
        {
            Navigation.NotFound();
        }
        else if (Done(await Items.TakeAsync(Plan!, step, User.Doing("Changed the order"), Gone)))
        {
            GoTo(Here, "The order was changed.");
        }
    }
}
