using Microsoft.AspNetCore.Components;
using Trellis.Plans.Updates;

namespace Trellis.Plans.Pages.Approvals;

public sealed class DecisionForm
{
    public int Version { get; set; }
    public string? Why { get; set; }
}

public sealed partial class Decide
{
    private OwedLine? line;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private ApprovalService Service { get; set; } = null!;

    [SupplyParameterFromForm]
    private DecisionForm? Form { get; set; }

    private Update update => line!.Update!;

    protected override async Task LoadAsync()
    {
        line = await Service.FindAsync(Id, Gone);
        if (line is null)
        {
            Navigation.NotFound();
            return;
        }
    }

    private async Task ApproveAsync()
    {
        if (Done(await Service.ApproveAsync([(line!, Form!.Version)], User.Doing("Approved an update"), Gone)))
        {
            GoTo("/approvals", "The update was approved and stands in the plan.");
        }
    }

    private async Task ReturnAsync()
    {
        if (Done(await Service.ReturnAsync(line!, Form!.Version, Form.Why ?? "", User.Doing("Returned an update"), Gone)))
        {
            GoTo("/approvals", "The update went back to its owner.");
        }
    }
}
