using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Governance.Cycles;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Plans.Updates;

namespace Trellis.Plans.Pages.Cycles;

public sealed class CycleStepForm
{
    public string? Act { get; set; }
    public string? Why { get; set; }
}

public sealed partial class CyclePage
{
    private static readonly MarkupString Unreachable = new("""<strong class="govuk-tag govuk-tag--orange">No account: cannot be reminded</strong>""");
    private static readonly MarkupString Late = new("""<strong class="govuk-tag govuk-tag--red">Late</strong>""");
    private ReportingCycle? item;
    private List<Plan> plans = [];
    private List<ComingMeeting> meetings = [];
    private Paged<CycleOwner> owners = new([], 1, 0);
    private string finding = "";
    private bool mayEdit;

    [Parameter]
    public string Address { get; set; } = "";

    [Inject]
    private CycleService Service { get; set; } = null!;

    [Inject]
    private CycleRun Run { get; set; } = null!;

    [Inject]
    private PlanService Plans { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    [SupplyParameterFromForm]
    private CycleStepForm? Form { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    protected override async Task LoadAsync()
    {
        item = await Service.FindAsync(Address, Gone);
        if (item is null)
        {
            Navigation.NotFound();
            return;
        }

        plans = [.. (await Plans.AllAsync(Gone)).Where(p => item.PlanIds.Contains(p.Id))];
        meetings = await Service.MeetingsOfAsync(item, Gone);
        var all = await Run.OwnersAsync(item, Gone);
        owners = all.ToPage(PageNumber);
        mayEdit = await User.MayAsync(PlanPermission.Edit);
        finding = $"{all.Sum(o => o.Sent):N0} of {Words.Counted(all.Sum(o => o.Lines), "update")} sent, {all.Sum(o => o.Approved):N0} approved.";
    }

    private MarkupString StateOf(CycleOwner owner) => owner switch
    {
        { Owed: > 0, HasAccount: false } => Unreachable,
        { Owed: > 0 } when item!.State == CycleState.Open && Calendar.Today > item.InTimeUntil => Late,
        { Owed: > 0 } => Html.Of($"{owner.Owed} to send"),
        _ => Html.Of($"All sent"),
    };

    private async Task StepAsync()
    {
        var cycle = mayEdit ? await Run.TakeAsync(Address, Gone) : null;
        switch (cycle is null ? null : Form?.Act, cycle?.State)
        {
            case ("open", CycleState.Planned):
                if (await Run.OpenAsync(cycle!, User.Doing("Opened the reporting cycle"), Gone) is var opened && Done(opened))
                {
                    Back($"The cycle is open. {Words.Counted(opened.Value, "owner")} {(opened.Value == 1 ? "was" : "were")} written to.");
                }

                break;
            case ("remind", CycleState.Open):
                var reminded = await Run.RemindAsync(cycle!, User.Doing("Reminded owners"), Gone);
                Back($"{Words.Counted(reminded, "owner")} {(reminded == 1 ? "was" : "were")} reminded.");
                break;
            case ("lock", CycleState.Open):
                await Run.LockAsync(cycle!, User.Doing("Locked the reporting cycle"), Gone);
                Back("The cycle is locked. Nothing in it changes any more.");
                break;
            case ("unlock", CycleState.Locked) when string.IsNullOrWhiteSpace(Form!.Why):
                Errors.Add("Form.Why", "Say why the cycle is taken up again");
                break;
            case ("unlock", CycleState.Locked):
                await Run.UnlockAsync(cycle!, User.Doing("Unlocked the reporting cycle", Form.Why), Gone);
                Back("The cycle is open again.");
                break;
            case (null, _):
                Navigation.NotFound();
                break;
            default:
                Back("Somebody else changed the cycle meanwhile. This is how it stands now.");
                break;
        }
    }

    private void Back(string said) => GoTo(CycleService.AddressOf(item!), said);
}
