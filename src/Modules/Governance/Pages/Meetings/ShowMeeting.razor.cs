using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Trellis.Governance.ForwardPlan;
using Trellis.Governance.Meetings;
using Trellis.Governance.Members;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;

namespace Trellis.Governance.Pages.Meetings;

public sealed partial class ShowMeeting
{
    private readonly List<string> keyDecisionFaults = [];
    private MeetingPapers? papers;
    private List<ForumMember> members = [];
    private List<Declaration> declarations = [];
    private DateOnly today;
    private string attendance = "";
    private bool isProvisional;

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [Inject]
    private MemberService Members { get; set; } = null!;

    [Inject]
    private AgencyService Agencies { get; set; } = null!;

    protected override async Task LoadAsync(Forum board, Governance.Meetings.Meeting sitting)
    {
        today = Calendar.Today;
        papers = await MeetingPapers.LoadAsync(Db, sitting.Id, await Access.AudienceAsync(board.Id, Gone), Gone);
        members = await Members.AllAsync(board.Id, Gone);
        declarations = [.. (await Agendas.DeclarationsAsync(sitting.Id, Gone)).Where(d => d.AgendaItemId is null || papers!.Items.Any(i => i.Id == d.AgendaItemId && !i.IsWithheld))];
        isProvisional = !sitting.IsSent && board.Notice.SendBy(sitting.Day, await Calendar.WorkingDaysAsync(Gone)).Provisional;
        attendance = await AttendanceAsync(board, sitting);
        if (MayEdit && sitting.IsOpen)
        {
            await FindFaultsAsync(board, sitting);
        }
    }

    private async Task<string> AttendanceAsync(Forum board, Governance.Meetings.Meeting sitting)
    {
        if (sitting.AttendanceOn is null)
        {
            return "Not written down yet";
        }

        var agencies = (await Agencies.AllAsync(Gone)).ToDictionary(a => a.Id, a => a.Name);
        var then = members.Where(m => m.SitsOn(sitting.Day)).ToList();
        var quorum = Quorum.Of(board, [.. then.Where(m => sitting.PresentMemberIds.Contains(m.Id))], then.Count(m => m.Votes), id => agencies.GetValueOrDefault(id, "an agency"));
        var apologies = members.Where(m => sitting.ApologyMemberIds.Contains(m.Id)).Select(m => m.Name).ToList();
        return quorum.Sentence + (apologies.Count > 0 ? $" Apologies: {string.Join(", ", apologies)}." : "");
    }

    /// <summary>Key decisions that were not on the published forward plan for long enough.</summary>
    private async Task FindFaultsAsync(Forum board, Governance.Meetings.Meeting sitting)
    {
        var decided = papers!.Items.Where(i => i.IsKeyDecision).Select(i => i.Id).ToList();
        var published = await Db.Set<ForwardPlanItem>().AsNoTracking().Where(f => f.AgendaItemId != null && decided.Contains(f.AgendaItemId.Value) && !f.Withdrawn)
            .ToDictionaryAsync(f => f.AgendaItemId!.Value, f => f.PublishedOn, Gone);
        keyDecisionFaults.AddRange(papers.Items.Where(i => i.IsKeyDecision)
            .Select(i => (i.Place, Fault: KeyDecisionNotice.Fault(board, sitting.Day, published.GetValueOrDefault(i.Id))))
            .Where(i => i.Fault is not null).Select(i => $"Item {i.Place}: {i.Fault}"));
    }

    private string MemberName(Guid id) => members.Find(m => m.Id == id)?.Name ?? "";

    private string ItemWords(Guid? id) => papers!.Items.FirstOrDefault(i => i.Id == id) is { } item ? $"item {item.Place}" : "the whole meeting";

    private string? Change(string what) => MayEdit && Sitting!.IsOpen ? $"{Here}/{what}" : null;

    private Task StepAsync() => DoAsync("The order was changed.", () =>
        Http.Request.Form["Step"].ToString().Split(' ') is ["Up" or "Down", var number] parts
            ? Agendas.StepAsync(Sitting!.Id, Reading.Number(number), parts[0] == "Up", User.Doing("Changed the order of the agenda"), Gone)
            : Task.FromResult<Result<AgendaItem>>(NotFound.Row));

    private Task SendAsync() => DoAsync(
        "Agenda and papers are marked as sent today.", () => Meetings.SendAsync(Board!.Id, Sitting!.Address, User.Doing("Sent agenda and papers"), Gone));

    private Task HoldAsync() => DoAsync("The meeting is marked as held.", () => Meetings.HoldAsync(Board!.Id, Sitting!.Address, User.Doing("Marked the meeting as held"), Gone));

    private Task PublishAsync() => DoAsync(
        "Minutes and decisions are published.", () => Meetings.PublishMinutesAsync(Board!.Id, Sitting!.Address, User.Doing("Published minutes and decisions"), Gone));

    /// <summary>A step of somebody who may edit; to anybody else there is no such form.</summary>
    private async Task DoAsync<T>(string said, Func<Task<Result<T>>> step)
    {
        if (!MayEdit)
        {
            Navigation.NotFound();
        }
        else if (Done(await step()))
        {
            GoTo(Here, said);
        }
    }
}
