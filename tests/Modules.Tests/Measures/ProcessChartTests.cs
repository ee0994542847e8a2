using Trellis.Measures;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Measures.Statuses;

namespace Trellis.Modules.Tests.Measures;

public sealed class ProcessChartTests
{
    private static readonly MeasureNature Monthly = new(MeasureUnit.Percentage, Polarity.High, Frequency.Monthly, Basis.Period, null, StatusRules.Of(StatusPreset.WithinTenPercent.Rules));

    [Fact]
    public void Of_SeventhHigherInARow_IsAChangeForTheBetter()
    {
        decimal[] values = [70, 72, 69, 71, 70, 68, 72, 70, 71, 69, 70, 80, 81, 79, 82, 80, 81, 83];
        var chart = ProcessChart.Of(Monthly, Months(values), _ => 60);
        Assert.Equal((Variation.Improvement, Assurance.Pass), (chart.Variation, chart.Assurance));
        var low = ProcessChart.Of(Monthly with { Polarity = Polarity.Low }, Months(values), _ => 60);
        Assert.Equal((Variation.Concern, Assurance.Fail), (low.Variation, low.Assurance));
        Assert.Equal(Variation.High, ProcessChart.Of(Monthly with { Polarity = Polarity.None }, Months(values), _ => null).Variation);
    }

    [Fact]
    public void Of_TwelvePoints_IsRefusedAndSaysHowManyThereAre()
    {
        var chart = ProcessChart.Of(Monthly, Months([.. Enumerable.Range(0, 12).Select(i => 50m + i % 3)]), _ => null);
        Assert.Null(chart.Chart);
        Assert.Equal("Process limits need 13 points; there are 12.", chart.Refusal);
        Assert.Equal(Variation.None, chart.Variation);
    }

    [Theory]
    [InlineData(Frequency.Yearly, Basis.Period, "whole years")]
    [InlineData(Frequency.Monthly, Basis.Rolling12Months, "twelve months")]
    public void Of_FiguresThatWouldMislead_IsRefusedWithTheReason(Frequency frequency, Basis basis, string reason)
    {
        var chart = ProcessChart.Of(Monthly with { Frequency = frequency, Basis = basis }, Months([.. Enumerable.Range(0, 20).Select(i => 50m + i % 3)]), _ => null);
        Assert.Null(chart.Chart);
        Assert.Contains(reason, chart.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OverlappingQuarters_IsRefusedAndNamesThePeriod()
    {
        var rolling = Enumerable.Range(0, 15).Select(i => Figure(Period.To(2024, 3, 3).Shift(i), 50 + i % 3)).ToList();
        Assert.Contains("February to April 2024 shares months", ProcessChart.Of(Monthly, rolling, _ => null).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FlatSeries_IsRefused() =>
        Assert.Contains("All values are the same", ProcessChart.Of(Monthly, Months([.. Enumerable.Repeat(50m, 20)]), _ => null).Refusal, StringComparison.Ordinal);

    [Fact]
    public void Of_MonthEnds_WarnsThatNeighboursAreAlike() =>
        Assert.NotNull(ProcessChart.Of(Monthly with { Basis = Basis.Snapshot }, [.. Enumerable.Range(0, 20).Select(i => Figure(Period.AtEndOf(2024, 3).Shift(i), 50 + i % 3))], _ => null).Warning);

    [Fact]
    public void Of_PercentagesNearAHundred_LimitsAreCutThere()
    {
        var chart = ProcessChart.Of(Monthly, Months([98, 99, 100, 97, 99, 100, 98, 99, 100, 96, 99, 100, 98, 99, 100]), _ => null).Chart!;
        Assert.Equal(100, chart[0].UpperLimit);
    }

    [Fact]
    public void Undo_CountsSinceApril_AreTheCountsOfEachMonth()
    {
        Figure[] figures = [Figure(Period.To(2025, 4, 1), 10), Figure(Period.To(2025, 5, 2), 25), Figure(Period.To(2025, 6, 3), 27), Figure(Period.To(2026, 3, 12), 100), Figure(Period.To(2026, 4, 1), 8)];
        var alone = YearToDate.Undo(MeasureUnit.Number, figures)!;
        // March 2026 has no February to be taken from, so it is left out and not guessed.
        Assert.Equal([("April 2025", 10m), ("May 2025", 15m), ("June 2025", 2m), ("April 2026", 8m)], alone.Select(f => (f.Period.Words, f.Value!.Value)));
    }

    [Fact]
    public void Undo_Percentages_AreMadeAnewFromTheirCounts()
    {
        Figure[] figures = [Counted(Period.To(2025, 4, 1), 8, 10), Counted(Period.To(2025, 5, 2), 10, 20)];
        Assert.Equal([80m, 20m], YearToDate.Undo(MeasureUnit.Percentage, figures)!.Select(f => f.Value!.Value));
        Assert.Null(YearToDate.Undo(MeasureUnit.Percentage, [Figure(Period.To(2025, 4, 1), 80)]));
    }

    [Fact]
    public void Judgement_LatestWithAValue_IsComparedWithTheSamePeriodAYearBefore()
    {
        var figures = Months([50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 49]);
        figures.Add(new Figure(Period.Month(2025, 2), FigureValue.Missing(Shorthand.NotAvailable), 1, 1));
        var judgement = Judgement.Of(Monthly, figures, _ => 50)!;
        Assert.Equal(Period.Month(2025, 1), judgement.Latest.Period);
        Assert.Equal((50m, 61m), (judgement.YearBefore!.Value.Value!.Value, judgement.Previous!.Value.Value!.Value));
        Assert.Equal((Direction.Worsening, Direction.Worsening, Rag.Amber), (judgement.FromPrevious, judgement.FromYearBefore, judgement.Rag));
        Assert.Null(Judgement.Of(Monthly, [new Figure(Period.Month(2025, 2), FigureValue.Missing(Shorthand.Confidential), 1, 1)], _ => 50));
    }

    [Fact]
    public void Judgement_GuardThatGetsWorseOrIsUnknown_NothingIsCalledBetter()
    {
        var fewer = Monthly with { Polarity = Polarity.Low };
        var figures = Months([50, 49, 48, 49, 50, 51, 50, 49, 50, 48, 50, 49, 40]);
        Assert.Equal(Direction.Improving, Judgement.Of(fewer, figures, _ => null, GuardState.Holds)!.FromYearBefore);
        foreach (var guard in new[] { GuardState.GetsWorse, GuardState.NotKnown })
        {
            var judgement = Judgement.Of(fewer, figures, _ => null, guard)!;
            Assert.Equal((Direction.Decreasing, Variation.Low), (judgement.FromYearBefore, judgement.Process.Variation));
        }

        Assert.Equal(GuardState.NotKnown, Judgement.AsGuard(null));
        Assert.Equal(GuardState.GetsWorse, Judgement.AsGuard(Judgement.Of(fewer, Months([10, 12]), _ => null)));
        Assert.Equal(GuardState.Holds, Judgement.AsGuard(Judgement.Of(fewer, Months([10, 9]), _ => null)));
    }

    private static List<Figure> Months(decimal[] values) => [.. values.Select((value, i) => Figure(Period.Month(2024, 1).Shift(i), value))];

    private static Figure Figure(Period period, decimal value) => new(period, FigureValue.Of(value), 1, 1);

    private static Figure Counted(Period period, decimal numerator, decimal denominator) =>
        new(period, new FigureValue(numerator / denominator * 100, numerator, denominator, FigureStatus.Final, Shorthand.None), 1, 1);
}
