using Trellis.Spc;

namespace Trellis.Engines.Tests.Spc;

public sealed class XmrRuleTests
{
    /// <summary>Mean 0, ranges of 3: limits at ±7.98, near from 5.32. What follows a baseline of this moves neither.</summary>
    private static readonly double[] Steady = Draw.Turns(14, -1.5, 1.5);

    private static readonly ChartOptions AfterSteady = Draw.AnyLength with { FixAfter = 14 };

    private static SpecialCause[] After(double[] values, ChartOptions? options = null) => Draw.Xmr([.. Steady, .. values], options ?? AfterSteady).Causes()[14..];

    [Fact]
    public void Outside_OnTheLimit_IsInside()
    {
        var limit = Draw.Xmr(Steady)[0].UpperLimit;

        Assert.Equal([SpecialCause.None, SpecialCause.AboveUpperLimit], After([limit, Math.BitIncrement(limit)]));
    }

    [Fact]
    public void TwoOfThree_ApartOnOneSide_FlagsTheTwo() =>
        Assert.Equal([SpecialCause.TwoOfThreeAbove, SpecialCause.None, SpecialCause.TwoOfThreeAbove, SpecialCause.None], After([6, 1, 6, -1]));

    [Fact]
    public void TwoOfThree_TheThirdOnTheOtherSide_FlagsNone() => Assert.Equal(Enumerable.Repeat(SpecialCause.None, 4), After([6, -1, 6, -1]));

    [Fact]
    public void TwoOfThree_OneOutside_DependsOnTheVariant()
    {
        double[] values = [1, 9, 6, -1];

        Assert.Equal([SpecialCause.None, SpecialCause.AboveUpperLimit, SpecialCause.None, SpecialCause.None], After(values));
        Assert.Equal(
            [SpecialCause.None, SpecialCause.AboveUpperLimit, SpecialCause.TwoOfThreeAbove, SpecialCause.None],
            After(values, AfterSteady with { TwoOfThree = TwoOfThree.NearOrOutside }));
    }

    [Theory]
    [InlineData(6, 7, false)]
    [InlineData(6, 6, true)]
    [InlineData(7, 7, true)]
    public void Run_OnOneSide_NeedsItsLength(int points, int length, bool isFound) =>
        Assert.Equal(isFound, After([-1, .. Draw.Turns(points, 2, 1)], AfterSteady with { RunLength = length })[1..].All(c => c == SpecialCause.RunAbove));

    [Theory]
    [InlineData(6, 7, false)]
    [InlineData(6, 6, true)]
    [InlineData(7, 7, true)]
    public void Trend_NeedsItsLength(int points, int length, bool isFound) =>
        Assert.Equal(isFound, After([2, .. Enumerable.Range(0, points).Select(i => -2 + i * 0.5)], AfterSteady with { RunLength = length })[1..].All(c => c == SpecialCause.TrendUp));

    [Fact]
    public void Trend_TwoEqualValues_BreakIt() => Assert.DoesNotContain(SpecialCause.TrendUp, After([-3, -2, -1, -1, 0.5, 1, 2]));

    [Fact]
    public void Trend_TurningPoint_BelongsToTheTrendThatFollows()
    {
        double[] peak = [-3, -2, -1, 0.5, 1, 2, 3, 2.5, 1.5, 0.5, -0.5, -1.5, -2.5];

        var causes = After(peak);

        Assert.Equal([.. Enumerable.Repeat(SpecialCause.TrendUp, 6), .. Enumerable.Repeat(SpecialCause.TrendDown, 7)], causes);
    }

    [Fact]
    public void Rules_SeveralAtOnce_GiveTheFirst()
    {
        // Rising over seven points, all above the mean, two of them near the limit, and the last outside.
        var causes = After([1, 2, 3, 4, 5.5, 6, 9]);

        Assert.Equal([.. Enumerable.Repeat(SpecialCause.TrendUp, 6), SpecialCause.AboveUpperLimit], causes);
    }

    [Fact]
    public void Rules_MissingValue_BreaksRunsAndTrends()
    {
        Assert.DoesNotContain(SpecialCause.RunAbove, After([2, 1, 2, double.NaN, 2, 1, 2, 1]));
        Assert.DoesNotContain(SpecialCause.TrendUp, After([-3, -2, -1, double.NaN, 0.5, 1, 2, 3]));
        Assert.DoesNotContain(SpecialCause.TwoOfThreeAbove, After([-1, 6, double.NaN, 6, -1]));
    }

    [Fact]
    public void Rules_DoNotReachAcrossARebasing() =>
        Assert.DoesNotContain(SpecialCause.TrendUp, Draw.Xmr([1, 2, 3, 4, 5, 6, 7, 8], rebaseAt: [4]).Causes());

    [Fact]
    public void Rules_NearlyAllTheSame_CallsNoneARun() => Assert.All(Draw.Xmr([.. Draw.Turns(20, 5), 9]).Causes(), c => Assert.Equal(SpecialCause.None, c));
}
