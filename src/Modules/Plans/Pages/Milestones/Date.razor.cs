using Microsoft.AspNetCore.Components;

namespace Trellis.Plans.Pages.Milestones;

public sealed class DateForm
{
    public int Version { get; set; }
    public DueForm Due { get; set; } = new();
    public string? Why { get; set; }
}

public sealed partial class Date
{
    [Inject]
    private PlanAccess Access { get; set; } = null!;

    [Inject]
    private MilestoneService Milestones { get; set; } = null!;

    [SupplyParameterFromForm]
    private DateForm? Form { get; set; }

    protected override async Task<bool> MaySeeAsync(Milestone item) =>
        !item.Withdrawn && await Items.ParentAsync(item, Gone) is KeyAction action && await Access.MayUpdateAsync(action, Gone);

    protected override Task LoadAsync(Plan plan, Milestone item)
    {
        Form ??= new DateForm { Version = item.Version, Due = DueForm.Of(item.CurrentDue) };
        return Task.CompletedTask;
    }

    private async Task SaveAsync()
    {
        if (Form!.Due.Read("Form.Due", Errors) is { } due
            && Done(await Milestones.MoveDateAsync(Item!.Id, Form.Version, due, Form.Why ?? "", User.Doing("Moved the deadline"), Gone)))
        {
            GoTo(Here, $"The deadline is now: {due}.");
        }
    }
}
