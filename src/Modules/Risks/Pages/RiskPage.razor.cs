using Microsoft.AspNetCore.Components;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;

namespace Trellis.Risks.Pages;

public sealed partial class RiskPage
{
    private const int LatestReviews = 5;

    private List<RiskControl> controls = [];
    private List<RiskAction> actions = [];
    private HashSet<Guid> mine = [];
    private Paged<WrittenReview> reviews = new([], 1, 0);
    private DateOnly today;
    private bool mayEdit;
    private bool mayUpdate;

    [Inject]
    private ControlService Controls { get; set; } = null!;

    [Inject]
    private RiskActionService Actions { get; set; } = null!;

    [Inject]
    private ReviewService Reviews { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    /// <summary>Everybody who may read risks reads each.</summary>
    protected override Task<bool> MaySeeAsync(Risk risk) => Task.FromResult(true);

    protected override async Task LoadAsync(Risk risk)
    {
        today = Calendar.Today;
        mayEdit = await User.MayAsync(RisksPermission.Edit);
        mayUpdate = await Access.MayUpdateAsync(risk, Gone);
        controls = await Controls.OfAsync(risk.Id, Gone);
        actions = await Actions.OfAsync(risk.Id, Gone);
        foreach (var action in actions)
        {
            if (await Access.MayStateAsync(risk, action, Gone))
            {
                mine.Add(action.Id);
            }
        }

        reviews = await Reviews.OfAsync(risk.Id, 1, Gone);
    }
}
