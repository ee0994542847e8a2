using Trellis.Spc;

namespace Trellis.Engines.Tests.Spc;

public sealed class IconTests
{
    private static readonly double[] Steady = Draw.Turns(14, 9, 11);

    [Theory]
    [InlineData(ImprovementDirection.Increase, 30, VariationIcon.ImprovementHigh, PointType.Improvement)]
    [InlineData(ImprovementDirection.Increase, -30, VariationIcon.ConcernLow, PointType.Concern)]
    [InlineData(ImprovementDirection.Decrease, 30, VariationIcon.ConcernHigh, PointType.Concern)]
    [InlineData(ImprovementDirection.Decrease, -30, VariationIcon.ImprovementLow, PointType.Improvement)]
    [InlineData(ImprovementDirection.Neutral, 30, VariationIcon.NeutralHigh, PointType.NeutralHigh)]
    [InlineData(ImprovementDirection.Neutral, -30, VariationIcon.NeutralLow, PointType.NeutralLow)]
    [InlineData(ImprovementDirection.Increase, 10, VariationIcon.CommonCause, PointType.CommonCause)]
    public void Variation_LastPoint_SaysWhatItMeans(ImprovementDirection direction, double last, VariationIcon icon, PointType type)
    {
        var chart = Draw.Xmr([.. Steady, last], Draw.AnyLength with { Direction = direction });

        Assert.Equal((icon, type), (chart.Variation, chart[14].Type));
    }

    [Fact]
    public void Variation_LastValueMissing_IsCommonCause() => Assert.Equal(VariationIcon.CommonCause, Draw.Xmr([.. Steady, 30, double.NaN]).Variation);

    [Theory]
    [InlineData(ImprovementDirection.Increase, 4, Assurance.ConsistentPass)]
    [InlineData(ImprovementDirection.Increase, 10, Assurance.Inconsistent)]
    [InlineData(ImprovementDirection.Increase, 16, Assurance.ConsistentFail)]
    [InlineData(ImprovementDirection.Decrease, 4, Assurance.ConsistentFail)]
    [InlineData(ImprovementDirection.Decrease, 16, Assurance.ConsistentPass)]
    [InlineData(ImprovementDirection.Neutral, 16, Assurance.None)]
    [InlineData(ImprovementDirection.Increase, double.NaN, Assurance.None)]
    public void Assurance_Target_IsHeldAgainstTheLimits(ImprovementDirection direction, double target, Assurance expected) =>
        Assert.Equal(expected, Draw.Xmr(Steady, Draw.AnyLength with { Direction = direction }, targets: [target]).Assurance);

    [Fact]
    public void Assurance_TargetOnALimit_IsInconsistent() =>
        Assert.Equal(Assurance.Inconsistent, Draw.Xmr(Steady, targets: [Draw.Xmr(Steady)[13].UpperLimit]).Assurance);

    [Fact]
    public void Assurance_TargetByPeriod_TakesTheLast()
    {
        var targets = Enumerable.Repeat(4.0, 13).Append(16).ToArray();

        Assert.Equal(Assurance.ConsistentFail, Draw.Xmr(Steady, targets: targets).Assurance);
    }

    [Fact]
    public void Assurance_AfterRebasing_TakesTheLastLimits() =>
        Assert.Equal(Assurance.ConsistentPass, Draw.Xmr([.. Steady, .. Draw.Turns(14, 29, 31)], rebaseAt: [14], targets: [20]).Assurance);
}
