using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks.Pages;

public sealed partial class EditRisk
{
    private List<Officer> officers = [];
    private RiskMatrix matrix = RiskMatrix.Usual();

    [Inject]
    private OrganisationService Organisation { get; set; } = null!;

    private Risk? item;

    [Parameter]
    public string? Address { get; set; }

    [Inject]
    private RiskService Service { get; set; } = null!;

    [Inject]
    private MatrixService Matrices { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "edit")]
    private RiskForm? Form { get; set; }

    private string back => item is null ? "/risks" : RiskService.AddressOf(item);

    protected override async Task LoadAsync()
    {
        officers = await Organisation.OfficersAsync(Gone);
        matrix = await Matrices.GetAsync(Gone);
        item = Address is null ? null : await Service.FindAsync(Address, Gone);
        if (Address is not null && item is null)
        {
            Navigation.NotFound();
        }

        Form ??= item is null ? new RiskForm() : RiskForm.Of(item);
    }

    private async Task SaveAsync()
    {
        if (Form!.Read(Errors) is not { } options)
        {
            return;
        }

        var saved = item is null
            ? await Service.CreateAsync(options, User.Doing("Added the risk"), Gone)
            : await Service.ChangeAsync(item.Address, Form.Version, options, User.Doing("Changed the risk"), Gone);
        if (Done(saved))
        {
            GoTo(RiskService.AddressOf(saved.Value!), "Your changes were saved.");
        }
    }

    private async Task WithdrawAsync()
    {
        if (Done(await Service.WithdrawAsync(item!.Address, User.Doing("Took the risk out of use"), Gone)))
        {
            GoTo("/risks", "It was taken out of use. Its history is kept.");
        }
    }
}
