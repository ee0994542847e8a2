using Trellis.Plans;

namespace Trellis.Modules.Tests.Plans;

public sealed class ProgressTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Fact]
    public void Proposed_OneLateAmongGood_IsNotOnTrack() =>
        Assert.Equal(Progress.Managed, KeyAction.Proposed([DueOn("2026-07"), DueOn("2026-05")], Today));

    [Fact]
    public void Proposed_ForecastAfterTheDeadline_IsNotOnTrack()
    {
        var milestone = DueOn("2026-07");
        milestone.Forecast = Due.FromCode("2026-09");
        Assert.Equal(Progress.Managed, KeyAction.Proposed([milestone], Today));
    }

    [Fact]
    public void Proposed_LateButCompleteOrCancelled_DoesNotCount()
    {
        var complete = DueOn("2026-01");
        complete.Lifecycle = Lifecycle.Complete;
        var cancelled = DueOn("2026-01");
        cancelled.Lifecycle = Lifecycle.Cancelled;
        Assert.Equal(Progress.OnTrack, KeyAction.Proposed([complete, cancelled, DueOn("2026-12")], Today));
    }

    [Fact]
    public void Proposed_NoDates_IsNotStatedAndNeverOnTrack() =>
        Assert.Equal(Progress.NotStated, KeyAction.Proposed([DueOn(""), DueOn("")], Today));

    [Theory]
    [InlineData(Progress.OnTrack, Progress.Managed, true)]
    [InlineData(Progress.Managed, Progress.Managed, false)]
    [InlineData(Progress.NeedsSupport, Progress.Managed, false)]
    [InlineData(Progress.NotStated, Progress.Managed, false)]
    [InlineData(Progress.OnTrack, Progress.NotStated, false)]
    public void SaysBetter_OnlyWhenStatedIsBetterThanProposed(Progress stated, Progress proposed, bool better) =>
        Assert.Equal(better, KeyAction.SaysBetter(stated, proposed));

    private static Milestone DueOn(string code)
    {
        var milestone = new Milestone { OriginalDue = Due.FromCode(code) };
        milestone.MoveTo(Due.FromCode(code));
        return milestone;
    }
}
