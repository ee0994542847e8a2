using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Pages;

namespace Trellis.Risks.Pages;

/// <summary>A page of one risk, found by its address. One that changes something asks first whose the row is: another's is not there.</summary>
public abstract class OfRisk : TrellisPage
{
    [Parameter]
    public string Address { get; set; } = "";

    [Inject]
    protected RiskService Risks { get; private set; } = null!;

    [Inject]
    protected RiskAccess Access { get; private set; } = null!;

    [Inject]
    protected MatrixService Matrices { get; private set; } = null!;

    [Inject]
    protected OrganisationService Organisation { get; private set; } = null!;

    protected Risk? Item { get; private set; }

    protected RiskMatrix Matrix { get; private set; } = RiskMatrix.Usual();

    protected List<Officer> Officers { get; private set; } = [];

    protected string Here => RiskService.AddressOf(Item!);

    protected List<LinkItem> Trail => [new("Risks", "/risks"), new(Short(Item!.Title), Here)];

    protected Choice[] OfficerChoices => RiskChoices.Of(Officers);

    protected sealed override async Task LoadAsync()
    {
        Item = await Risks.FindAsync(Address, Gone);
        if (Item is null || !await MaySeeAsync(Item))
        {
            Item = null;
            Navigation.NotFound();
            return;
        }

        Matrix = await Matrices.GetAsync(Gone);
        Officers = await Organisation.OfficersAsync(Gone);
        await LoadAsync(Item);
    }

    protected virtual Task<bool> MaySeeAsync(Risk risk) => Access.MayUpdateAsync(risk, Gone);

    protected virtual Task LoadAsync(Risk risk) => Task.CompletedTask;

    protected string NameOf(Guid? officer) => officer is { } id ? Officers.Find(o => o.Id == id)?.Name ?? "" : "Nobody yet";

    /// <summary>How the history says a stored value: an officer's name for an id.</summary>
    protected string? Say(string value) => Guid.TryParse(value, out var id) ? Officers.Find(o => o.Id == id)?.Name : null;

    private static string Short(string title) => title.Length > 60 ? title[..58].TrimEnd() + "…" : title;
}
