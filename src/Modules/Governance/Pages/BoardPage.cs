using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel.Organisation;
using Trellis.Kernel.Pages;

namespace Trellis.Governance.Pages;

/// <summary>A page of one board or a part of it.</summary>
public abstract class BoardPage : TrellisPage
{
    [Parameter]
    public string Address { get; set; } = "";

    [Inject]
    protected ForumService Forums { get; private set; } = null!;

    [Inject]
    protected BoardAccess Access { get; private set; } = null!;

    /// <summary>Null when there is none at this address: the page then renders nothing.</summary>
    protected Forum? Board { get; private set; }

    protected bool MayEdit { get; private set; }

    protected string BoardAddress => ForumService.AddressOf(Board!);

    protected override async Task LoadAsync()
    {
        Board = await Forums.FindAsync(Address, Gone);
        if (Board is null)
        {
            Navigation.NotFound();
            return;
        }

        MayEdit = await User.MayAsync(GovernancePermission.Edit);
        await LoadAsync(Board);
    }

    protected virtual Task LoadAsync(Forum board) => Task.CompletedTask;

    /// <summary>From the boards down to what stands above this page.</summary>
    protected LinkItem[] Trail(params LinkItem[] below) => [new("Boards and bodies", "/boards"), new(Board!.Abbreviation ?? Board.Name, BoardAddress), .. below];

    /// <summary>Officers to choose from; whoever left stands there only while they are chosen.</summary>
    protected static async Task<Choice[]> OfficersAsync(OrganisationService organisation, string? chosen, string nobody, CancellationToken ct) =>
    [
        new("", nobody),
        .. (await organisation.OfficersAsync(ct)).Where(o => o.LeftOn is null || $"{o.Id}" == chosen).Select(o => new Choice($"{o.Id}", o.LeftOn is null ? o.Name : $"{o.Name} (left)")),
    ];
}
