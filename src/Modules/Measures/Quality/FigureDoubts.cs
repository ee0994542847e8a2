using Trellis.Measures.Figures;
using Trellis.Measures.Periods;
using Trellis.Measures.Statuses;

namespace Trellis.Measures.Quality;

/// <summary>Asks what somebody who knows the figures before would ask of a new one.</summary>
public static class FigureDoubts
{
    /// <summary>With fewer points than this the limits say too little even to ask.</summary>
    private const int FewestForLimits = 6;

    /// <summary>Where there are no limits, a change by more than this part of the figure before is asked about.</summary>
    private const decimal LargestChange = 0.25m;

    /// <summary>How many standard deviations two counts lie apart by chance, at most.</summary>
    private const double LargestDeviation = 3;

    /// <param name="before">The figures of earlier periods, in their order.</param>
    public static List<FigureDoubt> Of(MeasureNature nature, int decimals, IReadOnlyList<Figure> before, Period period, FigureValue said)
    {
        var doubts = new List<FigureDoubt>();
        if (said.Value is not { } value)
        {
            return doubts;
        }

        doubts.AddRange(Impossible(nature, decimals, said, value));
        if (PreviousOf(nature, before, period) is not { Value: { } previous } last)
        {
            return doubts;
        }

        if (doubts.Count == 0 && Jump(nature, decimals, before, period, said, previous, last.Period) is { } jump)
        {
            doubts.Add(new FigureDoubt(DoubtKind.Jump, jump));
        }

        if (value == previous && (IsSame(said.Denominator, last.Said.Denominator) || value != decimal.Truncate(value)))
        {
            doubts.Add(new FigureDoubt(DoubtKind.SameAgain, $"It is exactly what {last.Period.Words} says"));
        }

        if (said.Denominator is { } now && last.Said.Denominator is { } then && now != then && (double)Math.Abs(now - then) > LargestDeviation * Math.Sqrt((double)(now + then)))
        {
            doubts.Add(new FigureDoubt(DoubtKind.DenominatorChanged, $"It is counted of {ShownNumber.Of(now, 0)}, and {last.Period.Words} of {ShownNumber.Of(then, 0)}"));
        }

        return doubts;
    }

    private static IEnumerable<FigureDoubt> Impossible(MeasureNature nature, int decimals, FigureValue said, decimal value)
    {
        if (said is { Numerator: { } numerator, Denominator: { } denominator } && nature.Unit == MeasureUnit.Percentage && numerator > denominator)
        {
            yield return new FigureDoubt(DoubtKind.NumeratorAboveDenominator, $"{ShownNumber.Of(numerator, 0)} of {ShownNumber.Of(denominator, 0)} is more than all of them");
        }
        else if (nature.Unit == MeasureUnit.Percentage && value > 100)
        {
            yield return new FigureDoubt(DoubtKind.Impossible, $"{nature.Unit.Say(value, decimals)} is more than all");
        }

        if (value < 0 && nature.Unit is not (MeasureUnit.Score or MeasureUnit.Pounds or MeasureUnit.NotSaid))
        {
            yield return new FigureDoubt(DoubtKind.Impossible, $"{nature.Unit.Say(value, decimals)} is fewer than none");
        }

        if (nature.Unit == MeasureUnit.Number && decimals == 0 && value != decimal.Truncate(value))
        {
            yield return new FigureDoubt(DoubtKind.Impossible, $"{value:0.####} is no whole number");
        }
    }

    /// <summary>Against the limits of the figures before where there are enough of them, else against the last one alone.</summary>
    private static string? Jump(MeasureNature nature, int decimals, IReadOnlyList<Figure> before, Period period, FigureValue said, decimal previous, Period previousPeriod)
    {
        var figures = before.Append(new Figure(period, said, 1, 0)).ToList();
        if (ProcessChart.LimitsBefore(nature, figures, FewestForLimits) is { } limits)
        {
            var (alone, lower, upper) = limits;
            return alone < lower || alone > upper
                ? $"{nature.Unit.Say(alone, decimals)} is {(alone < lower ? "below" : "above")} all that the figures before let expect, which is {nature.Unit.Say(Math.Max(lower, nature.Unit == MeasureUnit.Score ? decimal.MinValue : 0), decimals)} to {nature.Unit.Say(upper, decimals)}"
                : null;
        }

        var value = said.Value!.Value;
        return previous != 0 && nature.Basis != Basis.YearToDate && Math.Abs(value - previous) > LargestChange * Math.Abs(previous) && Math.Abs(value - previous) > (nature.SmallestGap ?? 0)
            ? $"{nature.Unit.Say(value, decimals)} is {(value > previous ? "up" : "down")} by more than a quarter from {nature.Unit.Say(previous, decimals)} in {previousPeriod.Words}"
            : null;
    }

    private static Figure? PreviousOf(MeasureNature nature, IReadOnlyList<Figure> before, Period period) => before
        .Where(f => f.Value is not null && f.Period < period && !nature.AreParted(f.Period, period) && (f.Period.Months == period.Months || nature.Basis == Basis.YearToDate && f.Period.Start == period.Start)).Select(f => (Figure?)f).LastOrDefault();

    private static bool IsSame(decimal? one, decimal? other) => one is not null && one == other;
}
