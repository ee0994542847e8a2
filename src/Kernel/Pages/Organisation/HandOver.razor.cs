using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;

namespace Trellis.Kernel.Pages.Organisation;

public sealed class HandOverForm
{
    public string ToOfficerId { get; set; } = "";
    public TypedDate LeftOn { get; set; } = new();
    public string Why { get; set; } = "";
}

/// <summary>Shows all that an officer owns, and hands it to another in one step.</summary>
public sealed partial class HandOver : TrellisPage
{
    private Officer? leaver;
    private List<Officer> others = [];
    private List<OwnedThing> owned = [];

    [Inject]
    private OrganisationService Offices { get; set; } = null!;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm]
    public HandOverForm? Form { get; set; }

    protected override async Task LoadAsync()
    {
        Form ??= new HandOverForm();
        var officers = await Offices.OfficersAsync(Gone);
        leaver = officers.Find(o => o.Id == Id);
        others = [.. officers.Where(o => o.Id != Id && o.LeftOn is null)];
        if (leaver is null)
        {
            Navigation.NotFound();
            return;
        }

        owned = await Offices.OwnedByAsync(Id, Gone);
    }

    private async Task HandOverAsync()
    {
        DateOnly? left = null;
        if (!Form!.LeftOn.IsEmpty)
        {
            (left, var error) = Form.LeftOn.Read("Left on");
            if (error is not null)
            {
                Errors.Add("Form.LeftOn", error);
                return;
            }
        }

        var to = Choices.Chosen(Form.ToOfficerId) ?? Guid.Empty;
        var done = await Offices.HandOverAsync(Id, to, left, User.Doing("Handed over all that an officer owned", Form.Why), Gone);
        if (Done(done))
        {
            GoTo("/organisation/officers", $"{(done.Value == 1 ? "1 thing" : $"{done.Value:N0} things")} went over to {others.Find(o => o.Id == to)?.Name}");
        }
    }
}
