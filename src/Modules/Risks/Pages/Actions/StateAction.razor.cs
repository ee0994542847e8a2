using Microsoft.AspNetCore.Components;

namespace Trellis.Risks.Pages.Actions;

public sealed partial class StateAction
{
    private RiskAction? action;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private RiskActionService Actions { get; set; } = null!;

    [SupplyParameterFromForm]
    private ActionForm? Form { get; set; }

    /// <summary>Also for who owns the action and not the risk.</summary>
    protected override async Task<bool> MaySeeAsync(Risk risk)
    {
        action = await Actions.FindAsync(risk.Id, Id, Gone);
        return action is not null && await Access.MayStateAsync(risk, action, Gone);
    }

    protected override Task LoadAsync(Risk risk)
    {
        Form ??= ActionForm.Of(action!);
        return Task.CompletedTask;
    }

    private async Task SaveAsync()
    {
        if (Form!.ReadState(Errors) is not var (state, doneOn))
        {
            return;
        }

        var options = RiskActionOptions.Of(action!) with { State = state, DoneOn = doneOn };
        if (Done(await Actions.ChangeAsync(Item!.Id, Id, Form.Version, options, User.Doing("Said how an action stands"), Gone)))
        {
            GoTo(Here, "It is noted how the action stands.");
        }
    }
}
