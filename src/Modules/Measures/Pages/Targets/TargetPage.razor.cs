using Microsoft.AspNetCore.Components;
using Trellis.Kernel;
using Trellis.Kernel.Access;
using Trellis.Kernel.Calendar;
using Trellis.Measures.Periods;
using Trellis.Measures.Targets;

namespace Trellis.Measures.Pages.Targets;

public sealed class ProposalForm
{
    public string? Profile { get; set; }
    public string? Why { get; set; }
}

public sealed partial class TargetPage
{
    /// <summary>An account that was erased, or a target that came in with a file.</summary>
    private const string Unknown = "somebody not known here";

    private Indicator? item;
    private IndicatorTargets standing = IndicatorTargets.None;
    private List<TargetProposal> proposals = [];
    private Dictionary<Guid, string> names = [];
    private bool mayEdit;
    private bool mayApprove;

    [Parameter]
    public string Address { get; set; } = "";

    [Inject]
    private IndicatorService Service { get; set; } = null!;

    [Inject]
    private TargetService Targets { get; set; } = null!;

    [Inject]
    private TargetReader Reader { get; set; } = null!;

    [Inject]
    private AccountService Accounts { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "propose")]
    private ProposalForm? Form { get; set; }

    private string Hint => $"One period a line, then what is to be reached, for example: {TypedPeriod.Example(item!.Frequency, item.Basis)}: 90";

    protected override async Task LoadAsync()
    {
        item = await Service.FindAsync(Address, Gone);
        if (item is not { SetOfPlan: null })
        {
            Navigation.NotFound();
            return;
        }

        Form ??= new ProposalForm();
        standing = await Reader.OfAsync(item.Id, Gone);
        proposals = await Targets.OfAsync(item.Id, Gone);
        names = await Accounts.NamesAsync([.. proposals.SelectMany(p => new[] { p.ProposedBy, p.DecidedBy ?? p.ProposedBy })], Gone);
        mayEdit = await User.MayAsync(MeasuresPermission.Edit);
        mayApprove = await User.MayAsync(MeasuresPermission.Approve);
    }

    private async Task ProposeAsync()
    {
        var (points, wrong) = TypedProfile.Read(Form!.Profile ?? "", item!.Frequency, item.Basis);
        if (wrong is not null)
        {
            Errors.Add("Form.Profile", wrong);
            return;
        }

        if (Done(await Targets.ProposeAsync(item.Id, points, Form.Why ?? "", User.AccountId!.Value, User.Doing("Proposed targets"), Gone)))
        {
            GoTo($"{IndicatorService.AddressOf(item)}/targets", "The targets were sent for approval.");
        }
    }

    private string Decision(TargetProposal proposal) => proposal.State switch
    {
        TargetState.Proposed => "Waiting for approval",
        var state => $"{state} by {names.GetValueOrDefault(proposal.DecidedBy!.Value, Unknown)} on {WorkingCalendar.InLondon(proposal.DecidedAt!.Value):d MMMM yyyy}{(proposal.DecisionWhy is { } why ? $": {why}" : "")}",
    };
}
