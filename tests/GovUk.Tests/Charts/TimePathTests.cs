namespace Trellis.GovUk.Tests.Charts;

public sealed class TimePathTests
{
    // Four points, each 25 % wide; 0 stands at 200 pixels, 100 at 100.
    private static readonly TimePath path = new(new(4, Ticks.Over([0, 100]), 100, 100));

    [Fact]
    public void Joined_GoesThroughTheMiddles() =>
        Assert.Equal("M12.5 200L37.5 100L62.5 150L87.5 150", path.Joined([0, 100, 50, 50], marked: false));

    [Fact]
    public void Joined_AGap_BreaksTheLine() =>
        Assert.Equal("M12.5 200L37.5 100M86.5 150h2", path.Joined([0, 100, null, 50], marked: false));

    [Fact]
    public void Joined_AloneButMarked_IsLeftToItsMark() => Assert.Equal("", path.Joined([null, 100, null, 50], marked: true));

    [Fact]
    public void Stepped_ChangesInAnUprightStep() => Assert.Equal("M0 200H50V150H100", path.Stepped([0, 0, 50, 50], _ => false));

    [Fact]
    public void Stepped_Rebased_IsBroken() =>
        Assert.Equal("M0 200H50M50 150H100", path.Stepped([0, 0, 50, 50], index => index == 2));

    [Fact]
    public void Stepped_RebasedToTheSameValue_IsBrokenToo() =>
        Assert.Equal("M0 200H50M50 200H100", path.Stepped([0, 0, 0, 0], index => index == 2));

    [Fact]
    public void Stepped_AGap_BreaksTheLine() => Assert.Equal("M0 200H25M50 200H100", path.Stepped([0, null, 0, 0], _ => false));

    [Fact]
    public void None_IsNothing() =>
        Assert.Equal(("", ""), (path.Joined([null, null], marked: false), path.Stepped([], _ => false)));
}
