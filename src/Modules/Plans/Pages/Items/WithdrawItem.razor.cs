using Microsoft.AspNetCore.Components;

namespace Trellis.Plans.Pages.Items;

public sealed class WithdrawForm
{
    public string? Why { get; set; }
}

public sealed partial class WithdrawItem
{
    [Parameter]
    public string Folder { get; set; } = "";

    [SupplyParameterFromForm]
    private WithdrawForm? Form { get; set; }

    protected override Task<bool> MaySeeAsync(PlanItem item) => Task.FromResult(ItemKind.Of(item).Folder == Folder);

    protected override Task LoadAsync(Plan plan, PlanItem item)
    {
        Form ??= new WithdrawForm();
        return Task.CompletedTask;
    }

    private async Task SaveAsync()
    {
        if (string.IsNullOrWhiteSpace(Form!.Why))
        {
            Errors.Add("Form.Why", "Say why in a sentence");
            return;
        }

        var takeOut = !Item!.Withdrawn;
        if (Done(await Items.WithdrawAsync(Plan!.Id, Reference, takeOut, User.Doing(takeOut ? "Took it out of the plan" : "Brought it back into the plan", Form.Why), Gone)))
        {
            GoTo(Here, takeOut ? "It was taken out of the plan." : "It is back in the plan.");
        }
    }
}
