using System.Globalization;
using System.Text.RegularExpressions;

namespace Trellis.Measures.Periods;

/// <summary>A period as people type it: "2024/25", "2025", "Q2 2025/26", "May 2025".</summary>
public static partial class TypedPeriod
{
    public static string Example(Frequency frequency, Basis basis) => frequency switch
    {
        Frequency.Monthly => "May 2026",
        Frequency.Quarterly => "Q2 2026/27",
        _ when basis == Basis.Snapshot => "March 2027",
        _ => "2026/27",
    };

    /// <summary>
    /// Null where it cannot be understood. A month is what happened in it, or its end where the indicator counts what stands; a quarter is one of
    /// the financial year; years are financial ones unless only one number is typed.
    /// </summary>
    public static Period? Read(string typed, Frequency frequency, Basis basis)
    {
        var text = typed.Trim();
        if (Quarter().Match(text) is { Success: true } quarter)
        {
            var (number, first) = (Number(quarter.Groups["q"]), Number(quarter.Groups["year"]));
            var (year, month) = number == 4 ? (first + 1, 3) : (first, 3 + 3 * number);
            return basis == Basis.Snapshot ? Period.AtEndOf(year, month) : Period.To(year, month, basis == Basis.YearToDate ? 3 * number : 3);
        }

        if (DateTime.TryParseExact(text, ["MMMM yyyy", "MMM yyyy", "MM/yyyy", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var monthly))
        {
            return basis switch
            {
                Basis.Snapshot => Period.AtEndOf(monthly.Year, monthly.Month),
                Basis.Rolling12Months => Period.To(monthly.Year, monthly.Month, 12),
                Basis.YearToDate => Period.To(monthly.Year, monthly.Month, (monthly.Month + 8) % 12 + 1),
                _ when frequency == Frequency.Yearly => Period.To(monthly.Year, monthly.Month, 12),
                _ => Period.Month(monthly.Year, monthly.Month),
            };
        }

        var years = text.Contains('/', StringComparison.Ordinal) ? PeriodBasis.FinancialYear : PeriodBasis.CalendarYear;
        return PeriodLabel.Read(text, basis == Basis.Snapshot ? PeriodBasis.AtMarch : years)?.Period;
    }

    /// <summary>As it would be typed, to be read again.</summary>
    public static string Written(Period period) => period.Months switch
    {
        3 => $"Q{(period.EndMonth + 8) % 12 / 3 + 1} {StartOfYear(period)}/{(StartOfYear(period) + 1) % 100:00}",
        12 when period.EndMonth == 3 => period.Short,
        12 when period.EndMonth == 12 => $"{period.EndYear}",
        _ => period.End.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>The calendar year in which the financial year of the period's end began.</summary>
    private static int StartOfYear(Period period) => period.EndMonth <= 3 ? period.EndYear - 1 : period.EndYear;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[Qq](?:uarter )?(?<q>[1-4]),? (?<year>(19|20)\d\d)/\d\d$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quarter();
}
