using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Trellis.Kernel.Access;

namespace Trellis.Kernel.Pages.SignIn;

public sealed class StartForm
{
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";
}

/// <summary>The one-time link. Opening it uses nothing up, so a mail program that looks at links does no harm.</summary>
public sealed partial class Start : TrellisPage
{
    private OneTimeLink? link;
    private Account? invited;

    [Inject]
    private AccountService Accounts { get; set; } = null!;

    [Inject]
    private AccountSignIn Door { get; set; } = null!;

    [Parameter]
    public string Secret { get; set; } = "";

    [SupplyParameterFromForm]
    public StartForm? Form { get; set; }

    protected override async Task LoadAsync()
    {
        Form ??= new StartForm();
        link = await Accounts.LinkAsync(Secret, Gone);
        if (link is null)
        {
            Http.Response.StatusCode = StatusCodes.Status410Gone;
        }

        invited = link?.AccountId is { } id ? await Accounts.FindAsync(id, Gone) : null;
    }

    private async Task StartAsync()
    {
        if (link is null)
        {
            return;
        }

        var result = await Accounts.AcceptAsync(Secret, Form!.Name, Form.Email, Gone);
        if (Done(result))
        {
            await Door.SignInAsync(result.Value!, isPersistent: false);
            GoTo("/account/ways");
        }
    }
}
