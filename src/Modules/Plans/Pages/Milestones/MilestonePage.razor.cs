using Microsoft.AspNetCore.Components;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Plans.Reporting;

namespace Trellis.Plans.Pages.Milestones;

public sealed partial class MilestonePage
{
    private KeyAction action = null!;
    private Names names = null!;
    private DateOnly today;
    private bool mayUpdate;

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [Inject]
    private PlanAccess Access { get; set; } = null!;

    [Inject]
    private MilestoneService Milestones { get; set; } = null!;

    protected override async Task LoadAsync(Plan plan, Milestone item)
    {
        today = Calendar.Today;
        action = (KeyAction)Above[^1];
        names = await Names.LoadAsync(Db, Gone);
        mayUpdate = !item.Withdrawn && await Access.MayUpdateAsync(action, Gone);
    }

    private string? Change(string what) => mayUpdate ? $"{Here}/{what}" : null;

    private async Task ConfirmAsync()
    {
        if (!mayUpdate)
        {
            Navigation.NotFound();
        }
        else if (Done(await Milestones.ConfirmAsync(Item!.Id, User.Doing("Confirmed that it goes on"), Gone)))
        {
            GoTo(Here, "You confirmed that this goes on.");
        }
    }
}
