namespace Trellis.GovUk.Tests.Charts;

public sealed class AxisLabelsTests
{
    [Theory]
    [InlineData(1, 6, 160, 1, 1)]
    [InlineData(5, 4, 300, 1, 1)]
    [InlineData(24, 6, 160, 10, 5)]
    [InlineData(8, 60, 100, 8, 8)]
    [InlineData(0, 0, 200, 1, 1)]
    public void Every_LeavesRoomForTheLongestLabelAndTheNarrowAmongTheWide(
        int count,
        int letters,
        double plot,
        int narrow,
        int wide
    ) => Assert.Equal((narrow, wide), AxisLabels.Every(count, letters, plot));

    [Fact]
    public void ClassFromEnd_TheLatestIsAlwaysShown() =>
        Assert.Equal(
            [null, "wide", null, "axis", null, "wide", null, "axis"],
            Enumerable.Range(0, 8).Select(i => AxisLabels.ClassAt(7 - i, (4, 2))?.Split("__")[^1])
        );
}
