using Trellis.Measures;
using Trellis.Measures.Statuses;

namespace Trellis.Modules.Tests.Measures;

public sealed class StatusRulesTests
{
    private const string TenPercent = "meets target: green; within 10%: amber; otherwise: red";
    private const string LastYear = "meets target: green; better than last year: amber; otherwise: red";

    [Theory]
    [InlineData(TenPercent, 95, 95, Polarity.High, Rag.Green)]
    [InlineData(TenPercent, 94.96, 95, Polarity.High, Rag.Amber)]
    [InlineData(TenPercent, 85.5, 95, Polarity.High, Rag.Amber)] // 10% of 95 below it, exactly: >= 0.9 of the target
    [InlineData(TenPercent, 85.49, 95, Polarity.High, Rag.Red)]
    [InlineData(TenPercent, 10, 10, Polarity.Low, Rag.Green)]
    [InlineData(TenPercent, 11, 10, Polarity.Low, Rag.Amber)]
    [InlineData(TenPercent, 11.01, 10, Polarity.Low, Rag.Red)]
    [InlineData(TenPercent, 92, 100, Polarity.PlanIsBest, Rag.Amber)]
    [InlineData(TenPercent, 108, 100, Polarity.PlanIsBest, Rag.Amber)]
    [InlineData(TenPercent, 120, 100, Polarity.PlanIsBest, Rag.Red)]
    [InlineData(TenPercent, 50, 95, Polarity.None, Rag.None)]
    [InlineData("meets target: green; within 2: amber; otherwise: red", 93, 95, Polarity.High, Rag.Amber)]
    [InlineData("meets target: green; within 2: amber; otherwise: red", 92.9, 95, Polarity.High, Rag.Red)]
    [InlineData("below floor 60: red; meets target: green; otherwise: amber", 59, 50, Polarity.High, Rag.Red)]
    [InlineData("below floor 60: red; meets target: green; otherwise: amber", 61, 50, Polarity.High, Rag.Green)]
    [InlineData("below floor 12: red; meets target: green; otherwise: amber", 13, 20, Polarity.Low, Rag.Red)]
    public void For_AFigure_TheFirstRuleThatIsTrueGivesTheColour(string rules, double value, double target, Polarity polarity, Rag expected) =>
        Assert.Equal(expected, StatusRules.Of(rules).For(new JudgedFigure((decimal)value, (decimal)target, null, polarity, MeasureUnit.Percentage, null))?.Gives ?? Rag.None);

    [Fact]
    public void For_NoTarget_NothingIsColouredForWantOfOne()
    {
        Assert.Null(StatusRules.Of(TenPercent).For(new JudgedFigure(50, null, 60, Polarity.High, MeasureUnit.Percentage, null)));
        Assert.Equal(Rag.Red, StatusRules.Of(LastYear).For(new JudgedFigure(50, null, 60, Polarity.High, MeasureUnit.Percentage, null))!.Value.Gives);
        Assert.Equal(Rag.Amber, StatusRules.Of(LastYear).For(new JudgedFigure(61, 90, 60, Polarity.High, MeasureUnit.Percentage, null))!.Value.Gives);
    }

    [Theory]
    [InlineData("")]
    [InlineData("meets target")]
    [InlineData("meets target: blue")]
    [InlineData("meets target: none")]
    [InlineData("meets target: 1")]
    [InlineData("within -5%: amber")]
    [InlineData("within ten%: amber")]
    [InlineData("otherwise: red; meets target: green")]
    public void Read_WhatIsNoRule_SaysWhatToWrite(string typed) => Assert.NotNull(StatusRules.Read(typed).Wrong);

    [Fact]
    public void Read_EachPreset_IsWrittenAsItWasRead() => Assert.All(StatusPreset.All, preset => Assert.Equal(preset.Rules, $"{StatusRules.Of(preset.Rules)}"));

    [Fact]
    public void Why_UnroundedValues_AreShownWithAsManyPlacesAsDecide()
    {
        var figure = new JudgedFigure(94.96m, 95, null, Polarity.High, MeasureUnit.Percentage, 800);
        Assert.Equal("94.96 against 95: below target by 0.04, no more than 10% off.", StatusSentence.Why(figure, StatusRules.Of(TenPercent).For(figure), 1));
        var met = figure with { Value = 95 };
        Assert.Equal("95.0 against 95.0: on target, so the target is met.", StatusSentence.Why(met, StatusRules.Of(TenPercent).For(met), 1));
        var better = figure with { Value = 80, LastYear = 79.99m };
        Assert.Equal("80.0 against 95.0: below target by 15.0, but better than 79.99 a year before.", StatusSentence.Why(better, StatusRules.Of(LastYear).For(better), 1));
    }

    [Fact]
    public void Why_PercentageOfNineteen_SaysThatItIsOfTooFew()
    {
        var figure = new JudgedFigure(94, 95, null, Polarity.High, MeasureUnit.Percentage, 19);
        Assert.True(figure.IsOfTooFew);
        Assert.False((figure with { Denominator = 20 }).IsOfTooFew);
        Assert.Equal("The percentage is of 19, too few to judge by.", StatusSentence.Why(figure, null, 1));
    }

    [Theory]
    [InlineData(51, 50, Polarity.High, null, Direction.Improving)]
    [InlineData(49, 50, Polarity.High, null, Direction.Worsening)]
    [InlineData(49, 50, Polarity.Low, null, Direction.Improving)]
    [InlineData(51, 50, Polarity.None, null, Direction.Increasing)]
    [InlineData(50.4, 50, Polarity.High, 0.5, Direction.Same)]
    [InlineData(50.5, 50, Polarity.High, 0.5, Direction.Improving)]
    [InlineData(50, 50, Polarity.High, null, Direction.Same)]
    public void Direction_OfAChange_GoesByPolarityAndTheSmallestGapThatCounts(double value, double before, Polarity polarity, double? gap, Direction expected) =>
        Assert.Equal(expected, Directions.Of((decimal)value, (decimal)before, polarity, (decimal?)gap, null));

    [Fact]
    public void Direction_PlanIsBest_NearerIsBetter()
    {
        Assert.Equal(Direction.Improving, Directions.Of(104, 110, Polarity.PlanIsBest, null, 100));
        Assert.Equal(Direction.Worsening, Directions.Of(92, 104, Polarity.PlanIsBest, null, 100));
        Assert.Equal(Direction.Same, Directions.Of(96, 104, Polarity.PlanIsBest, null, 100));
    }

    [Fact]
    public void Rank_EqualValues_ShareTheBetterOne()
    {
        Assert.Equal(new RankAmong(2, 5), RankAmong.Of(10, [12, 10, 8, 8], Polarity.High));
        Assert.Equal(new RankAmong(3, 5), RankAmong.Of(10, [12, 10, 8, 8], Polarity.Low));
        var values = new Dictionary<char, decimal> { ['a'] = 10, ['b'] = 12, ['c'] = 8, ['d'] = 10, ['e'] = 8 };
        Assert.Equal([2, 1, 4, 2, 4], values.Keys.Select(k => RankAmong.OfAll(values, Polarity.High)[k].Rank));
        Assert.Equal([3, 5, 1, 3, 1], values.Keys.Select(k => RankAmong.OfAll(values, Polarity.Low)[k].Rank));
        Assert.Equal([1, 1, 2, 4], new[] { new RankAmong(1, 8), new(2, 8), new(3, 8), new(8, 8) }.Select(r => r.Quartile));
    }
}
