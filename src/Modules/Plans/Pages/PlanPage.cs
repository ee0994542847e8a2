using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel.Pages;

namespace Trellis.Plans.Pages;

/// <summary>A page about one plan: finds it by its address, or says that there is none.</summary>
public abstract class PlanPage : TrellisPage
{
    [Parameter]
    public string Address { get; set; } = "";

    [Inject]
    private PlanService Plans { get; set; } = null!;

    /// <summary>Null only when there is no such plan; then the page answers "not found" and shows nothing.</summary>
    protected Plan? Plan { get; private set; }

    protected sealed override async Task LoadAsync()
    {
        Plan = await Plans.FindAsync(Address, Gone);
        if (Plan is null)
        {
            Navigation.NotFound();
            return;
        }

        await LoadAsync(Plan);
    }

    /// <summary>What the page needs once its plan is known.</summary>
    protected abstract Task LoadAsync(Plan plan);

    protected static List<LinkItem> TrailTo(Plan plan, params LinkItem[] further) =>
        [new("Plans", PlanAddress.List), new(plan.Title, PlanAddress.Of(plan)), .. further];
}
