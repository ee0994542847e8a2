using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel.Access;
using Trellis.Kernel.Pages;

namespace Trellis.Web.Layout;

public sealed partial class MainLayout
{
    private static readonly LinkItem[] about = [new("Accessibility statement", "/accessibility"), new("Privacy", "/privacy"), new("About this service", "/about")];
    private static readonly LinkItem[] forThePublic = [new("Boards and meetings", "/public/boards"), new("Published reports", "/published"), new("Figures", "/figures"), .. about];

    private readonly List<LinkItem> areas = [];
    private bool administers;
    private bool organises;
    private bool passesOn;
    private string? said;

    [CascadingParameter]
    private Theme Theme { get; set; } = new();

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <summary>Who is signed in finds boards and reports in their own areas.</summary>
    private LinkItem[] footer => User.IsSignedIn ? about : forThePublic;

    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('?')[0];

    private string SignInAgain => "/sign-in?back=" + Uri.EscapeDataString(Here);

    protected override async Task OnInitializedAsync()
    {
        said = Flash.Take(Http);
        if (!User.IsSignedIn)
        {
            return;
        }

        organises = await User.MayAsync(KernelPermission.Organise);
        passesOn = await User.MayAsync(KernelPermission.PassOn);
        administers = await User.MayAsync(KernelPermission.Administer);
        foreach (var area in ServiceAreas.InOrder)
        {
            if (await User.MayAsync(area.Permission))
            {
                areas.Add(new LinkItem(area.Text, area.Address) { Active = area.Contains(Here) });
            }
        }
    }
}
