using Trellis.Spc;

namespace Trellis.Engines.Tests.Spc;

public sealed class CountChartTests
{
    private static readonly ChartOptions AnyLength = Draw.AnyLength;

    [Fact]
    public void PChart_LimitsFollowTheCountBehindEachPoint()
    {
        var chart = PChart.Draw([10, 30, 20], [100, 400, 100], options: AnyLength);

        Assert.Equal(0.1, chart.Segments[0].Centre);
        Assert.Equal((0.1 - 3 * 0.03, 0.1 + 3 * 0.03), (chart[0].LowerLimit, chart[0].UpperLimit), Within);
        Assert.Equal((0.1 - 3 * 0.015, 0.1 + 3 * 0.015), (chart[1].LowerLimit, chart[1].UpperLimit), Within);
        Assert.Equal((0.2, Zone.Outside, SpecialCause.AboveUpperLimit), (chart[2].Value, chart[2].Zone, chart[2].Cause));
    }

    [Fact]
    public void PChart_InPercent_IsTheSameChart()
    {
        var share = PChart.Draw([10, 30, 20], [100, 400, 100], options: AnyLength);
        var percent = PChart.Draw([10, 30, 20], [100, 400, 100], 100, AnyLength, targets: [12]);

        Assert.Equal(share[1].UpperLimit * 100, percent[1].UpperLimit, 1e-9);
        Assert.Equal(Assurance.Inconsistent, percent.Assurance);
    }

    [Fact]
    public void PChart_SmallDenominators_AreCutAtNoneAndAll()
    {
        var chart = PChart.Draw([1, 3, 0, 4], [4, 4, 4, 4], options: AnyLength);

        Assert.Equal((0, 1), (chart[0].LowerLimit, chart[0].UpperLimit));
    }

    [Fact]
    public void UChart_HasTheRateAndItsPoissonLimits()
    {
        // 50 in 10,000 twice: 50 per 10,000, sigma √50 in the first and √25 in the second, of twice the size.
        var chart = UChart.Draw([50, 100], [10_000, 20_000], 10_000, AnyLength);

        Assert.Equal((50, 50 + 3 * Math.Sqrt(50)), (chart[0].Centre, chart[0].UpperLimit), Within);
        Assert.Equal((50, 50 + 3 * Math.Sqrt(25)), (chart[1].Value, chart[1].UpperLimit), Within);
    }

    [Fact]
    public void CChart_HasTheSameLimitsThroughout()
    {
        var chart = CChart.Draw([16, 9, 11, 32], AnyLength with { FixAfter = 3 });

        Assert.Equal((12, 12 - 3 * Math.Sqrt(12), 12 + 3 * Math.Sqrt(12)), (chart[3].Centre, chart[3].LowerLimit, chart[3].UpperLimit));
        Assert.Equal(SpecialCause.AboveUpperLimit, chart[3].Cause);
    }

    /// <summary>By hand: p = 0.5, sigma 0.05, z = -2, 2, 2, -2, ranges 4, 0, 4.</summary>
    [Fact]
    public void PChart_Laney_WidensBySigmaZ()
    {
        var chart = PChart.Draw([40, 60, 60, 40], [100, 100, 100, 100], options: AnyLength with { LaneyCorrected = true });
        var sigma = 0.05 * (8 / 3.0) / 1.128;

        Assert.Equal(8 / 3.0, chart.Segments[0].MeanRange, 1e-12);
        Assert.Equal((0.5 - 3 * sigma, 0.5 + 3 * sigma), (chart[0].LowerLimit, chart[0].UpperLimit), Within);
    }

    [Fact]
    public void CChart_Laney_IsTheChartOfEqualExposures()
    {
        double[] counts = [12, 30, 8, 25, 18];
        var options = AnyLength with { LaneyCorrected = true };

        Assert.Equal(UChart.Draw(counts, [1, 1, 1, 1, 1], options: options)[2], CChart.Draw(counts, options)[2]);
    }

    [Fact]
    public void Draw_NothingToVary_RefusesLimits()
    {
        Assert.Equal(LimitRefusal.FlatSeries, CChart.Draw([0, 0, 0], AnyLength).Segments[0].Refusal);
        Assert.Equal(LimitRefusal.FlatSeries, PChart.Draw([5, 6], [5, 6], options: AnyLength).Segments[0].Refusal);
        Assert.Equal(LimitRefusal.FlatSeries, PChart.Draw([5, 10], [10, 20], options: AnyLength with { LaneyCorrected = true }).Segments[0].Refusal);
        Assert.Equal(LimitRefusal.NoNeighbours, CChart.Draw([double.NaN], AnyLength).Segments[0].Refusal);
        Assert.Equal(LimitRefusal.TooFewPoints, CChart.Draw([4, 5, 6]).Segments[0].Refusal);
        Assert.Equal(LimitRefusal.None, PChart.Draw([5, 10], [10, 20], options: AnyLength).Segments[0].Refusal);
    }

    [Fact]
    public void Draw_MissingEitherWay_IsAMissingPoint()
    {
        var chart = PChart.Draw([10, double.NaN, 12, 0], [100, 100, double.NaN, 0], options: AnyLength);

        Assert.Equal([0, 1, 1, 1], chart.Points().Select(p => double.IsNaN(p.Value) ? 1 : 0));
        Assert.Equal((1, 0.1), (chart.Segments[0].Known, chart.Segments[0].Centre));
        Assert.True(double.IsNaN(chart[2].UpperLimit));
    }

    [Fact]
    public void Draw_RulesAndRebasing_AreThoseOfXmr()
    {
        var chart = CChart.Draw([.. Draw.Turns(8, 9, 11), .. Enumerable.Range(20, 7).Select(i => (double)i)], AnyLength, [8]);

        Assert.Equal(2, chart.Segments.Length);
        Assert.All(chart.Causes()[8..], c => Assert.Equal(SpecialCause.TrendUp, c));
    }

    [Fact]
    public void Draw_CountsThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => PChart.Draw([5], [4]));
        Assert.Throws<ArgumentException>(() => PChart.Draw([5], []));
        Assert.Throws<ArgumentException>(() => PChart.Draw([5, 6], [9]));
        Assert.Throws<ArgumentException>(() => UChart.Draw([5], [0]));
        Assert.Throws<ArgumentException>(() => CChart.Draw([-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => UChart.Draw([5], [4], per: 0));
    }

    private static bool Within((double, double) one, (double, double) other) =>
        Math.Abs(one.Item1 - other.Item1) < 1e-9 && Math.Abs(one.Item2 - other.Item2) < 1e-9;
}
