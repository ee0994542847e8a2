using Microsoft.AspNetCore.Components;
using Trellis.Governance.Meetings;
using Trellis.Governance.Scrutiny;
using Trellis.GovUk;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;

namespace Trellis.Governance.Pages.Challenges;

public sealed class ChallengeForm : KeepingForm
{
    public int Version { get; set; }
    public string? Kind { get; set; }
    public string? Text { get; set; }
    public string? RaisedBy { get; set; }
    public TypedDate RaisedOn { get; set; } = new();
    public string? MeetingId { get; set; }
    public string? OwnerOfficerId { get; set; }
    public TypedDate DueOn { get; set; } = new();

    public static ChallengeForm New(Forum forum, DateOnly today) => new()
    {
        Kind = $"{ScrutinyKind.Challenge}", RaisedOn = TypedDate.Of(today), DueOn = TypedDate.Of(ChallengeService.DueAfter(forum, today)),
    };

    public static ChallengeForm Of(ScrutinyChallenge c) => new()
    {
        Version = c.Version, Kind = $"{c.Kind}", Text = c.Text, RaisedBy = c.RaisedBy, RaisedOn = TypedDate.Of(c.RaisedOn),
        OwnerOfficerId = $"{c.OwnerOfficerId}", DueOn = TypedDate.Of(c.DueOn), Keeping = Keeping.Of(c),
    };

    public ScrutinyOptions Read(Forum forum, FormErrors errors)
    {
        var raised = errors.Day("Form.RaisedOn", RaisedOn, "Raised on");
        return new ScrutinyOptions(
            Reading.Choice(Kind, ScrutinyKind.Challenge), Text ?? "", RaisedBy ?? "", raised, Reading.Id(OwnerOfficerId),
            errors.DayOrNone("Form.DueOn", DueOn, "Answer due") ?? ChallengeService.DueAfter(forum, raised), Keeping);
    }
}

public sealed partial class EditChallenge
{
    private static readonly Choice[] kinds = [.. Enum.GetValues<ScrutinyKind>().Select(k => new Choice($"{k}", ScrutinyWords.Of(k)))];

    private ScrutinyChallenge? item;
    private Choice[] officers = [];
    private Choice[] meetings = [];

    [Parameter]
    public string? Reference { get; set; }

    [Inject]
    private ChallengeService Service { get; set; } = null!;

    [Inject]
    private MeetingService Meetings { get; set; } = null!;

    [Inject]
    private OrganisationService Organisation { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "edit")]
    private ChallengeForm? Form { get; set; }

    private string back => item is null ? ChallengeService.AddressOf(Board!) : ChallengeService.AddressOf(Board!, item);

    private string months => Board!.AnswerMonths == 1 ? "1 month" : $"{Board.AnswerMonths} months";

    protected override async Task LoadAsync(Forum board)
    {
        item = Reference is null ? null : await Service.FindAsync(board.Id, Reference, Gone);
        if (Reference is not null && item is null)
        {
            Navigation.NotFound();
            return;
        }

        Form ??= item is null ? ChallengeForm.New(board, Calendar.Today) : ChallengeForm.Of(item);
        officers = await OfficersAsync(Organisation, Form.OwnerOfficerId, "Nobody yet", Gone);
        var (past, coming) = (await Meetings.PastAsync(board.Id, 1, Gone), await Meetings.ComingAsync(board.Id, Gone));
        meetings = [new("", "Not at a meeting"), .. coming.Where(m => m.Day <= Calendar.Today).Concat(past.Items).Select(m => new Choice($"{m.Id}", MeetingWords.When(m)))];
    }

    private async Task SaveAsync()
    {
        var options = Form!.Read(Board!, Errors);
        var at = meetings.Skip(1).FirstOrDefault(m => m.Value == Form.MeetingId)?.Value;
        if (!Errors.Any && await SavedAsync(options, Reading.Id(at)) is var saved && Done(saved))
        {
            GoTo(ChallengeService.AddressOf(Board!, saved.Value!), "Your changes were saved.");
        }
    }

    private async Task WithdrawAsync()
    {
        if (Done(await Service.WithdrawAsync(Board!.Id, item!.Reference, User.Doing("Withdrew the challenge"), Gone)))
        {
            GoTo(ChallengeService.AddressOf(Board!), "The challenge was withdrawn. Its history is kept.");
        }
    }

    private Task<Result<ScrutinyChallenge>> SavedAsync(ScrutinyOptions options, Guid? meetingId) => item is null
        ? Service.RaiseAsync(Board!, meetingId, options, User.Doing("Added the challenge"), Gone)
        : Service.ChangeAsync(Board!.Id, item.Reference, Form!.Version, options, User.Doing("Changed the challenge"), Gone);
}
