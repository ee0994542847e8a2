using Trellis.GovUk;
using Trellis.Plans.Reporting;

namespace Trellis.Plans.Pages;

/// <summary>The key actions of a plan by overall progress, as the bars of a chart.</summary>
internal static class ProgressBars
{
    public static Bar[] Of(Plan plan, PlanOverview overview) =>
        [.. Enum.GetValues<Progress>().Select(p => new Bar(plan.WordsFor(p), overview.Progress.GetValueOrDefault(p)) { State = StateOf(p) })];

    private static BarState StateOf(Progress state) => state switch
    {
        Progress.OnTrack => BarState.Good,
        Progress.Managed => BarState.Watch,
        Progress.NeedsSupport => BarState.Bad,
        _ => BarState.Muted,
    };
}
