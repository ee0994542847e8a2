using Microsoft.AspNetCore.Components;
using Trellis.Governance.Meetings;

namespace Trellis.Governance.Pages.Decisions;

/// <summary>A page of one decision. Who may not read its item finds none, unless it is theirs to carry out.</summary>
public abstract class DecisionPage : BoardPage
{
    [Parameter]
    public string Reference { get; set; } = "";

    [Inject]
    protected DecisionService Decisions { get; private set; } = null!;

    protected DecisionRow? Row { get; private set; }

    protected bool IsTheirs { get; private set; }

    protected string Here => DecisionService.AddressOf(Board!, Row!.Decision);

    protected override async Task LoadAsync(Forum board)
    {
        var row = await Decisions.FindAsync(board.Id, Reference, Gone);
        IsTheirs = row is not null && (MayEdit || await Access.MayAnswerAsync(row.Decision.OwnerOfficerId, Gone));
        if (row is null || !(IsTheirs || await Access.MayReadAsync(board.Id, row.Item, Gone)))
        {
            Navigation.NotFound();
            return;
        }

        Row = row;
        await LoadAsync(board, row);
    }

    protected virtual Task LoadAsync(Forum board, DecisionRow row) => Task.CompletedTask;
}
