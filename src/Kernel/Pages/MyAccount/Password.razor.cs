using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Trellis.Kernel.Access;
using Trellis.Kernel.Settings;

namespace Trellis.Kernel.Pages.MyAccount;

public sealed class PasswordForm
{
    public string Current { get; set; } = "";
    public string Password { get; set; } = "";

    /// <summary>The authenticator's new key, protected: it is stored only once a code proves that the app has it.</summary>
    public string Key { get; set; } = "";

    public string Code { get; set; } = "";
}

public sealed partial class Password : TrellisPage
{
    private string key = "";
    private string address = "";
    private string grouped = "";
    private bool isFirst;
    private bool hasPassword;
    private IReadOnlyList<string>? codes;

    [Inject]
    private WaysIn Ways { get; set; } = null!;

    [Inject]
    private AccountService Accounts { get; set; } = null!;

    [Inject]
    private CouncilSettings Settings { get; set; } = null!;

    [Inject]
    private IDataProtectionProvider Ring { get; set; } = null!;

    [SupplyParameterFromForm]
    public PasswordForm? Form { get; set; }

    protected override async Task LoadAsync()
    {
        Form ??= new PasswordForm();
        var id = User.AccountId!.Value;
        var ways = await Ways.OfAsync(id);
        (isFirst, hasPassword) = (ways.Count == 0, ways.HasPassword);
        var protector = Ring.CreateProtector("Trellis.NewAuthenticator", id.ToString()).ToTimeLimitedDataProtector();
        key = Unprotected(protector) ?? Ways.NewAuthenticatorKey();
        Form.Key = protector.Protect(key, TimeSpan.FromHours(1));
        grouped = string.Join(' ', key.Chunk(4).Select(c => new string(c)));
        var service = Uri.EscapeDataString(await Settings.GetAsync(KernelSettings.CouncilName, Gone));
        var account = (await Accounts.FindAsync(id, Gone))!;
        address = $"otpauth://totp/{service}:{Uri.EscapeDataString(account.Email!)}?secret={key}&issuer={service}&digits=6";
    }

    private string? Unprotected(ITimeLimitedDataProtector protector)
    {
        try
        {
            return Form!.Key.Length == 0 ? null : protector.Unprotect(Form.Key);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Older than an hour, or made for another account: the page shows a fresh one.
            return null;
        }
    }

    private async Task SaveAsync()
    {
        var result = await Ways.SetPasswordAsync(User.AccountId!.Value, Form!.Current, Form.Password, key, Form.Code, Gone);
        codes = Done(result) ? result.Value : null;
    }
}
