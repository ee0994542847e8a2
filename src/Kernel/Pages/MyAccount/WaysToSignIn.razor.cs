using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Access;

namespace Trellis.Kernel.Pages.MyAccount;

public sealed class PasskeyForm
{
    public string Name { get; set; } = "";
    public string Credential { get; set; } = "";
}

/// <summary>Where an account chooses its first way to sign in, and adds passkeys later.</summary>
public sealed partial class WaysToSignIn : TrellisPage
{
    private bool isFirst;
    private bool hasPassword;

    [Inject]
    private WaysIn Ways { get; set; } = null!;

    [SupplyParameterFromForm]
    public PasskeyForm? Form { get; set; }

    protected override async Task LoadAsync()
    {
        Form ??= new PasskeyForm();
        var ways = await Ways.OfAsync(User.AccountId!.Value);
        isFirst = ways.Count == 0;
        hasPassword = ways.HasPassword;
    }

    private async Task AddAsync()
    {
        var result = await Ways.AddPasskeyAsync(User.AccountId!.Value, Form!.Name, Form.Credential);
        if (Done(result))
        {
            GoTo(isFirst ? "/" : "/account", $"You can now sign in with the passkey {result.Value}");
        }
    }
}
