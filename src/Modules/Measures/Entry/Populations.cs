using Trellis.Kernel.Places;
using Trellis.Measures.Figures;
using Trellis.Measures.Periods;

namespace Trellis.Measures.Entry;

/// <summary>How many people a rate is of.</summary>
/// <param name="IsOfItsYear">False where the estimate of the right year is not published yet and the newest before it stands in.</param>
public sealed record PopulationFigure(decimal People, Period Period, int Batch, bool IsOfItsYear);

/// <summary>
/// Which estimate of a population a rate is made with: the mid-year estimate of the calendar year before the 31 March on which the figure's
/// year ends, as the Department for Education makes its rates.
/// </summary>
public static class Populations
{
    /// <param name="estimates">One place's mid-year estimates, in the order of time.</param>
    /// <returns>Null where no estimate is that old.</returns>
    public static PopulationFigure? For(Period period, IReadOnlyList<Figure> estimates)
    {
        var year = YearFor(period);
        return estimates.Where(e => e.Value > 0 && e.Period.EndYear <= year).Select(e => (Figure?)e).LastOrDefault() is { } found
            ? new PopulationFigure(found.Value!.Value, found.Period, found.Batch, found.Period.EndYear == year)
            : null;
    }

    /// <summary>For any month from April 2024 to March 2025, and for the year to then, the estimate of mid-2024.</summary>
    private static int YearFor(Period period) => period.EndMonth <= 3 ? period.EndYear - 1 : period.EndYear;
}
