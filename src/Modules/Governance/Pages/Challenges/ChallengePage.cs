using Microsoft.AspNetCore.Components;
using Trellis.Governance.Scrutiny;
using Trellis.GovUk;

namespace Trellis.Governance.Pages.Challenges;

/// <summary>A page of one challenge. Who may not read it finds none, unless it is theirs to answer.</summary>
public abstract class ChallengePage : BoardPage
{
    [Parameter]
    public string Reference { get; set; } = "";

    [Inject]
    protected ChallengeService Service { get; private set; } = null!;

    protected ScrutinyChallenge? Item { get; private set; }

    protected bool MayAnswer { get; private set; }

    protected string Here => ChallengeService.AddressOf(Board!, Item!);

    /// <summary>Only for who may answer.</summary>
    protected virtual bool IsForAnswering => false;

    protected override async Task LoadAsync(Forum board)
    {
        var item = await Service.FindAsync(board.Id, Reference, Gone);
        MayAnswer = item is not null && await Access.MayAnswerAsync(item.OwnerOfficerId, Gone);
        if (item is null || !(MayAnswer || (!IsForAnswering && await Access.MayReadAsync(board.Id, item, Gone))))
        {
            Navigation.NotFound();
            return;
        }

        Item = item;
        await LoadAsync(board, item);
    }

    protected virtual Task LoadAsync(Forum board, ScrutinyChallenge item) => Task.CompletedTask;

    protected LinkItem[] ChallengeTrail(params LinkItem[] below) => Trail([new("Challenges", ChallengeService.AddressOf(Board!)), .. below]);
}
