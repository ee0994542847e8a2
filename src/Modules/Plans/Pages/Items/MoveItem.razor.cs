using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel;
using Trellis.Plans.Reporting;

namespace Trellis.Plans.Pages.Items;

public sealed class MoveForm
{
    public int Version { get; set; }
    public string? Under { get; set; }
}

public sealed partial class MoveItem
{
    private Choice[] places = [];

    [Parameter]
    public string Folder { get; set; } = "";

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [SupplyParameterFromForm]
    private MoveForm? Form { get; set; }

    protected override Task<bool> MaySeeAsync(PlanItem item) => Task.FromResult(!item.Withdrawn && item is not Priority && ItemKind.Of(item).Folder == Folder);

    protected override async Task LoadAsync(Plan plan, PlanItem item)
    {
        var tree = await PlanTree.LoadAsync(Db, plan, Gone);
        var within = tree.WithBelow(item).Select(i => i.Id).ToHashSet();
        places = [.. tree.All.Where(i => ItemKind.Of(item).Parents.Contains(i.GetType()) && !within.Contains(i.Id)).Select(i => new Choice(i.Reference, $"{plan.WordFor(i)}: {i.Title}"))];
        Form ??= new MoveForm { Version = item.Version, Under = Above.Count > 0 ? Above[^1].Reference : null };
    }

    private async Task SaveAsync()
    {
        if (Done(await Items.MoveAsync(Plan!.Id, Reference, Form!.Version, Form.Under ?? "", User.Doing("Moved it to another place"), Gone)))
        {
            GoTo(Here, "It was moved.");
        }
    }
}
