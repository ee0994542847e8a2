using Trellis.Spc;

namespace Trellis.Engines.Tests.Spc;

public sealed class LimitRefusalTests
{
    public static TheoryData<LimitRefusal, double[]> Refused => new()
    {
        { LimitRefusal.FlatSeries, Draw.Turns(20, 5) },
        { LimitRefusal.FlatSeries, Draw.Turns(20, 0) },
        { LimitRefusal.FlatSeries, [0.3 - 0.2, 0.1, 0.4 - 0.3, 0.1] },
        { LimitRefusal.ZeroScreenedRange, [.. Draw.Turns(20, 5), 9] },
        { LimitRefusal.NoNeighbours, [5] },
        { LimitRefusal.NoNeighbours, [5, double.NaN, 6, double.NaN] },
        { LimitRefusal.NoNeighbours, [double.NaN, double.NaN] },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Draw_LimitsWouldMislead_AreRefusedWithTheReason(LimitRefusal reason, double[] values)
    {
        var chart = Draw.Xmr(values, targets: [4]);

        Assert.Equal(reason, chart.Segments[0].Refusal);
        Assert.NotEqual("", reason.InWords());
        Assert.All(chart.Points(), p => Assert.Equal((double.NaN, double.NaN, Zone.Unknown, SpecialCause.None), (p.LowerLimit, p.UpperLimit, p.Zone, p.Cause)));
        Assert.Equal((VariationIcon.CommonCause, Assurance.None), (chart.Variation, chart.Assurance));
    }

    [Fact]
    public void Draw_WithoutScreening_KeepsTheOneRange() =>
        Assert.Equal(LimitRefusal.None, Draw.Xmr([.. Draw.Turns(20, 5), 9], Draw.AnyLength with { ScreeningFactor = double.PositiveInfinity }).Segments[0].Refusal);

    [Theory]
    [InlineData(12, LimitRefusal.TooFewPoints)]
    [InlineData(13, LimitRefusal.None)]
    public void Draw_Default_NeedsThirteenPoints(int points, LimitRefusal expected) =>
        Assert.Equal(expected, XmrChart.Draw(Draw.Turns(points, 1, 3, 2)).Segments[0].Refusal);

    [Fact]
    public void Draw_ShortSegment_IsRefusedAlone()
    {
        var chart = Draw.Xmr([.. Draw.Turns(20, 1, 3, 2), 8, 9, 8], Draw.AnyLength with { MinimumPoints = 13 }, [20]);

        Assert.Equal([LimitRefusal.None, LimitRefusal.TooFewPoints], chart.Segments.ToArray().Select(s => s.Refusal));
    }

    [Fact]
    public void Draw_MissingValues_DoNotCountTowardsEnough() =>
        Assert.Equal(LimitRefusal.TooFewPoints, XmrChart.Draw([.. Draw.Turns(12, 1, 3, 2), double.NaN, double.NaN]).Segments[0].Refusal);

    /// <summary>A trend needs no limits, as on a run chart.</summary>
    [Fact]
    public void Draw_TooFewPoints_StillFindsTrends() => Assert.All(XmrChart.Draw([1, 2, 3, 4, 5, 6, 7]).Causes(), c => Assert.Equal(SpecialCause.TrendUp, c));

    [Fact]
    public void InWords_NotRefused_IsEmpty() => Assert.Equal("", LimitRefusal.None.InWords());
}
