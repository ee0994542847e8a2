using Trellis.Spc;

namespace Trellis.Engines.Tests.Spc;

public sealed class XmrLimitTests
{
    private const double Missing = double.NaN;

    [Fact]
    public void Draw_PlainSeries_HasMeanAndLimitsByHand()
    {
        var point = Draw.Xmr([10, 12, 11, 13, 9])[0];

        // Ranges 2, 1, 2, 4: mean 2.25.
        Assert.Equal((11, 11 - 2.66 * 2.25, 11 + 2.66 * 2.25), (point.Centre, point.LowerLimit, point.UpperLimit));
    }

    [Fact]
    public void Draw_OneWildPoint_LeavesItsRangesOutOnce()
    {
        double[] values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

        var screened = Draw.Xmr(values);
        var whole = Draw.Xmr(values, Draw.AnyLength with { ScreeningFactor = double.PositiveInfinity });

        Assert.Equal((1, 15 * 1.0), (screened.Segments[0].MeanRange, 15 * screened.Segments[0].MeanRange));
        Assert.Equal(32 / 17.0, whole.Segments[0].MeanRange, 1e-12);
        Assert.Equal(SpecialCause.AboveUpperLimit, screened[4].Cause);
    }

    [Fact]
    public void Draw_OtherFactor_WidensLimits()
    {
        var point = Draw.Xmr([10, 12, 11, 13, 9], Draw.AnyLength with { LimitFactor = 3 })[0];

        Assert.Equal((11 - 6.75, 11 + 6.75), (point.LowerLimit, point.UpperLimit));
    }

    [Fact]
    public void Draw_Rebased_GivesEachSegmentItsOwnLines()
    {
        var chart = Draw.Xmr([1, 2, 1, 2, 11, 12, 11, 12], rebaseAt: [4]);

        Assert.Equal([(0, 4, 1.5), (4, 4, 11.5)], chart.Segments.ToArray().Select(s => (s.Start, s.Length, s.Centre)));
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], chart.Points().Select(p => p.Segment));
        Assert.Equal(11.5, chart[4].Centre);
    }

    [Fact]
    public void Draw_RebasedAtTheStart_IsOneSegment() => Assert.Equal(1, Draw.Xmr([1, 2, 1, 2], rebaseAt: [0]).Segments.Length);

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    public void Draw_RebasedNowhere_IsRefused(params int[] at) => Assert.Throws<ArgumentException>(() => Draw.Xmr([1, 2, 1, 2], rebaseAt: at));

    [Fact]
    public void Draw_FixedBaseline_LeavesLaterPointsOut()
    {
        var chart = Draw.Xmr([10, 12, 10, 12, 40, 45], Draw.AnyLength with { FixAfter = 4 });

        Assert.Equal((11, 11 + 2.66 * 2), (chart[5].Centre, chart[5].UpperLimit));
        Assert.Equal(SpecialCause.AboveUpperLimit, chart[5].Cause);
    }

    [Fact]
    public void Draw_FixedBaseline_BeginsAnewAfterRebasing() =>
        Assert.Equal([1.5, 11.5], Draw.Xmr([1, 2, 9, 11, 12, 90], Draw.AnyLength with { FixAfter = 2 }, [3]).Segments.ToArray().Select(s => s.Centre));

    [Fact]
    public void Draw_MissingValue_TakesItsRangesAway()
    {
        var chart = Draw.Xmr([10, 12, Missing, 30, 32]);

        Assert.Equal((21, 2, 4), (chart.Segments[0].Centre, chart.Segments[0].MeanRange, chart.Segments[0].Known));
        Assert.Equal((null, Zone.Unknown, SpecialCause.None), (chart[2].Side, chart[2].Zone, chart[2].Cause));
    }

    [Fact]
    public void Draw_MissingValueInBaseline_CountsAsOneOfItsPoints() =>
        Assert.Equal(11, Draw.Xmr([10, Missing, 12, 50], Draw.AnyLength with { FixAfter = 3 })[0].Centre);

    [Fact]
    public void Draw_NaturalBounds_CutLimitsAndNothingElse()
    {
        double[] values = [97, 99, 95, 98, 99, 96, 97, 99];
        var cut = Draw.Xmr(values, Draw.AnyLength with { LowerBound = 0, UpperBound = 100 });
        var whole = Draw.Xmr(values);

        Assert.Equal(100, cut[0].UpperLimit);
        Assert.True(whole[0].UpperLimit > 100);
        Assert.Equal(whole[0].LowerLimit, cut[0].LowerLimit);
        Assert.Equal(whole.Points().Select(p => p.Zone), cut.Points().Select(p => p.Zone));
    }

    [Fact]
    public void Draw_SumsThatRoundingWouldSpoil_StillTie()
    {
        // A plain sum of these gives a mean just below 0.4, and the point that equals it would count as above.
        var chart = Draw.Xmr([0.3, 0.6, 0.2, 0.7, 0.2, 0.4]);

        Assert.Equal((0.4, 0), (chart[5].Centre, chart[5].Side));
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e200)]
    public void Draw_ValueThatNoMeasureHas_IsRefused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => Draw.Xmr([1, value, 2]));

    [Fact]
    public void Draw_NoPoints_IsRefused() => Assert.Throws<ArgumentException>(() => Draw.Xmr([]));

    [Fact]
    public void Draw_TargetsThatDoNotFit_AreRefused() => Assert.Throws<ArgumentException>(() => Draw.Xmr([1, 2, 3], targets: [1, 2]));
}
