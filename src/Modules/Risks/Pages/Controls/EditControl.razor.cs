using Microsoft.AspNetCore.Components;

namespace Trellis.Risks.Pages.Controls;

public sealed class ControlForm
{
    public int Version { get; set; }
    public string? Text { get; set; }
    public string? OwnerOfficerId { get; set; }
    public string? Effectiveness { get; set; }

    public static ControlForm Of(RiskControl control) =>
        new() { Version = control.Version, Text = control.Text, OwnerOfficerId = $"{control.OwnerOfficerId}", Effectiveness = $"{control.Effectiveness}" };

    public ControlOptions Read() => new(Text ?? "", RiskChoices.Id(OwnerOfficerId), RiskChoices.Word<Effectiveness>(Effectiveness));
}

public sealed partial class EditControl
{
    [Parameter]
    public Guid? Id { get; set; }

    [Inject]
    private ControlService Controls { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "edit")]
    private ControlForm? Form { get; set; }

    protected override async Task LoadAsync(Risk risk)
    {
        var control = Id is { } id ? await Controls.FindAsync(risk.Id, id, Gone) : null;
        if (Id is not null && control is null)
        {
            Navigation.NotFound();
            return;
        }

        Form ??= control is null ? new ControlForm() : ControlForm.Of(control);
    }

    private async Task SaveAsync()
    {
        var saved = Id is { } id
            ? await Controls.ChangeAsync(Item!.Id, id, Form!.Version, Form.Read(), User.Doing("Changed a control"), Gone)
            : await Controls.AddAsync(Item!.Id, Form!.Read(), User.Doing("Added a control"), Gone);
        if (Done(saved))
        {
            GoTo(Here, "The control is saved.");
        }
    }

    private async Task WithdrawAsync()
    {
        if (Done(await Controls.WithdrawAsync(Item!.Id, Id!.Value, User.Doing("Took a control out of use"), Gone)))
        {
            GoTo(Here, "The control was taken out of use. Its history is kept.");
        }
    }
}
