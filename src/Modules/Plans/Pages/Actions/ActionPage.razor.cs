using Microsoft.AspNetCore.Components;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Plans.Pages.Items;
using Trellis.Plans.Reporting;

namespace Trellis.Plans.Pages.Actions;

public sealed partial class ActionPage
{
    private List<Milestone> milestones = [];
    private Names names = null!;
    private GoldenThread? thread;
    private Progress proposed;
    private DateOnly today;
    private bool mayUpdate;
    private bool mayEdit;

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [Inject]
    private PlanAccess Access { get; set; } = null!;

    protected override async Task LoadAsync(Plan plan, KeyAction item)
    {
        today = Calendar.Today;
        milestones = [.. (await Items.ChildrenAsync(plan.Id, item.Id, Gone)).OfType<Milestone>()];
        proposed = KeyAction.Proposed(milestones, today);
        names = await Names.LoadAsync(Db, Gone);
        thread = item.DeliversPlanId is { } delivered ? await GoldenThread.OfAsync(Db, delivered, today, Gone) : null;
        mayEdit = !item.Withdrawn && await User.MayAsync(PlanPermission.Edit);
        mayUpdate = !item.Withdrawn && await Access.MayUpdateAsync(item, Gone);
    }

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

    private string? Said(string value) => Enum.TryParse<Progress>(value, out var progress) ? Plan!.WordsFor(progress) : ItemHistory.Value(value, names);
}
