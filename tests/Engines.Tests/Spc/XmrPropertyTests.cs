using Trellis.Spc;

namespace Trellis.Engines.Tests.Spc;

/// <summary>What must hold of any series: 300 of them, the same in each run.</summary>
public sealed class XmrPropertyTests
{
    private static readonly Dictionary<SpecialCause, SpecialCause> Mirrored = new()
    {
        [SpecialCause.None] = SpecialCause.None,
        [SpecialCause.AboveUpperLimit] = SpecialCause.BelowLowerLimit,
        [SpecialCause.BelowLowerLimit] = SpecialCause.AboveUpperLimit,
        [SpecialCause.TrendUp] = SpecialCause.TrendDown,
        [SpecialCause.TrendDown] = SpecialCause.TrendUp,
        [SpecialCause.TwoOfThreeAbove] = SpecialCause.TwoOfThreeBelow,
        [SpecialCause.TwoOfThreeBelow] = SpecialCause.TwoOfThreeAbove,
        [SpecialCause.RunAbove] = SpecialCause.RunBelow,
        [SpecialCause.RunBelow] = SpecialCause.RunAbove,
    };

    [Fact]
    public void Draw_OtherUnit_FindsTheSame() => Hold((series, chart) =>
    {
        // By a power of two, so that not even a tie can turn.
        var scaled = Draw.Xmr([.. series.Select(v => v * 1024)]);

        Assert.Equal(chart.Causes(), scaled.Causes());
        Assert.Equal(chart[0].UpperLimit * 1024, scaled[0].UpperLimit);
    });

    [Fact]
    public void Draw_Shifted_FindsTheSame() => Hold((series, chart) =>
    {
        var shifted = Draw.Xmr([.. series.Select(v => v + 64)]);

        Assert.Equal(chart.Causes(), shifted.Causes());
        Assert.Equal(chart[0].UpperLimit + 64, shifted[0].UpperLimit, 1e-9);
    });

    [Fact]
    public void Draw_MirroredWithItsDirection_FindsTheMirrorImage() => Hold((series, chart) =>
    {
        var mirror = Draw.Xmr([.. series.Select(v => -v)], Draw.AnyLength with { Direction = ImprovementDirection.Decrease });

        Assert.Equal(chart.Causes().Select(c => Mirrored[c]), mirror.Causes());
        Assert.Equal(chart.Points().Select(p => p.Type), mirror.Points().Select(p => p.Type));
    });

    [Fact]
    public void Draw_Rebased_IsAsIfDrawnApart() => Hold((series, _) =>
    {
        var cut = series.Length / 2;
        var both = Draw.Xmr(series, rebaseAt: [cut]);

        Assert.Equal(both.Causes(), [.. Draw.Xmr(series[..cut]).Causes(), .. Draw.Xmr(series[cut..]).Causes()]);
    });

    [Fact]
    public void Draw_MoreCounts_OnlyAddsFlags() => Hold((series, chart) =>
    {
        var wider = Draw.Xmr(series, Draw.AnyLength with { TwoOfThree = TwoOfThree.NearOrOutside, RunLength = 6 }).Causes();

        Assert.All(chart.Causes().Zip(wider), pair => Assert.True(pair.First == SpecialCause.None || pair.Second != SpecialCause.None));
    });

    /// <summary>Values on a grid of 1/8, so that shifts are exact, with drifts, steps and gaps.</summary>
    private static void Hold(Action<double[], Chart> property)
    {
        var random = new Random(20261127);
        for (var i = 0; i < 300; i++)
        {
            var (length, drift, gaps) = (random.Next(8, 70), random.NextDouble() - 0.5, random.NextDouble() * 0.1);
            double[] series = [.. Enumerable.Range(0, length).Select(k => random.NextDouble() < gaps ? double.NaN : Math.Round((random.NextDouble() * 10 + drift * k) * 8) / 8)];
            var chart = Draw.Xmr(series);
            property(series, chart);
        }
    }
}
