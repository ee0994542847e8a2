using Microsoft.AspNetCore.Components;
using Trellis.Governance.ForwardPlan;
using Trellis.Governance.Meetings;
using Trellis.GovUk;
using Trellis.Kernel.Calendar;
using Trellis.Kernel.Organisation;

namespace Trellis.Governance.Pages.ForwardPlan;

public sealed class ForwardPlanForm : KeepingForm
{
    public int Version { get; set; }
    public string? Title { get; set; }
    public bool IsKeyDecision { get; set; }
    public string? LeadOfficerId { get; set; }
    public string? MeetingId { get; set; }
    public string? Month { get; set; }
    public string? Year { get; set; }
    public TypedDate PublishedOn { get; set; } = new();

    public static ForwardPlanForm Of(ForwardPlanItem i) => new()
    {
        Version = i.Version, Title = i.Title, IsKeyDecision = i.IsKeyDecision, LeadOfficerId = $"{i.LeadOfficerId}", MeetingId = $"{i.MeetingId}",
        Month = $"{i.Month?.Month}", Year = $"{i.Month?.Year}", PublishedOn = TypedDate.Of(i.PublishedOn), Keeping = Keeping.Of(i),
    };

    public ForwardPlanOptions Read(FormErrors errors) => new(
        Title ?? "", IsKeyDecision, Reading.Id(LeadOfficerId), Reading.Id(MeetingId), MonthOf(errors),
        errors.DayOrNone("Form.PublishedOn", PublishedOn, "Published on"), Keeping);

    private DateOnly? MonthOf(FormErrors errors)
    {
        var typed = new TypedDate { Day = "1", Month = Month, Year = Year };
        if (string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year))
        {
            return null;
        }

        var (day, wrong) = typed.Read("Month");
        if (wrong is not null)
        {
            errors.Add("Form.Month", wrong);
        }

        return day;
    }
}

public sealed partial class EditForwardPlan
{
    private ForwardPlanItem? item;
    private Choice[] officers = [];
    private Choice[] meetings = [];

    [Parameter]
    public string? Reference { get; set; }

    [Inject]
    private ForwardPlanService Plan { get; set; } = null!;

    [Inject]
    private MeetingService Meetings { get; set; } = null!;

    [Inject]
    private OrganisationService Organisation { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "edit")]
    private ForwardPlanForm? Form { get; set; }

    protected override async Task LoadAsync(Forum board)
    {
        item = Reference is null ? null : await Plan.FindAsync(board.Id, Reference, Gone);
        if (Reference is not null && item is null)
        {
            Navigation.NotFound();
            return;
        }

        Form ??= item is null ? new ForwardPlanForm() : ForwardPlanForm.Of(item);
        officers = await OfficersAsync(Organisation, Form.LeadOfficerId, "Nobody yet", Gone);
        var coming = (await Meetings.ComingAsync(board.Id, Gone)).Where(m => m.IsOpen).Select(m => new Choice($"{m.Id}", MeetingWords.When(m))).ToList();
        meetings = [new("", "Not planned yet"), .. coming];
    }

    private async Task SaveAsync()
    {
        var options = Form!.Read(Errors);
        // A meeting that is over stays where it was chosen; another one must be one of this board.
        if (options.MeetingId is { } chosen && chosen != item?.MeetingId && !Array.Exists(meetings, m => m.Value == $"{chosen}"))
        {
            Errors.Add("Form.MeetingId", "Choose a meeting from the list");
        }

        if (!Errors.Any && Done(item is null
                ? await Plan.AddAsync(Board!.Id, options, User.Doing("Added to the forward plan"), Gone)
                : await Plan.ChangeAsync(Board!.Id, item.Reference, Form.Version, options, User.Doing("Changed the forward plan"), Gone)))
        {
            GoTo(ForwardPlanService.AddressOf(Board!), "Your changes were saved.");
        }
    }

    private async Task WithdrawAsync()
    {
        if (Done(await Plan.WithdrawAsync(Board!.Id, item!.Reference, User.Doing("Took it off the forward plan"), Gone)))
        {
            GoTo(ForwardPlanService.AddressOf(Board!), "It was taken off the forward plan. Its history is kept.");
        }
    }
}
