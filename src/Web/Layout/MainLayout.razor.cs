using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Pages;
using Trellis.Kernel.Settings;

namespace Trellis.Web.Layout;

public sealed partial class MainLayout
{
    private static readonly LinkItem[] footer = [new("Accessibility statement", "/accessibility"), new("Privacy", "/privacy"), new("About this service", "/about")];

    private string council = "";
    private string service = "";
    private string logo = "";
    private string? said;
    private List<LinkItem> items = [];

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private CouncilSettings Settings { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        council = await Settings.GetAsync(KernelSettings.CouncilName, Http.RequestAborted);
        service = await Settings.GetAsync(KernelSettings.ServiceName, Http.RequestAborted);
        logo = await Settings.GetAsync(KernelSettings.Logo, Http.RequestAborted);
        said = Flash.Take(Http);
        items = await NavigationAsync();
    }

    private async Task<List<LinkItem>> NavigationAsync()
    {
        if (!User.IsSignedIn)
        {
            return [];
        }

        var here = "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('?')[0];
        var shown = new List<LinkItem>();
        foreach (var item in ServiceAreas.InOrder)
        {
            if (await User.MayAsync(item.Permission))
            {
                shown.Add(new LinkItem(item.Text, item.Address) { Active = here.StartsWith(item.Address, StringComparison.Ordinal) });
            }
        }

        return shown;
    }
}
