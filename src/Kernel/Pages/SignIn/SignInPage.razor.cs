using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Access;

namespace Trellis.Kernel.Pages.SignIn;

public sealed class SignInForm
{
    public string Email { get; set; } = "";
    public string Password { get; set; } = "";
    public string Credential { get; set; } = "";
}

public sealed partial class SignInPage : TrellisPage
{
    [Inject]
    private SignInService Door { get; set; } = null!;

    [Inject]
    private OrganisationDirectory Directory { get; set; } = null!;

    [SupplyParameterFromQuery]
    public string? Back { get; set; }

    [SupplyParameterFromForm]
    public SignInForm? Form { get; set; }

    protected override void OnInitialized()
    {
        Form ??= new SignInForm();
        if (User.IsSignedIn && !IsPost)
        {
            GoTo(LocalAddress.Of(Back));
        }
    }

    private async Task SignInAsync()
    {
        if (Form!.Email.Trim().Length == 0)
        {
            Errors.Add("Form.Email", "Enter your e-mail address");
        }

        if (Form.Password.Length == 0)
        {
            Errors.Add("Form.Password", "Enter your password");
        }

        if (!Errors.Any)
        {
            GoOn(await Door.PasswordAsync(Form.Email, Form.Password), "Form.Email", "The e-mail address or the password is not right");
        }
    }

    private async Task UsePasskeyAsync() =>
        GoOn(await Door.PasskeyAsync(Form!.Credential), "Form.Email", "The passkey was not taken. Try again, or sign in with your password");

    private void GoOn(SignInOutcome outcome, string field, string refusal)
    {
        var back = LocalAddress.Of(Back);
        switch (outcome)
        {
            case SignInOutcome.SignedIn:
                GoTo(back);
                break;
            case SignInOutcome.CodeNeeded:
                GoTo("/sign-in/code?back=" + Uri.EscapeDataString(back));
                break;
            case SignInOutcome.LockedOut:
                GoTo("/sign-in/locked");
                break;
            default:
                Errors.Add(field, refusal);
                break;
        }
    }
}
