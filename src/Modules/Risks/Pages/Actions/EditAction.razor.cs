using Microsoft.AspNetCore.Components;

namespace Trellis.Risks.Pages.Actions;

public sealed partial class EditAction
{
    [Parameter]
    public Guid? Id { get; set; }

    [Inject]
    private RiskActionService Actions { get; set; } = null!;

    [SupplyParameterFromForm]
    private ActionForm? Form { get; set; }

    protected override async Task LoadAsync(Risk risk)
    {
        var action = Id is { } id ? await Actions.FindAsync(risk.Id, id, Gone) : null;
        if (Id is not null && action is null)
        {
            Navigation.NotFound();
            return;
        }

        Form ??= action is null ? new ActionForm { State = nameof(ActionState.Open) } : ActionForm.Of(action);
    }

    private async Task SaveAsync()
    {
        if (Form!.Read(Errors) is not { } options)
        {
            return;
        }

        var saved = Id is { } id
            ? await Actions.ChangeAsync(Item!.Id, id, Form.Version, options, User.Doing("Changed an action"), Gone)
            : await Actions.AddAsync(Item!.Id, options, User.Doing("Added an action"), Gone);
        if (Done(saved))
        {
            GoTo(Here, "The action is saved.");
        }
    }
}
