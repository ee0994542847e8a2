using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Trellis.Kernel;
using Trellis.Kernel.Things;

namespace Trellis.Plans.Pages.Items;

/// <summary>What somebody left for after an import: shown until somebody says that they have looked at it.</summary>
public sealed partial class PutRight
{
    private Note? left;

    [Parameter]
    public string Folder { get; set; } = "";

    [Parameter]
    public Guid LinkId { get; set; }

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private PlanAccess Access { get; set; } = null!;

    [Inject]
    private ThingLinks Links { get; set; } = null!;

    protected override async Task<bool> MaySeeAsync(PlanItem item) => ItemKind.Of(item).Folder == Folder && await Access.MayUpdateItemAsync(item, Gone);

    protected override async Task LoadAsync(Plan plan, PlanItem item)
    {
        left = await Db.Set<Link>().Where(l => l.Id == LinkId && l.FromId == item.Id && l.Kind == LinkKind.ToPutRight && !l.Withdrawn)
            .Join(Db.Set<Note>(), l => l.ToId, n => n.Id, (_, note) => note).AsNoTracking().SingleOrDefaultAsync(Gone);
        if (left is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task LookedAsync()
    {
        if (Done(await Links.PartAsync(LinkId, Item!.Id, User.Doing("Looked at what was left for after an import"), Gone)))
        {
            GoTo(Here, "It is no longer listed among what is left from an import.");
        }
    }
}
