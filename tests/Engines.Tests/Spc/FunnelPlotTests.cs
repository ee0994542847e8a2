using Trellis.Spc;

namespace Trellis.Engines.Tests.Spc;

public sealed class FunnelPlotTests
{
    [Fact]
    public void OfProportions_CentreIsThatOfAllTogether() => Assert.Equal(25, FunnelPlot.OfProportions([10, 40], [100, 100], per: 100).Centre);

    [Fact]
    public void OfProportions_Limits_LeaveTheirShareOutside()
    {
        // Binomial 20, 0.5: P(R < 6) + P(R = 6) / 2 is 3.92 %, for 5 it is 1.33 %; 2.5 % lies between.
        var limits = FunnelPlot.OfProportions([10], [20], centre: 0.5).LimitsAt(20);

        Assert.Equal(5.453 / 20, limits.Lower95, 1e-4);
        Assert.Equal(1, limits.Lower95 + limits.Upper95, 1e-12);
        Assert.Equal(1, limits.Lower998 + limits.Upper998, 1e-12);
        Assert.True(limits.Lower998 < limits.Lower95 && limits.Upper95 < limits.Upper998);
    }

    [Theory]
    [InlineData(100_000, 0.3)]
    [InlineData(1_000_000, 0.01)]
    public void OfProportions_LargePlaces_HaveTheNormalLimits(double size, double centre)
    {
        var limits = FunnelPlot.OfProportions([1], [size], centre: centre).LimitsAt(size);
        var sigma = Math.Sqrt(centre * (1 - centre) / size);

        Assert.Equal(centre + 1.959964 * sigma, limits.Upper95, sigma / 50);
        Assert.Equal(centre - 3.090232 * sigma, limits.Lower998, sigma / 50);
    }

    [Fact]
    public void OfRates_Limits_AreThoseOfPoisson()
    {
        // Poisson 2: P(R < 5) + P(R = 5) / 2 is 96.54 %, for 6 it is 98.94 %; 97.5 % lies between.
        var limits = FunnelPlot.OfRates([2], [1000], 1000, centre: 2).LimitsAt(1000);

        Assert.Equal(5.401, limits.Upper95, 2e-3);
        Assert.Equal(0, limits.Lower998, 1e-12);
    }

    [Fact]
    public void Places_LieWhereTheLimitsSay()
    {
        var plot = FunnelPlot.OfRates([100, 125, 160, 75, 40, double.NaN], [1e4, 1e4, 1e4, 1e4, 1e4, 1e4], 1e4, centre: 100);

        Assert.Equal(
            [FunnelZone.Within, FunnelZone.High, FunnelZone.VeryHigh, FunnelZone.Low, FunnelZone.VeryLow, FunnelZone.Unknown],
            plot.Places.ToArray().Select(p => p.Zone));
    }

    [Fact]
    public void Limits_SmallerPlaces_AreWider()
    {
        var plot = FunnelPlot.OfProportions([10], [100], centre: 0.1);

        Assert.True(plot.LimitsAt(50).Upper95 > plot.LimitsAt(500).Upper95);
        Assert.True(plot.LimitsAt(50).Lower95 < plot.LimitsAt(500).Lower95);
    }

    [Fact]
    public void Overdispersed_PlacesVaryMoreThanChance_WidensLimits()
    {
        double[] counts = [60, 140, 80, 120, 100, 100, 95, 105, 70, 130], sizes = [.. Enumerable.Repeat(1000.0, 10)];
        var plain = FunnelPlot.OfProportions(counts, sizes);
        var wide = FunnelPlot.OfProportions(counts, sizes, overdispersed: true);

        // The differences 40, 30, 20, 5 to both sides, the outermost drawn in to 30, of ten places with a variance of 90.
        Assert.Equal((1, (4 * 900 + 2 * 400 + 2 * 25) / 90.0 / 10), (plain.Dispersion, wide.Dispersion), (a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 1e-9);
        Assert.True(wide.LimitsAt(1000).Upper95 > plain.LimitsAt(1000).Upper95);
    }

    [Fact]
    public void Overdispersed_PlacesAlike_ChangesNothing() =>
        Assert.Equal(1, FunnelPlot.OfProportions([100, 101, 99], [1000, 1000, 1000], overdispersed: true).Dispersion);

    [Fact]
    public void Limits_NothingVaries_AreRefused()
    {
        Assert.Equal(LimitRefusal.FlatSeries, FunnelPlot.OfProportions([0, 0], [10, 20]).Refusal);
        Assert.Equal(LimitRefusal.TooFewPoints, FunnelPlot.OfProportions([double.NaN], [10]).Refusal);
        Assert.True(double.IsNaN(FunnelPlot.OfProportions([0, 0], [10, 20]).LimitsAt(10).Upper95));
    }

    [Fact]
    public void WhatCannotBe_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => FunnelPlot.OfProportions([5], [4.5]));
        Assert.Throws<ArgumentException>(() => FunnelPlot.OfProportions([5], [4]));
        Assert.Throws<ArgumentException>(() => FunnelPlot.OfRates([5], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelPlot.OfProportions([5], [10], centre: 1.5));
    }
}
