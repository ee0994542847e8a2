using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Access;

namespace Trellis.Kernel.Pages.SignIn;

public sealed class CodeForm
{
    public string Code { get; set; } = "";
}

/// <summary>The second step after the password.</summary>
public sealed partial class Code : TrellisPage
{
    [Inject]
    private SignInService Door { get; set; } = null!;

    [SupplyParameterFromQuery]
    public string? Back { get; set; }

    [SupplyParameterFromForm]
    public CodeForm? Form { get; set; }

    protected override async Task LoadAsync()
    {
        Form ??= new CodeForm();
        if (!await Door.AwaitsCodeAsync())
        {
            GoTo("/sign-in?back=" + Uri.EscapeDataString(LocalAddress.Of(Back)), "Sign in again: the code was not entered in time");
        }
    }

    private async Task CheckAsync()
    {
        switch (await Door.CodeAsync(Form!.Code))
        {
            case SignInOutcome.SignedIn:
                GoTo(LocalAddress.Of(Back));
                break;
            case SignInOutcome.LockedOut:
                GoTo("/sign-in/locked");
                break;
            default:
                Errors.Add("Form.Code", "The code is not right. Enter the 6 numbers that the app shows now, or a recovery code that you have not used");
                break;
        }
    }
}
