using Microsoft.AspNetCore.Components;
using Trellis.Plans.Importing;
using Trellis.Tables;

namespace Trellis.Plans.Pages.Importing;

public sealed partial class Upload
{
    private List<PlanImport> waiting = [];
    private Plan? plan;

    [Inject]
    private ImportService Imports { get; set; } = null!;

    [Inject]
    private PlanService Plans { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "into")]
    private string? Into { get; set; }

    protected override async Task LoadAsync()
    {
        plan = Into is null ? null : await Plans.FindAsync(Into, Gone);
        if (Into is not null && plan is null)
        {
            Navigation.NotFound();
            return;
        }

        waiting = await Imports.WaitingAsync(Gone);
    }

    private async Task SendAsync()
    {
        if (Http.Request.Form.Files.GetFile("Form.File") is not { Length: > 0 } file)
        {
            Errors.Add("Form.File", "Choose the file of your plan");
            return;
        }

        if (file.Length > ReadLimits.Default.Bytes)
        {
            Errors.Add("Form.File", $"The file is larger than {ReadLimits.Default.Bytes / (1024 * 1024)} MB. Take pictures out of it, or give only the part that is the plan");
            return;
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, Gone);
        var staged = await Imports.StageAsync(file.FileName, bytes, plan?.Id, User.Doing("Read a document"), Gone);
        if (Done(staged))
        {
            GoTo($"/plan/import/{staged.Value!.Id}");
        }
    }
}
