using Microsoft.AspNetCore.Components;
using Trellis.Governance.Meetings;
using Trellis.GovUk;

namespace Trellis.Governance.Pages.Meetings;

/// <summary>A page of one meeting or a part of it.</summary>
public abstract class MeetingPage : BoardPage
{
    /// <summary>The last part of the meeting's address.</summary>
    [Parameter]
    public string Day { get; set; } = "";

    [Inject]
    protected MeetingService Meetings { get; private set; } = null!;

    [Inject]
    protected AgendaService Agendas { get; private set; } = null!;

    /// <summary>Null when there is none at this address.</summary>
    protected Governance.Meetings.Meeting? Sitting { get; private set; }

    protected string Here => MeetingService.AddressOf(Board!, Sitting!);

    protected string Title => $"Meeting on {Sitting!.Day:d MMMM yyyy}";

    protected override async Task LoadAsync(Forum board)
    {
        Sitting = await Meetings.FindAsync(board.Id, Day, Gone);
        if (Sitting is null)
        {
            Navigation.NotFound();
            return;
        }

        await LoadAsync(board, Sitting);
    }

    protected virtual Task LoadAsync(Forum board, Governance.Meetings.Meeting sitting) => Task.CompletedTask;

    protected LinkItem[] MeetingTrail(params LinkItem[] below) => Trail([new("Meetings", MeetingService.AddressOf(Board!)), .. below]);
}
