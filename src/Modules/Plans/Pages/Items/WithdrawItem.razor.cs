using Microsoft.AspNetCore.Components;

namespace Trellis.Plans.Pages.Items;

public sealed class WithdrawForm
{
    /// <summary>What the page offered: by the time it is sent, somebody else may have done it.</summary>
    public bool TakeOut { get; set; }

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
        var takeOut = Form!.TakeOut;
        if (Item!.Withdrawn == takeOut)
        {
            GoTo(Here, takeOut ? "Somebody else took it out of the plan already." : "Somebody else brought it back already.");
            return;
        }

        if (string.IsNullOrWhiteSpace(Form.Why))
        {
            Errors.Add("Form.Why", "Say why in a sentence");
            return;
        }

        if (Done(await Items.WithdrawAsync(Plan!.Id, Reference, takeOut, User.Doing(takeOut ? "Took it out of the plan" : "Brought it back into the plan", Form.Why), Gone)))
        {
            GoTo(Here, takeOut ? "It was taken out of the plan." : "It is back in the plan.");
        }
    }
}
