using Trellis.Measures.Periods;

namespace Trellis.Measures.Entry;

/// <summary>Of which periods somebody is asked for a figure.</summary>
public static class AskedPeriods
{
    /// <summary>From the first that is asked for to the last that is over, in the order of time.</summary>
    public static IEnumerable<Period> Of(Indicator indicator, DateOnly today)
    {
        if (indicator.EntryFrom is not { } number)
        {
            yield break;
        }

        var first = new Period(number);
        for (var period = first; period.End < today; period = Next(indicator, period))
        {
            yield return period;
        }
    }

    /// <summary>A period as figures of this kind are told: a year to date grows from April on.</summary>
    private static Period Next(Indicator indicator, Period period)
    {
        var later = period.Shift(StepOf(indicator.Frequency));
        return indicator.Basis == Basis.YearToDate ? Period.To(later.EndYear, later.EndMonth, (later.EndMonth + 8) % 12 + 1) : later;
    }

    private static int StepOf(Frequency frequency) => frequency switch
    {
        Frequency.Monthly => 1,
        Frequency.Quarterly => 3,
        Frequency.Termly => 4,
        _ => 12,
    };
}
