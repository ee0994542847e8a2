using Microsoft.AspNetCore.Components;
using Trellis.Kernel;
using Trellis.Plans.Reporting;

namespace Trellis.Plans.Pages.Text;

public sealed partial class TextPage
{
    private PlanTree? tree;
    private bool mayEdit;

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    protected override async Task LoadAsync(Plan plan)
    {
        tree = await PlanTree.LoadAsync(Db, plan, Gone);
        mayEdit = await User.MayAsync(PlanPermission.Edit);
    }
}
