using Microsoft.AspNetCore.Components;
using Trellis.Kernel.Access;

namespace Trellis.Kernel.Pages.Administration.Accounts;

/// <summary>A page of one account: finds it, or says that there is none.</summary>
public abstract class AccountPage : TrellisPage
{
    [Inject]
    protected AccountService Accounts { get; private set; } = null!;

    [Parameter]
    public Guid Id { get; set; }

    protected Account Account { get; private set; } = new();

    protected string Address => $"/administration/accounts/{Id}";

    protected override async Task LoadAsync()
    {
        if (await Accounts.FindAsync(Id, Gone) is { } found)
        {
            Account = found;
        }
        else
        {
            Navigation.NotFound();
        }
    }
}
