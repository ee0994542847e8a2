using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Calendar;

namespace Trellis.Plans.Pages.Milestones;

public sealed class StateForm
{
    public int Version { get; set; }
    public string? State { get; set; }
    public TypedDate Completed { get; set; } = new();
    public DueForm Forecast { get; set; } = new();
}

public sealed partial class State
{
    [Inject]
    private PlanAccess Access { get; set; } = null!;

    [Inject]
    private MilestoneService Milestones { get; set; } = null!;

    [SupplyParameterFromForm]
    private StateForm? Form { get; set; }

    protected override async Task<bool> MaySeeAsync(Milestone item) =>
        !item.Withdrawn && await Items.ParentAsync(item, Gone) is KeyAction action && await Access.MayUpdateAsync(action, Gone);

    protected override Task LoadAsync(Plan plan, Milestone item)
    {
        Form ??= new StateForm
        {
            Version = item.Version, State = item.Lifecycle.ToString(), Completed = TypedDate.Of(item.CompletedOn), Forecast = DueForm.Of(item.Forecast),
        };
        return Task.CompletedTask;
    }

    private async Task SaveAsync()
    {
        if (!Enum.TryParse<Lifecycle>(Form!.State, out var lifecycle) || !Enum.IsDefined(lifecycle))
        {
            Errors.Add("Form.State", "Choose how far it is");
            return;
        }

        DateOnly? completedOn = null;
        if (lifecycle == Lifecycle.Complete && Form.Completed.Read("Completed") is var (date, wrong))
        {
            completedOn = date;
            if (wrong is not null)
            {
                Errors.Add("Form.Completed.Day", wrong);
            }
        }

        var forecast = Form.Forecast.Kind is null ? Due.None : Form.Forecast.Read("Form.Forecast", Errors);
        if (!Errors.Any && Done(await Milestones.StateAsync(Item!.Id, Form.Version, lifecycle, completedOn, forecast!.Value, User.Doing("Said how far it is"), Gone)))
        {
            GoTo(Here, $"The state is now: {LifecycleWords.Of(lifecycle)}.");
        }
    }
}
