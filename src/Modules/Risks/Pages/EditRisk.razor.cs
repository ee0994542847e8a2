using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel.Organisation;

namespace Trellis.Risks.Pages;

public sealed class RiskForm
{
    public int Version { get; set; }
    public string? Title { get; set; }
    public string? Scope { get; set; }
    public string? Level { get; set; }
    public string? Controls { get; set; }
    public string? OwnerOfficerId { get; set; }

    public static RiskForm Of(Risk risk) => new() { Version = risk.Version, Title = risk.Title, Scope = risk.Scope.ToString(), Level = risk.Level, Controls = risk.Controls, OwnerOfficerId = $"{risk.OwnerOfficerId}" };

    public RiskOptions Read() => new(Title ?? "", Enum.TryParse<RiskScope>(Scope, out var scope) ? scope : RiskScope.Local, Level ?? "", Controls, Id(OwnerOfficerId));

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}

public sealed partial class EditRisk
{
    private static readonly Choice[] scopes = [.. Enum.GetValues<RiskScope>().Select(s => new Choice(s.ToString(), s.ToString()))];

    private Choice[] officers = [];

    [Inject]
    private OrganisationService Organisation { get; set; } = null!;

    private Risk? item;

    [Parameter]
    public string? Address { get; set; }

    [Inject]
    private RiskService Service { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "edit")]
    private RiskForm? Form { get; set; }

    private string back => item is null ? "/risks" : RiskService.AddressOf(item);

    protected override async Task LoadAsync()
    {
        officers = [new Choice("", "Nobody yet"), .. (await Organisation.OfficersAsync(Gone)).Select(o => new Choice($"{o.Id}", o.Name))];
        item = Address is null ? null : await Service.FindAsync(Address, Gone);
        if (Address is not null && item is null)
        {
            Navigation.NotFound();
        }

        Form ??= item is null ? new RiskForm() : RiskForm.Of(item);
    }

    private async Task SaveAsync()
    {
        var options = Form!.Read();
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
