namespace Trellis.GovUk.Tests.Charts;

public sealed class PointLabelsTests
{
    [Fact]
    public void Place_WithRoom_StandsAtTheRight() =>
        Assert.Equal(new(0, "start", 14, 5, false), Labels((10, 50)).Place(0, "Kent", must: false));

    [Fact]
    public void Place_AtTheRightEnd_StandsAtTheLeft() =>
        Assert.Equal("end", Labels((99, 50)).Place(0, "Kent", must: false)!.Anchor);

    [Fact]
    public void Place_APointAtTheRight_IsNotCovered() =>
        Assert.Equal(new(0, "start", 8, -10, false), Labels((10, 50), (20, 50)).Place(0, "Kent", must: false));

    [Fact]
    public void Place_RoomInAWidePlotOnly_IsShownThereOnly()
    {
        var label = Labels((50, 50)).Place(0, "Kingston upon Hull, City of", must: false)!;
        Assert.Equal(("middle", true), (label.Anchor, label.WideOnly));
    }

    [Fact]
    public void Place_NoRoom_HasNoLabelUnlessItMust()
    {
        (double, double)[] crowd =
        [
            .. from x in Enumerable.Range(0, 20) from y in Enumerable.Range(0, 10) select (x * 5.0, y * 10.0),
        ];
        Assert.Null(Labels(crowd).Place(55, "Kent", must: false));
        Assert.NotNull(Labels(crowd).Place(55, "Kent", must: true));
    }

    [Fact]
    public void Place_AnotherName_IsNotCovered()
    {
        var labels = Labels((10, 50), (14, 65));
        Assert.Equal("start", labels.Place(0, "Kent", must: false)!.Anchor);
        Assert.NotEqual(new(1, "start", 14, 5, false), labels.Place(1, "Essex", must: false));
    }

    private static PointLabels Labels(params (double, double)[] points) => new(points, narrowPlot: 160, top: 0, bottom: 100);
}
