namespace Trellis.GovUk.Tests.Charts;

public sealed class AxisLabelsTests
{
    [Theory]
    [InlineData(1, 6, 160, 1)]
    [InlineData(5, 4, 400, 1)]
    [InlineData(24, 6, 160, 10)]
    [InlineData(24, 6, 600, 3)]
    [InlineData(8, 60, 100, 8)]
    public void Every_LeavesRoomForTheLongestLabel(int count, int letters, double width, int expected) =>
        Assert.Equal(expected, AxisLabels.Every(count, letters, width));

    [Theory]
    [InlineData(10, 3, 5)]
    [InlineData(8, 2, 2)]
    [InlineData(7, 3, 7)]
    [InlineData(1, 1, 1)]
    public void Within_DividesTheNarrowStep(int narrow, int every, int expected) =>
        Assert.Equal(expected, AxisLabels.Within(narrow, every));

    [Fact]
    public void Shows_CountsBackFromTheLatest() =>
        Assert.Equal([1, 4, 7], Enumerable.Range(0, 8).Where(i => AxisLabels.Shows(i, 8, 3)));
}
