using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel.Organisation;

namespace Trellis.Measures.Pages.Indicators;

public sealed partial class EditIndicator
{
    private Choice[] officers = [];
    private Choice[] departments = [];
    private Choice[] guards = [];
    private Choice[] populations = [];
    private Choice[] parts = [];

    [Inject]
    private OrganisationService Organisation { get; set; } = null!;

    private Indicator? item;

    [Parameter]
    public string? Address { get; set; }

    [Inject]
    private IndicatorService Service { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "edit")]
    private IndicatorForm? Form { get; set; }

    private string back => item is null ? "/measures" : IndicatorService.AddressOf(item);

    protected override async Task LoadAsync()
    {
        officers = [new Choice("", "Nobody yet"), .. (await Organisation.OfficersAsync(Gone)).Select(o => new Choice($"{o.Id}", o.Name))];
        departments = [new Choice("", "None"), .. (await Organisation.DepartmentsAsync(Gone)).Select(d => new Choice($"{d.Id}", $"{d.Name} ({d.Code})"))];
        item = Address is null ? null : await Service.FindAsync(Address, Gone);
        if (Address is not null && item is null)
        {
            Navigation.NotFound();
        }

        parts = [.. (await Service.OursAsync(Gone)).Where(i => i.Id != item?.Id).Select(i => new Choice($"{i.Id}", i.Title))];
        guards = [new Choice("", "Nothing"), .. parts];
        populations = [new Choice("", "None"), .. (await Service.PopulationsAsync(Gone)).Where(i => i.Id != item?.Id).Select(i => new Choice($"{i.Id}", i.Title))];
        Form ??= item is null ? new IndicatorForm() : IndicatorForm.Of(item);
    }

    private async Task SaveAsync()
    {
        var options = Form!.Read(item);
        var saved = item is null
            ? await Service.CreateAsync(options, User.Doing("Added the indicator"), Gone)
            : await Service.ChangeAsync(item.Address, Form.Version, options, User.Doing("Changed the indicator"), Gone);
        if (Done(saved))
        {
            GoTo(IndicatorService.AddressOf(saved.Value!), "Your changes were saved.");
        }
    }

    private async Task WithdrawAsync()
    {
        if (Done(await Service.WithdrawAsync(item!.Address, User.Doing("Took the indicator out of use"), Gone)))
        {
            GoTo("/measures", "It was taken out of use. Its history is kept.");
        }
    }
}
