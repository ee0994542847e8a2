using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;

namespace Trellis.Kernel.Pages.Organisation;

public sealed class OfficerForm
{
    public string Name { get; set; } = "";
    public string DepartmentId { get; set; } = "";
    public bool IsGroup { get; set; }
    public string AccountableOfficerId { get; set; } = "";
    public TypedDate LeftOn { get; set; } = new();
    public int Version { get; set; }

    internal static OfficerForm Of(Officer officer) => new()
    {
        Name = officer.Name,
        DepartmentId = officer.DepartmentId?.ToString() ?? "",
        IsGroup = officer.IsGroup,
        AccountableOfficerId = officer.AccountableOfficerId?.ToString() ?? "",
        LeftOn = TypedDate.Of(officer.LeftOn),
        Version = officer.Version,
    };
}

public sealed partial class EditOfficer : TrellisPage
{
    private List<Officer> officers = [];
    private List<Department> departments = [];
    private string? name;

    [Inject]
    private OrganisationService Offices { get; set; } = null!;

    [Parameter]
    public Guid? Id { get; set; }

    [SupplyParameterFromForm]
    public OfficerForm? Form { get; set; }

    protected override async Task LoadAsync()
    {
        officers = await Offices.OfficersAsync(Gone);
        departments = await Offices.DepartmentsAsync(Gone);
        var officer = officers.Find(o => o.Id == Id);
        name = officer?.Name;
        Form ??= officer is null ? new OfficerForm() : OfficerForm.Of(officer);
        if (Id is not null && officer is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task SaveAsync()
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

        var options = new OfficerOptions(Form.Name, Choices.Chosen(Form.DepartmentId), Form.IsGroup, Choices.Chosen(Form.AccountableOfficerId), left);
        if (Done(await Offices.SaveOfficerAsync(Id, Form.Version, options, User.Doing(Id is null ? "Added an officer" : "Changed an officer"), Gone)))
        {
            GoTo("/organisation/officers", $"{options.Name.Trim()} is saved");
        }
    }

    private string? Say(string value) =>
        officers.Find(o => o.Id.ToString() == value)?.Name ?? departments.Find(d => d.Id.ToString() == value)?.Name;
}
