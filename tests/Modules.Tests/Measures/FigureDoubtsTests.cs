using Trellis.Measures;
using Trellis.Measures.Entry;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Measures.Quality;
using Trellis.Measures.Statuses;

namespace Trellis.Modules.Tests.Measures;

/// <summary>What is asked about a figure that somebody enters.</summary>
public sealed class FigureDoubtsTests
{
    private static readonly MeasureNature Monthly = new(MeasureUnit.Percentage, Polarity.High, Frequency.Monthly, Basis.Period, null, StatusRules.Of(StatusPreset.WithinTenPercent.Rules));

    private static readonly Period Next = Period.Month(2026, 6);

    [Fact]
    public void Of_AFigureAsUsual_AsksNothing() => Assert.Empty(Doubts(Monthly, Before(), FigureValue.Of(71)));

    [Fact]
    public void Of_OutsideWhatTheFiguresBeforeLetExpect_AsksWithTheLimits()
    {
        var doubt = Assert.Single(Doubts(Monthly, Before(), FigureValue.Of(7.1m)));
        Assert.Equal(DoubtKind.Jump, doubt.Kind);
        Assert.StartsWith("7.1% is below all that the figures before let expect, which is ", doubt.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FewFiguresBefore_AsksOnlyAboutAChangeByMoreThanAQuarter()
    {
        IReadOnlyList<Figure> two = [.. Before().TakeLast(2)];
        Assert.Empty(Doubts(Monthly, two, FigureValue.Of(60)));
        Assert.Equal("40.0% is down by more than a quarter from 70.0% in May 2026", Assert.Single(Doubts(Monthly, two, FigureValue.Of(40))).Words);
        Assert.Empty(Doubts(Monthly with { SmallestGap = 31 }, two, FigureValue.Of(40)));
    }

    [Fact]
    public void Of_MoreCountedThanThereWere_IsImpossible()
    {
        var doubt = Assert.Single(Doubts(Monthly, Before(), new FigureValue(105, 21, 20, FigureStatus.Final, Shorthand.None)), d => d.Kind != DoubtKind.SameAgain);
        Assert.Equal((DoubtKind.NumeratorAboveDenominator, "21 of 20 is more than all of them"), (doubt.Kind, doubt.Words));
        Assert.Equal("100.1% is more than all", Doubts(Monthly, Before(), FigureValue.Of(100.1m))[0].Words);
        Assert.Equal("-1 is fewer than none", Doubts(Monthly with { Unit = MeasureUnit.Number }, [], FigureValue.Of(-1), 0)[0].Words);
        Assert.Equal("3.5 is no whole number", Doubts(Monthly with { Unit = MeasureUnit.Number }, [], FigureValue.Of(3.5m), 0)[0].Words);
    }

    [Fact]
    public void Of_TheSameToTheLastDigit_AsksWhetherItIsThisMonths()
    {
        var last = new Figure(Period.Month(2026, 5), new FigureValue(71.4286m, 50, 70, FigureStatus.Final, Shorthand.None), 1, 1);
        Assert.Equal("It is exactly what May 2026 says", Assert.Single(Doubts(Monthly, [last], last.Said)).Words);
        // The same round percentage of other people is no news.
        Assert.Empty(Doubts(Monthly, [last with { Said = last.Said with { Value = 70 } }], new FigureValue(70, 49, 70 + 1, FigureStatus.Final, Shorthand.None)));
    }

    [Theory]
    [InlineData(72, false)]
    [InlineData(140, true)]
    public void Of_CountedOfMany_MoreThanBefore_IsAskedAboutWhereChanceWouldNotDoIt(int denominator, bool isAsked)
    {
        var last = new Figure(Period.Month(2026, 5), new FigureValue(70, 49, 70, FigureStatus.Final, Shorthand.None), 1, 1);
        var doubts = Doubts(Monthly, [last], new FigureValue(71, denominator * 0.71m, denominator, FigureStatus.Final, Shorthand.None));
        Assert.Equal(isAsked, doubts.Exists(d => d.Kind == DoubtKind.DenominatorChanged));
    }

    [Fact]
    public void Of_AfterABreak_ComparesNothingAcrossIt()
    {
        var broken = Monthly with { Changes = [new NewStart(Next, true)] };
        Assert.Empty(Doubts(broken, Before(), FigureValue.Of(7.1m)));
    }

    [Theory]
    [InlineData(2024, 4, 2024)]
    [InlineData(2025, 3, 2024)]
    [InlineData(2025, 4, 2024)]
    public void PopulationFor_AMonth_IsTheEstimateOfTheCalendarYearBeforeItsThirtyFirstOfMarch(int year, int month, int estimate)
    {
        IReadOnlyList<Figure> estimates = [.. new[] { 2022, 2023, 2024 }.Select(y => new Figure(Period.AtEndOf(y, 6), FigureValue.Of(28_000 + y), 1, y))];
        var population = Populations.For(Period.Month(year, month), estimates);
        Assert.Equal((28_000m + estimate, estimate, year == 2025 && month == 4 ? false : true), (population!.People, population.Period.EndYear, population.IsOfItsYear));
        Assert.Null(Populations.For(Period.Month(2021, 5), estimates));
    }

    private static List<FigureDoubt> Doubts(MeasureNature nature, IReadOnlyList<Figure> before, FigureValue said, int decimals = 1) => FigureDoubts.Of(nature, decimals, before, Next, said);

    private static List<Figure> Before()
    {
        decimal[] values = [70, 72, 69, 71, 70, 68, 72, 70, 71, 69, 70, 73, 71, 70];
        return [.. values.Select((value, i) => new Figure(Next.Shift(i - values.Length), FigureValue.Of(value), 1, 1))];
    }
}
