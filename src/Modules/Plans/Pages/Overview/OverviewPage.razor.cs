using Microsoft.AspNetCore.Components;
using Trellis.GovUk;
using Trellis.Kernel;
using Trellis.Kernel.Calendar;
using Trellis.Plans.Reporting;

namespace Trellis.Plans.Pages.Overview;

public sealed partial class OverviewPage
{
    private PlanOverview? overview;
    private Bar[] progress = [];
    private Bar[] lifecycles = [];
    private string finding = "";
    private bool mayEdit;

    [Inject]
    private AppDbContext Db { get; set; } = null!;

    [Inject]
    private WorkingCalendar Calendar { get; set; } = null!;

    protected override async Task LoadAsync(Plan plan)
    {
        overview = await PlanOverview.CountAsync(Db, plan.Id, Calendar.Today, Gone);
        mayEdit = await User.MayAsync(PlanPermission.Edit);
        progress = ProgressBars.Of(plan, overview);
        lifecycles =
        [
            .. Enum.GetValues<Lifecycle>().Select(l => new Bar(LifecycleWords.Of(l), overview.Lifecycles.GetValueOrDefault(l)) { State = StateOf(l) }),
        ];
        finding = Finding(plan, overview);
    }

    private static string Finding(Plan plan, PlanOverview overview)
    {
        var unstated = overview.Progress.GetValueOrDefault(Progress.NotStated);
        var onTrack = overview.Progress.GetValueOrDefault(Progress.OnTrack);
        var stated = unstated == overview.Actions
            ? $"Nobody has said yet how the {Words.Plural(plan.ActionWord).ToLowerInvariant()} stand."
            : $"{onTrack:N0} of {Words.Counted(overview.Actions, plan.ActionWord)} {(onTrack == 1 ? "is" : "are")} on track{(unstated > 0 ? $", {unstated:N0} not stated" : "")}.";
        return $"{stated} {Words.Counted(overview.LateCount, plan.MilestoneWord)} {(overview.LateCount == 1 ? "is" : "are")} late.";
    }


    private static BarState StateOf(Lifecycle state) => state switch
    {
        Lifecycle.Complete => BarState.Good,
        Lifecycle.InProgress => BarState.Neutral,
        Lifecycle.NotStarted => BarState.Muted,
        _ => BarState.Done,
    };
}
