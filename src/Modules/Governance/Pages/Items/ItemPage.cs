using Microsoft.AspNetCore.Components;
using Trellis.Governance.Meetings;
using Trellis.Governance.Pages.Meetings;
using Trellis.GovUk;

namespace Trellis.Governance.Pages.Items;

/// <summary>A page of one agenda item or a part of it. Who may not read the item finds none.</summary>
public abstract class ItemPage : MeetingPage
{
    [Parameter]
    public int Number { get; set; }

    protected AgendaItem? Item { get; private set; }

    protected string ItemAddress => AgendaService.AddressOf(Board!, Sitting!, Number);

    protected override async Task LoadAsync(Forum board, Governance.Meetings.Meeting sitting)
    {
        Item = await Agendas.FindAsync(sitting.Id, Number, Gone);
        if (Item is not null && !await Access.MayReadAsync(board.Id, Item, Gone))
        {
            Item = null;
        }

        if (Item is null)
        {
            Navigation.NotFound();
            return;
        }

        await LoadAsync(board, sitting, Item);
    }

    protected virtual Task LoadAsync(Forum board, Governance.Meetings.Meeting sitting, AgendaItem item) => Task.CompletedTask;

    protected LinkItem[] ItemTrail(params LinkItem[] below) => MeetingTrail([new($"{Sitting!.Day:d MMMM yyyy}", Here), .. below]);
}
