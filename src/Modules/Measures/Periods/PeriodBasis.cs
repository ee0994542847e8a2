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
}
