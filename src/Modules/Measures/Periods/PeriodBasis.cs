namespace Trellis.Measures.Periods;

/// <summary>Which twelve months a year is, where a published label says only "2025" or "2024/25".</summary>
public enum PeriodBasis
{
    /// <summary>January to December.</summary>
    CalendarYear,

    /// <summary>April to March: "2025" is the year to 31 March 2025.</summary>
    FinancialYear,

    /// <summary>September to August: "2025" is the school year 2024/25.</summary>
    AcademicYear,

    /// <summary>A count on 31 March.</summary>
    AtMarch,

    /// <summary>A count in January, as of the school census.</summary>
    AtJanuary,

    /// <summary>A count on 30 September.</summary>
    AtSeptember,

    /// <summary>An estimate for the middle of the year, as of a population.</summary>
    AtJune,

    /// <summary>The average of the three months to February: "2025" is December 2024 to February 2025.</summary>
    DecemberToFebruary,
}

public static class PeriodBases
{
    /// <summary>True where the figure is of one day and not of a stretch of time.</summary>
    public static bool IsMoment(this PeriodBasis basis) => basis is PeriodBasis.AtMarch or PeriodBasis.AtJanuary or PeriodBasis.AtSeptember or PeriodBasis.AtJune;
}
