using System.Globalization;
using System.Text.RegularExpressions;
using Trellis.Measures.Figures;

namespace Trellis.Measures.Periods;

/// <summary>What a published label of a period says.</summary>
/// <param name="Status">What stands behind it in brackets: "(prov)", "(Rev)"; null where nothing does.</param>
public readonly record struct ReadLabel(Period Period, FigureStatus? Status);

/// <summary>
/// Reads the labels of periods that published tables use side by side: "2016", "2015/16", "201516", "2024-25", "2014-16" (three years),
/// "2013/14-15/16", "2024-25 (OT)", "2025 (prov)".
/// </summary>
public static partial class PeriodLabel
{
    /// <summary>Null where the label is none, such as "0".</summary>
    public static ReadLabel? Read(string label, PeriodBasis basis)
    {
        if (Label().Match(label.Trim()) is not { Success: true } read || StatusOf(read.Groups["note"].ValueSpan) is not { } status)
        {
            return null;
        }

        var first = Number(read.Groups["first"]);
        if (!read.Groups["second"].Success)
        {
            return new(Year(first, 1, basis), status.Said);
        }

        // "2013/14-15/16" is three years; what stands between the halves is the second part of the first year.
        if (read.Groups["last"].Success)
        {
            var last = Century(first, Number(read.Groups["last"]));
            return last > first && last - first <= 5 ? new(Year(last, last - first, basis), status.Said) : null;
        }

        var second = read.Groups["second"].Length == 4 ? Number(read.Groups["second"]) : Century(first, Number(read.Groups["second"]));
        return (second - first) switch
        {
            // "2024-25" is one year that ends in the second; among calendar years there is no such thing.
            1 => new(Year(second, 1, basis == PeriodBasis.CalendarYear ? PeriodBasis.FinancialYear : basis), status.Said),
            // "2014-16" is the three calendar years from the first to the second.
            > 1 and <= 4 => new(Year(second, second - first + 1, basis), status.Said),
            _ => null,
        };
    }

    /// <summary>So many years up to the one that ends in the given year.</summary>
    private static Period Year(int end, int years, PeriodBasis basis) => basis switch
    {
        PeriodBasis.CalendarYear => Period.To(end, 12, 12 * years),
        PeriodBasis.FinancialYear => Period.To(end, 3, 12 * years),
        PeriodBasis.AcademicYear => Period.To(end, 8, 12 * years),
        PeriodBasis.AtMarch => Period.AtEndOf(end, 3),
        PeriodBasis.AtJanuary => Period.AtEndOf(end, 1),
        PeriodBasis.AtJune => Period.AtEndOf(end, 6),
        PeriodBasis.DecemberToFebruary => Period.To(end, 2, 3),
        _ => Period.AtEndOf(end, 9),
    };

    private static int Century(int first, int twoDigits) => first / 100 * 100 + twoDigits + (twoDigits < first % 100 ? 100 : 0);

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static (bool IsKnown, FigureStatus? Said)? StatusOf(ReadOnlySpan<char> note) => note switch
    {
        "" => (true, null),
        "prov" or "Prov" or "provisional" or "p" => (true, FigureStatus.Provisional),
        "Rev" or "rev" or "revised" or "r" => (true, FigureStatus.Revised),
        "Final" or "final" => (true, FigureStatus.Final),
        // Outturn: what was spent, which is what finance figures are.
        "OT" => (true, null),
        _ => null,
    };

    [GeneratedRegex(@"^(?<first>(19|20)\d\d)(?:[/\-–]?(?<second>(?:(19|20)\d\d)|\d\d)(?:[-–]\d\d/(?<last>\d\d))?)?(?: ?\((?<note>\w+)\))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
