namespace Trellis.GovUk.Tests.Charts;

public sealed class TicksTests
{
    [Theory]
    [InlineData(new[] { 62.0, 71, 88 }, "60 70 80 90")]
    [InlineData(new[] { 3.0, 88 }, "0 20 40 60 80 100")]
    [InlineData(new[] { 0.42, 0.51 }, "0.42 0.44 0.46 0.48 0.50 0.52")]
    [InlineData(new[] { -12.0, 30 }, "-20 -10 0 10 20 30")]
    [InlineData(new[] { -88.0, -3 }, "-100 -80 -60 -40 -20 0")]
    [InlineData(new[] { 1200.0, 4800 }, "0 1,000 2,000 3,000 4,000 5,000")]
    [InlineData(new[] { 1200000.0, 4800000 }, "0 1m 2m 3m 4m 5m")]
    [InlineData(new[] { 7e10, 9e10 }, "70bn 75bn 80bn 85bn 90bn")]
    [InlineData(new double[0], "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(new[] { 5.0 }, "0 2 4 6 8")]
    [InlineData(new[] { 0.0 }, "-1.0 -0.5 0.0 0.5 1.0")]
    public void Over_ChoosesRoundNumbersAroundTheValues(double[] values, string expected)
    {
        var ticks = Ticks.Over(values.Select(value => (decimal)value));
        Assert.Equal(expected.Split(' '), ticks.Values.Select(ticks.Label));
    }

    [Fact]
    public void Over_NaturalBounds_AreNotPassed()
    {
        var ticks = Ticks.Over([99.1m, 100], 0, 100);
        Assert.Equal((99, 100), (ticks.Start, ticks.End));
        Assert.Equal(0, Ticks.Over([0, 0], 0).Start);
    }

    [Fact]
    public void Over_AValueBeyondItsBound_IsStillOnTheAxis()
    {
        var ticks = Ticks.Over([80, 104], 0, 100);
        Assert.InRange(104, ticks.Start, ticks.End);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public void Over_HugeAndTinyValues_FiniteAndFew(string value)
    {
        var ticks = Ticks.Over([decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 0]);
        Assert.InRange(ticks.Values.Count, 2, 12);
        Assert.All(ticks.Values, tick => Assert.True(double.IsFinite(ticks.Share(tick))));
    }

    [Fact]
    public void HasZero_OnlyWhereTheAxisCrossesIt()
    {
        Assert.True(Ticks.Over([3, 88]).HasZero);
        Assert.False(Ticks.Over([62, 88]).HasZero);
    }

    [Fact]
    public void Share_EndsOfTheAxis_AreZeroAndOne()
    {
        var ticks = Ticks.Over([62, 88]);
        Assert.Equal((0, 1), (ticks.Share(60), ticks.Share(90)));
    }
}
