using Trellis.Measures.Figures;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Statuses;

/// <summary>
/// What happened in each period, from figures that are told since the year began: each less the one before it of the same year. Counts are
/// taken from counts; a percentage or rate is made anew from the counts behind it, for percentages cannot be taken from each other.
/// </summary>
public static class YearToDate
{
    /// <summary>Null where it cannot be told: a rate without its counts. A period whose forerunner is missing is left out.</summary>
    public static List<Figure>? Undo(MeasureUnit unit, IReadOnlyList<Figure> figures)
    {
        var isCount = unit is MeasureUnit.Number or MeasureUnit.NotSaid or MeasureUnit.Pounds;
        if (!isCount && figures.Any(f => f.Value is not null && (f.Said.Numerator is null || f.Said.Denominator is null)))
        {
            return null;
        }

        var known = figures.Where(f => f.Value is not null).ToDictionary(f => f.Period);
        var alone = new List<Figure>();
        foreach (var figure in known.Values.OrderBy(f => f.Period))
        {
            var step = StepOf(figure, known.Values);
            if (step == figure.Period.Months)
            {
                alone.Add(figure with { Period = Period.To(figure.Period.EndYear, figure.Period.EndMonth, step) });
            }
            else if (known.TryGetValue(new Period(figure.Period.Shift(-step).Number - step), out var before))
            {
                var said = isCount
                    ? figure.Said with { Value = figure.Value - before.Value }
                    : Rate(unit, figure.Said, figure.Said.Numerator!.Value - before.Said.Numerator!.Value, figure.Said.Denominator!.Value - before.Said.Denominator!.Value);
                alone.Add(figure with { Period = Period.To(figure.Period.EndYear, figure.Period.EndMonth, step), Said = said });
            }
        }

        return alone;
    }

    /// <summary>How far the figures of a year lie apart: the shortest of them.</summary>
    private static int StepOf(Figure figure, IEnumerable<Figure> all) => all.Where(f => f.Period.Start == figure.Period.Start || f.Period.Months <= 3).Min(f => f.Period.Months);

    private static FigureValue Rate(MeasureUnit unit, FigureValue said, decimal numerator, decimal denominator) =>
        denominator <= 0
            ? said with { Value = null, Numerator = numerator, Denominator = denominator, Shorthand = Shorthand.NotApplicable }
            : said with { Value = numerator / denominator * unit.Per(), Numerator = numerator, Denominator = denominator };
}
